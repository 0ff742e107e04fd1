package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.TimeOfDay;

class TimebaseTest {
    private static final long S = 1_000_000_000L;
    private static final Moment NOON = LeapSeconds.standard().moment(20_000L * 86_400 * S + 43_200 * S);

    private static Moment retimed(Timebase.Retiming timing, Moment told, Moment arrivedAt) {
        return timing.retimed(Letters.report('a', told), arrivedAt).provenance().observedAt();
    }

    @Test
    void theSensorsOwnTimeIsKept() {
        assertEquals(NOON.plusS(-3), retimed(new Timebase.Sensor().begin(), NOON.plusS(-3), NOON));
    }

    @Test
    void theArrivalReplacesAWrongClock() {
        assertEquals(NOON, retimed(new Timebase.Arrival().begin(), NOON.plusS(-3000), NOON));
    }

    @Test
    void aRecordingSentTenTimesFasterIsDrawnAsLive() {
        Timebase.Retiming timing = new Timebase.Anchored(OptionalDouble.empty(), 10).begin();
        Moment recorded = NOON.plusS(9881.8);

        Moment first = retimed(timing, recorded, NOON);
        Moment second = retimed(timing, recorded.plusS(40), NOON.plusS(4.01));

        assertEquals(NOON, first);
        assertEquals(NOON.plusS(4), second);
    }

    /// Found for a time of day by the nearest arrival, the day jumps back once the recording is half a day ahead.
    @Test
    void anAnchoredRecordingMayRunAwayByMoreThanHalfADay() {
        Timebase.Retiming timing = new Timebase.Anchored(OptionalDouble.of(43_200), 3600).begin();
        LeapSeconds leaps = LeapSeconds.standard();
        for (int hour = 0; hour < 60; hour++) {
            Moment arrivedAt = NOON.plusS(hour);
            Moment told = TimeOfDay.resolve(Math.floorMod(hour + 12, 24) * 3600L * S, arrivedAt, leaps);

            assertEquals(NOON.plusS(hour), retimed(timing, told, arrivedAt));
        }
    }

    @Test
    void aGivenTimeOfDayIsMappedToTheFirstArrival() {
        Timebase.Retiming timing = new Timebase.Anchored(OptionalDouble.of(53_080), 10).begin();
        Moment recorded = NOON.plusS(53_081.5 - 43_200);

        assertEquals(NOON.plusS(0.15), retimed(timing, recorded, NOON));
        assertEquals(NOON.plusS(1.15), retimed(timing, recorded.plusS(10), NOON.plusS(1.2)));
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Timebase.Anchored(OptionalDouble.empty(), 0));
    }

    @Test
    void everyKindOfMeasurementKeepsAllButItsTime() {
        Provenance told = Provenance.open(Letters.SENSOR, NOON.plusS(-9));
        Provenance wanted = Provenance.open(Letters.SENSOR, NOON);
        for (int kind = 0; kind < kinds(told).size(); kind++) {
            assertEquals(kinds(wanted).get(kind), Retimed.observedAt(kinds(told).get(kind), NOON));
        }
    }

    private static List<Measurement> kinds(Provenance p) {
        LatLon place = LatLon.ofDegrees(-49.2, 70.2);
        OptionalDouble none = OptionalDouble.empty();
        return List.of(
                new Measurement.RadarPlot(
                        p,
                        Measurement.Polar.flat(1000, 1),
                        new PlotSigma(10, 0.001, 0, 0),
                        Altitude.UNKNOWN,
                        Identity.NONE,
                        Measurement.Detection.PRIMARY,
                        OptionalInt.of(7)),
                new Measurement.PositionReport(
                        p, place, none, Altitude.UNKNOWN, Optional.empty(), Identity.NONE, false),
                new Measurement.TransponderReport(p, Identity.NONE, Altitude.UNKNOWN),
                new Measurement.SystemTrack(
                        p, 4, Measurement.Phase.HELD, place, Altitude.UNKNOWN, Optional.empty(), Identity.NONE, none),
                new Measurement.Sweep(p, 1, 0.2, none),
                new Measurement.StatusReport(p, Letters.SENSOR, Measurement.Condition.OPERATIONAL, ""),
                new Measurement.FeedStatus(p, 1, 2, 3, true, "words"),
                new Measurement.SensorPose(p, new Geodetic(0, 0, 0), SymMatrix.diagonal(1, 1, 1)));
    }
}
