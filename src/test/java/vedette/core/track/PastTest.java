package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was worked on is known for as long as asked, and not for ever.
class PastTest {
    private static final long SPAN = 100;

    // A sector every ten nanoseconds, each with one plot of its own time and key.
    private static Past of(int sectors) {
        Past past = Past.NONE;
        for (int i = 0; i < sectors; i++) {
            past = past.with(Worked.one(10L * i, 10L * i, i), SPAN);
        }
        return past;
    }

    @Test
    void whatIsWithinTheSpanIsKnown() {
        Past past = of(1000);

        for (int i = 990; i < 1000; i++) {
            assertTrue(past.knows(i, 10L * i, SPAN), "sector " + i);
            assertFalse(past.knows(i + 1, 10L * i, SPAN), "another plot of sector " + i);
        }
    }

    @Test
    void whatIsLongOverIsForgotten() {
        Past past = of(1000);

        assertTrue(past.full().size() <= 3, past.full().size() + " lists");
        assertFalse(past.knows(5, 50, Long.MAX_VALUE));
    }

    @Test
    void sectorsComeInTheirOrderFromATimeOn() {
        List<Long> ends = new ArrayList<>();

        of(40).after(300, 50, sector -> {
            ends.add(sector.ns());
            return sector.ns() < 340;
        });

        assertEquals(List.of(300L, 310L, 320L, 330L, 340L), ends);
    }

    @Test
    void aSectorWithoutPlotsMovesTheEndOnly() {
        Past past = of(3).with(new Worked(70, 0, 0, new long[0], new long[0], new double[0]), SPAN);

        assertEquals(70, past.workedNs());
        assertEquals(3, past.recent().size());
    }
}
