package vedette.core.raid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How often cruise missiles are expected after those that came.
final class SalvoTest {
    private static Salvo.Seen flown(long number, double fromS) {
        return new Salvo.Seen(number, fromS, 0, 0, fromS + 100, -23_000, 0);
    }

    private static Salvo every(double seconds, int many) {
        List<Salvo.Seen> seen = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            seen.add(flown(i + 1, i * seconds));
        }
        return new Salvo(seen, (many - 1) * seconds);
    }

    @Test
    void beforeTheFirstNoneIsExpected() {
        assertEquals(0, new Salvo(List.of(), 100).perS());
    }

    @Test
    void theMoreCameInShortTheMoreAreExpected() {
        assertTrue(every(400, 1).perS() < every(400, 2).perS());
        assertTrue(every(400, 2).perS() < every(100, 2).perS());
    }

    @Test
    void whatGoesOnComingAtARateIsExpectedAtNearlyThatRate() {
        assertEquals(1 / 300.0, every(300, 15).perS(), 0.3 / 300);
    }

    @Test
    void whatSeemedFastForAFewKilometresDoesNotCount() {
        Salvo.Seen zigzag = new Salvo.Seen(1, 0, 0, 0, 40, -9_000, 0);

        assertTrue(new Salvo(List.of(zigzag), 60).isEmpty());
    }

    @Test
    void anHourWithoutOneEndsIt() {
        Salvo now = every(300, 10);

        Salvo later = new Salvo(now.seen(), now.nowS() + 3_600);

        assertTrue(later.perS() < now.perS() / 15, later.perS() + " after " + now.perS());
    }
}
