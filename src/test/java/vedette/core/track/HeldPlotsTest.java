package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// A plot that waits already is known without a look at all that wait.
class HeldPlotsTest {
    private static final int MANY = 5000;

    private static RadarPlot plot(SensorSite site, int number) {
        return RadarPlot.primary(
                site, Sky.at(number * 1e-4), Polar.flat(1000 + number, 2 * Math.PI * (number * 0.618 % 1)));
    }

    private static SensorMemory holding(SensorSite site) {
        SensorMemory memory = SensorMemory.EMPTY;
        for (int i = 0; i < MANY; i++) {
            memory = memory.holding(site, plot(site, i));
        }
        return memory;
    }

    @Test
    void ofAFrameEachPlotIsKnown() {
        SensorSite site = new Sky().staring("A", 0, 1).sites().getFirst();
        SensorMemory memory = holding(site);

        for (int i = 0; i < MANY; i += 7) {
            assertTrue(memory.holds(site, plot(site, i)), "plot " + i);
        }
        assertFalse(memory.holds(site, plot(site, MANY)));
    }

    @Test
    void ofATurningBeamTheLatestPlotsAreKnown() {
        SensorSite site = new Sky().radar2d("A", 0, 4).sites().getFirst();
        SensorMemory memory = holding(site);

        assertTrue(memory.holds(site, plot(site, MANY - 1)));
        assertTrue(memory.holds(site, plot(site, MANY - 1500)));
        assertFalse(memory.holds(site, plot(site, MANY)));
    }
}
