package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who asks too fast is told when to come again.
class PaceTest {
    private final AtomicLong clock = new AtomicLong();
    private final Pace pace = new Pace(clock::get, 2);

    private int granted(String who, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += pace.waitS(who) == 0 ? 1 : 0;
        }
        return granted;
    }

    @Test
    void someAtOnceAndThenSoManyASecond() {
        assertEquals(16, granted("a", 100));
        assertEquals(1, pace.waitS("a"));
        clock.addAndGet(TimeUnit.SECONDS.toNanos(3));
        assertEquals(6, granted("a", 100));
    }

    @Test
    void oneDelaysNobodyElse() {
        granted("a", 1_000);

        assertEquals(16, granted("b", 100));
    }

    @Test
    void whoWaitsAsLongAsToldMayCome() {
        Pace slow = new Pace(clock::get, 0.1);
        slow.waitS("a");
        long waitS = slow.waitS("a");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(waitS));

        assertTrue(waitS > 1 && waitS <= 10, waitS + " s");
        assertEquals(0, slow.waitS("a"));
    }

    @Test
    void theTableIsBounded() {
        for (int i = 0; i < 3 * Pace.MOST_REMEMBERED; i++) {
            pace.waitS("stranger " + i);
        }

        assertEquals(Pace.MOST_REMEMBERED, pace.remembered());
    }

    @Test
    void whoAsksAllTheTimeIsNotForgotten() {
        granted("a", 16);
        for (int i = 0; i < 3 * Pace.MOST_REMEMBERED; i++) {
            pace.waitS("stranger " + i);
            if (i % 1_000 == 0) {
                assertTrue(pace.waitS("a") > 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:0:1:aaaa:bbbb:cccc:dddd, 2001:db8:0:1::",
        "2001:db8:0:1:1:2:3:4%eth0, 2001:db8:0:1::"
    })
    void anAddressIsKnownByWhatItsOwnerCannotChoose(String address, String place) {
        assertEquals(place, Pace.place(address));
    }
}
