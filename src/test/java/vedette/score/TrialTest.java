package vedette.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;

class TrialTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final Geodetic RADAR = LatLon.ofDegrees(56.9, 24.1).at(0);
    private static final LocalFrame FRAME = LocalFrame.at(RADAR);

    /// Flies away from the radar, northward, from 1 to 3 km at 20 m/s.
    private static Geodetic at(double s) {
        Ecef place = FRAME.ecef(new Enu(0, 1000 + 20 * s, 100));
        return place.geodetic();
    }

    private static FlownPath path() {
        return new FlownPath(
                java.util.stream.IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> new FlownPath.Point(START.plusS(i), at(i)))
                        .toList(),
                true);
    }

    private static Measurement plot(double s, double rangeErrorM) {
        Enu enu = FRAME.enu(at(s).ecef());
        double level = Exact.hypot(enu.east(), enu.north());
        return new Measurement.RadarPlot(
                Provenance.open(new SensorId("radar"), START.plusS(s)),
                new Measurement.Polar(
                        Exact.hypot(level, enu.up()) + rangeErrorM,
                        Exact.atan2(enu.east(), enu.north()),
                        OptionalDouble.of(Exact.atan2(enu.up(), level)),
                        OptionalDouble.empty()),
                new PlotSigma(5, 0.005, 0.01, 0),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty());
    }

    @Property
    void betweenTwoFixesAPathIsStraight(@ForAll @DoubleRange(min = 0, max = 99.9) double s) {
        Geodetic between = path().at(START.plusS(s)).orElseThrow();

        assertEquals(0, between.ecef().distanceM(at(s).ecef()), 0.01);
    }

    @Test
    void inAGapAndBeyondTheEndsNothingIsKnown() {
        FlownPath gap = new FlownPath(
                List.of(new FlownPath.Point(START, at(0)), new FlownPath.Point(START.plusS(10), at(10))), true);

        assertEquals(Optional.empty(), gap.at(START.plusS(5)));
        assertEquals(Optional.empty(), gap.at(START.plusS(-1)));
        assertEquals(Optional.empty(), gap.at(START.plusS(11)));
        assertTrue(gap.at(START.plusS(10)).isPresent());
    }

    @Test
    void detectionFallsWhereTheSensorNoLongerSees() {
        SensorTrial trial = new SensorTrial(new SensorId("radar"), path());
        trial.stands(RADAR);
        for (int s = 0; s <= 100; s++) {
            boolean seen = s < 50 || s % 2 == 0;
            if (seen) {
                trial.measured(plot(s, 3), START.plusS(s + 0.2));
            }
        }

        SensorTrial.Result result = trial.result();

        assertEquals(1, result.periodS(), 1e-9);
        assertEquals(76 / 101.0, result.detection(), 0.02);
        assertEquals(3, result.rangeM().mean(), 0.01);
        assertEquals(0, result.azimuthDeg().rms(), 1e-6);
        assertEquals(0.2, result.latencyS().quantile(0.5), 1e-6);
        SensorTrial.Bin far = result.bins().getLast();
        SensorTrial.Bin near = result.bins().stream()
                .filter(bin -> bin.periods() > 0)
                .findFirst()
                .orElseThrow();
        assertEquals(1, (double) near.seen() / near.periods(), 0.01);
        assertEquals(0.5, (double) far.seen() / far.periods(), 0.15);
    }

    @Test
    void aFalsePlotIsNoneOfTheAircraft() {
        SensorTrial trial = new SensorTrial(new SensorId("radar"), path());
        trial.stands(RADAR);

        trial.measured(plot(10, 400), START.plusS(10));

        assertEquals(0, trial.result().hits());
        assertEquals(1, trial.result().measured());
    }
}
