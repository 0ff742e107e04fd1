package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vedette.model.Geodetic;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// Looks of the warning benchmark: what is taken, and that a bad row costs only itself.
class WatchLooksTest {
    private static final Moment EPOCH = new Moment(1_000_000_000L);
    private static final String SIGHT_HEAD = "sensor,t,sx,sy,sz,ux,uy,uz,sigma_rad\n";
    private static final String PLOT_HEAD = "sensor,t,range_m,az_deg,el_deg,range_rate_mps\n";
    private static final List<InfraredSatellite> SATELLITES =
            List.of(new InfraredSatellite(new SensorId("IR1"), 10, 30e-6, 10e-6, 0.97));
    private static final List<WarningRadar> RADARS = List.of(new WarningRadar(
            new SensorId("R1"),
            new Geodetic(0.5, 0.5, 100),
            2,
            new WarningRadar.Noise(30, 1e-3, 5),
            new WarningRadar.Bias(10, 3e-4),
            0.05,
            4e6,
            0.95));

    private static Taken<Measurement> sights(String rows) {
        return WatchLooks.sights(SIGHT_HEAD + rows, SATELLITES, EPOCH);
    }

    private static Taken<Measurement> plots(String rows) {
        return WatchLooks.plots(PLOT_HEAD + rows, RADARS, EPOCH);
    }

    @Test
    void aSightIsALineFromTheSatellite() {
        Taken<Measurement> taken = sights("IR1,98.4,42164000,0,0,-1,0,0,3e-05\n");

        Measurement.Sight sight =
                assertInstanceOf(Measurement.Sight.class, taken.items().getFirst());
        assertEquals(EPOCH.plusS(98.4), sight.provenance().observedAt());
        assertEquals(42_164_000, sight.from().xM());
        assertEquals(-1, sight.along().x());
        assertEquals(3e-5, sight.sigmaRad());
    }

    @Test
    void anEmptyRangeRateIsNone() {
        Taken<Measurement> taken = plots("R1,1,900000,10,45,\nR1,2,900000,10,45,-2000.5\n");

        assertEquals(
                List.of(OptionalDouble.empty(), OptionalDouble.of(-2000.5)),
                taken.items().stream()
                        .map(each -> ((Measurement.RadarPlot) each).polar().rangeRateMps())
                        .toList());
    }

    @Test
    void theAzimuthScattersMoreAtHighElevation() {
        var plot = (Measurement.RadarPlot) plots("R1,1,9e5,10,60,\n").items().getFirst();

        assertEquals(2e-3, plot.sigma().azimuthRad(), 1e-12);
        assertEquals(1e-3, plot.sigma().elevationRad(), 1e-15);
    }

    @Test
    void aBadRowCostsOnlyItself() {
        String good = "R1,1,900000,10,45,\n";
        String bad =
                "R9,1,9e5,1,1,\nR1,x,9e5,1,1,\nR1,1,NaN,1,1,\nR1,1,-1e3,1,1,\nR1,1,9e5,1,91,\nR1,1e9,9e5,1,1,\nR1\n";

        Taken<Measurement> taken = plots(good + bad + good);

        assertEquals(2, taken.items().size());
        assertEquals(7, taken.refused());
        assertEquals("line 3", taken.refusals().getFirst().place());
        assertEquals("no radar 'R9'", taken.refusals().getFirst().reason());
        assertEquals("t 'x' is no number", taken.refusals().get(1).reason());
    }

    @Test
    void aSightThatCannotBeIsRefused() {
        String bad = "IR1,1,0,0,0,1,0,0,3e-5\nIR1,1,4e7,0,0,1,1,0,3e-5\nIR1,1,4e7,0,0,0,0,0,3e-5\n"
                + "IR1,1,4e7,0,0,1,0,0,0\nIR1,1,4e7,0,0,1,0,0,\nIR1,1,1e300,0,0,1,0,0,3e-5\nIR2,1,4e7,0,0,1,0,0,3e-5\n";

        Taken<Measurement> taken = sights(bad);

        assertEquals(List.of(), taken.items());
        assertEquals(7, taken.refused());
    }

    @Test
    void manyBadRowsAreCountedAndTheFirstTold() {
        Taken<Measurement> taken = plots("R9,1,9e5,1,1,\n".repeat(1000));

        assertEquals(1000, taken.refused());
        assertEquals(Taken.MOST_TOLD, taken.refusals().size());
    }

    @Test
    void aTableWithoutAColumnIsRefusedRowByRow() {
        Taken<Measurement> taken = WatchLooks.plots("sensor,t\nR1,1\n", RADARS, EPOCH);

        assertEquals("no column 'range_m'", taken.refusals().getFirst().reason());
    }

    @Property(tries = 300)
    void noTextThrows(@ForAll @StringLength(max = 200) String text) {
        Taken<Measurement> sights = WatchLooks.sights(SIGHT_HEAD + text, SATELLITES, EPOCH);
        Taken<Measurement> plots = WatchLooks.plots(text, RADARS, EPOCH);

        assertTrue(sights.items().size() + plots.items().size() >= 0);
    }
}
