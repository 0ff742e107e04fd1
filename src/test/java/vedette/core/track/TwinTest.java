package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// A sensor that sends what another sends is the other one under a second name.
class TwinTest {
    private static final SensorSite A =
            new Sky(Sky.HOME).radar2d("A", 0, 4).sites().getFirst();

    private static Twin after(int plots, int ofThemTheOthers) {
        Twin twin = Twin.NONE;
        for (int i = 0; i < plots; i++) {
            twin = twin.with(i, i < ofThemTheOthers);
        }
        return twin;
    }

    @Test
    void tenPlotsOfAnothersAreEnough() {
        assertFalse(after(9, 9).isCopy());
        assertTrue(after(12, 12).isCopy());
        assertFalse(after(60, 2).isCopy());
    }

    @Test
    void itIsBelievedAgainWhenTheOtherIsSilent() {
        Twin twin = after(300, 300);
        for (int i = 0; i < 50; i++) {
            twin = twin.with(1000 + i, false);
        }
        assertFalse(twin.isCopy());
    }

    @Test
    void itMayBeTheFirstToSend() {
        Twin twin = Twin.NONE;
        for (int i = 0; i < 20; i++) {
            twin = twin.with(i, false);
            assertTrue(twin.sent(i));
            twin = twin.followed();
        }
        assertTrue(twin.isCopy());
    }

    @Test
    void whatItRemembersIsBounded() {
        assertEquals(256, after(10_000, 0).ring().length);
    }

    @Test
    void sensorsApartOrOfAnotherPaceAreTwo() {
        assertTrue(Twin.mayBe(A, new Sky(Sky.HOME).radar2d("B", 0, 4).sites().getFirst()));
        assertFalse(Twin.mayBe(A, new Sky(Sky.HOME).radar2d("B", 900, 4).sites().getFirst()));
        assertFalse(Twin.mayBe(A, new Sky(Sky.HOME).radar2d("B", 0, 5).sites().getFirst()));
        assertFalse(Twin.mayBe(A, new Sky(Sky.HOME).staring("B", 0, 4).sites().getFirst()));
    }

    @Test
    void aPlotIsKnownByItsPlaceAlone() {
        RadarPlot plot = RadarPlot.primary(A, Sky.at(0), Polar.flat(5000, 1));
        RadarPlot later = RadarPlot.primary(A, Sky.at(1), Polar.flat(5000, 1));
        RadarPlot aside = RadarPlot.primary(A, Sky.at(0), Polar.flat(5000.001, 1));

        assertEquals(Twin.number(plot), Twin.number(later));
        assertNotEquals(Twin.number(plot), Twin.number(aside));
    }
}
