package vedette.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LeapSecondsTest {
    private static final long S = 1_000_000_000L;

    @Test
    void theTableEndsWithThirtySevenSecondsFrom2017() {
        LeapSeconds.Step last = LeapSeconds.standard().steps().getLast();

        assertEquals(1_483_228_800L, last.fromUnixS());
        assertEquals(37, last.taiMinusUtcS());
        assertEquals(28, LeapSeconds.standard().steps().size());
    }

    @Test
    void knownDaysHaveTheirKnownOffsets() {
        // IERS: 1 Jul 1972 11 s; 1 Jan 1999 32 s; 1 Jan 2006 33 s; 1 Jul 2015 36 s.
        assertEquals(11, offsetS(78_796_800L));
        assertEquals(32, offsetS(915_148_800L));
        assertEquals(33, offsetS(1_136_073_600L));
        assertEquals(36, offsetS(1_435_708_800L));
        assertEquals(35, offsetS(1_435_708_799L));
    }

    @Property
    void utcAndBackIsTheSame(@ForAll @LongRange(min = -1_000_000_000L, max = 3_000_000_000L) long unixS) {
        LeapSeconds leaps = LeapSeconds.standard();

        assertEquals(unixS * S, leaps.unixNs(leaps.moment(unixS * S)));
    }

    @Test
    void aTableOutOfOrderIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LeapSeconds(List.of(new LeapSeconds.Step(10, 1), new LeapSeconds.Step(5, 2))));
    }

    private static long offsetS(long unixS) {
        return (LeapSeconds.standard().moment(unixS * S).taiNs() - unixS * S) / S;
    }
}
