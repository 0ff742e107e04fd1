package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final long WINDOW_NS = 1_000;

    private final Flood flood = new Flood(new Flood.Bounds(WINDOW_NS, 3, 4, 100));

    private static SecurityEvent event(String address) {
        return SecurityEvent.logIn("password", Optional.empty(), address, "password");
    }

    private long told(String address, int times, long nowNs) {
        return IntStream.range(0, times)
                .filter(_ -> flood.take(event(address), nowNs, 7).isPresent())
                .count();
    }

    @Test
    void theFirstOfAKindAreToldAndTheRestSummed() {
        long told = told("10.0.0.1", 1_000, 0);
        List<Flood.Line> before = flood.over(WINDOW_NS - 1);

        assertEquals(3, told);
        assertEquals(List.of(), before);
        assertEquals(List.of(new Flood.Line(event("10.0.0.1"), 7, 997, true)), flood.over(WINDOW_NS));
        assertEquals(List.of(), flood.over(2 * WINDOW_NS));
    }

    @Test
    void afterItsTimeAKindBeginsAnew() {
        told("10.0.0.1", 10, 0);
        flood.over(WINDOW_NS);

        assertEquals(3, told("10.0.0.1", 10, WINDOW_NS));
    }

    @Test
    void fromMoreAddressesThanThereIsRoomForNothingIsLost() {
        long told = IntStream.range(0, 10_000)
                .mapToLong(i -> told("10.0." + i / 256 + "." + i % 256, 1, 0))
                .sum();
        List<Flood.Line> sums = flood.all();

        assertEquals(4, told);
        assertEquals(9_996, sums.stream().mapToLong(Flood.Line::count).sum());
        assertEquals(1, sums.size());
        assertEquals("", sums.getFirst().event().address());
    }

    @Test
    void allTogetherAreBoundedToo() {
        Flood narrow = new Flood(new Flood.Bounds(WINDOW_NS, 3, 100, 5));
        long told = IntStream.range(0, 50)
                .filter(i -> narrow.take(event("10.0.0." + i), 0, 0).isPresent())
                .count();

        assertEquals(5, told);
        assertEquals(45, narrow.all().stream().mapToLong(Flood.Line::count).sum());
    }

    @Test
    void aClockBelowZeroIsAClock() {
        assertEquals(3, told("10.0.0.1", 10, Long.MIN_VALUE));
        assertTrue(flood.over(Long.MIN_VALUE + WINDOW_NS).size() == 1);
    }
}
