package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// What rises through the horizon towards an early-warning radar, 700 km away and 100 km high.
class RisingTest {
    private static final SensorSite RADAR = new SensorSite(
            new SensorId("EW"),
            SensorSite.Kind.FRAME,
            new Geodetic(Math.toRadians(45), Math.toRadians(24), 600),
            SymMatrix.diagonal(0, 0, 0),
            new SensorSite.Volume(100_000, 3_500_000, 0, 2 * Math.PI, Math.toRadians(3), Math.toRadians(80)),
            new PlotSigma(30, Math.toRadians(0.06), Math.toRadians(0.06), 15),
            new SensorSite.Performance(0.92, 1, 12_000),
            3);

    private final Tracker tracker = new Tracker();
    private TrackState state =
            tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of(RADAR))).next();
    private long seq;

    private static Moment at(double seconds) {
        return new Moment(Math.round(seconds * 1e9));
    }

    private void sees(double seconds, double rangeM, double azimuthDeg, double elevationDeg, double rateMps) {
        Polar polar = new Polar(
                rangeM,
                Math.toRadians(azimuthDeg),
                OptionalDouble.of(Math.toRadians(elevationDeg)),
                OptionalDouble.of(rateMps));
        take(new TrackInput.Seen(++seq, at(seconds), RadarPlot.primary(RADAR, at(seconds), polar)));
        take(new TrackInput.Seen(++seq, at(seconds), Sweep.whole(RADAR, at(seconds))));
    }

    private void passes(double seconds) {
        take(new TrackInput.Passed(++seq, at(seconds)));
    }

    private void take(TrackInput input) {
        state = tracker.step(state, input).next();
    }

    /// Its range falls faster than its elevation grows: after one plot all that is known of its velocity points down.
    @Test
    void whatComesNearerIsNotTakenForFallingBeforeItsVelocityIsKnown() {
        sees(60, 713_746, 87.70, 4.820, -1710);
        passes(60);
        sees(63, 708_701, 87.20, 5.520, -1675);
        passes(65);

        assertEquals(1, tracker.picture(state, at(65)).size());
    }
}
