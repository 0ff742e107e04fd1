package vedette.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

class NodeClockTest {
    private static final long S = 1_000_000_000L;
    private long wallNs = 1_700_000_000L * S;
    private long counterNs = 5 * S;
    private final NodeClock clock =
            new NodeClock(() -> Instant.ofEpochSecond(wallNs / S, wallNs % S), () -> counterNs, LeapSeconds.standard());

    @Test
    void itFollowsTheTimeOfDay() {
        Moment before = clock.now();
        passes(3 * S);

        assertEquals(3.0, clock.now().secondsSince(before), 1e-9);
    }

    @Test
    void aStepBackIsSlewedAndNeverRunsBack() {
        Moment before = clock.now();
        wallNs -= 2 * S;
        passes(S);
        Moment soon = clock.now();
        for (int i = 0; i < 300; i++) {
            passes(S);
            clock.now();
        }

        assertEquals(0.99, soon.secondsSince(before), 1e-9);
        assertEquals(299.0, clock.now().secondsSince(before), 1e-9);
        assertEquals(0, clock.offsetNs());
    }

    @Test
    void aMachineThatSleptTakesTheNewTimeAtOnce() {
        Moment before = clock.now();
        wallNs += 3600 * S;
        passes(S);

        assertEquals(3601.0, clock.now().secondsSince(before), 1e-9);
    }

    @Test
    void whateverTheSystemDoesTimeDoesNotRunBack() {
        Random random = new Random(7);
        Moment last = clock.now();
        for (int i = 0; i < 2000; i++) {
            wallNs += random.nextLong(-100 * S, 100 * S);
            counterNs += random.nextLong(0, S);
            Moment now = clock.now();
            assertFalse(now.isBefore(last));
            last = now;
        }
        assertTrue(last.taiNs() > 0);
    }

    private void passes(long ns) {
        wallNs += ns;
        counterNs += ns;
    }
}
