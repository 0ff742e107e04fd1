package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Measurement.Bearing;
import vedette.model.Measurement.Direction;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;

/// Directions from which a radio is heard: they begin nothing, tell what is there, and hold what nobody
/// else sees.
class BearingsTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final Geodetic PLACE = new Geodetic(0.86, 0.4, 20);
    private static final double SIGMA_RAD = Math.toRadians(4);

    private final SensorSite radar = new SensorSite(
            new SensorId("radar"),
            SensorSite.Kind.FRAME,
            PLACE,
            SymMatrix.diagonal(1, 1, 1),
            new SensorSite.Volume(0, 2500, 0, 2 * Math.PI, Math.toRadians(-5), Math.toRadians(60)),
            new PlotSigma(4, Math.toRadians(0.4), Math.toRadians(0.8), 0.4),
            new SensorSite.Performance(0.9, 1, 70),
            1);

    private final Tracker tracker = new Tracker();
    private final List<Output> outputs = new ArrayList<>();
    private TrackState state = TrackState.EMPTY;
    private long seq;

    BearingsTest() {
        take(new TrackInput.Known(List.of(radar)));
    }

    private void take(TrackInput input) {
        TrackStep step = tracker.step(state, input);
        state = step.next();
        outputs.addAll(step.outputs());
    }

    private void seen(double second, Measurement measurement) {
        take(new TrackInput.Seen(++seq, START.plusS(second), measurement));
        take(new TrackInput.Passed(++seq, START.plusS(second)));
    }

    // A drone 800 m north-east that stands in the air.
    private void radarSees(int from, int until) {
        Polar polar = new Polar(800, 0.8, OptionalDouble.of(0.03), OptionalDouble.of(0.1));
        for (int t = from; t < until; t++) {
            seen(t + 0.1, RadarPlot.primary(radar, START.plusS(t), polar));
            seen(t + 0.2, Sweep.whole(radar, START.plusS(t)));
        }
    }

    private void heard(double second, double azimuthRad, Identity who) {
        Provenance from = Provenance.open(new SensorId("rf"), START.plusS(second));
        seen(second + 0.5, new Bearing(from, PLACE, Direction.level(azimuthRad, SIGMA_RAD), who, Optional.empty()));
    }

    private List<Track> picture(double second) {
        return tracker.picture(state, START.plusS(second));
    }

    @Test
    void aDirectionAloneBeginsNothingAndIsCounted() {
        for (int t = 0; t < 20; t++) {
            heard(t, 0.8, Identity.NONE);
        }

        assertTrue(picture(20).isEmpty());
        assertTrue(outputs.stream().anyMatch(each -> each instanceof Output.Refused), outputs.toString());
    }

    @Test
    void aTrackLivesOnWhereItsRadioIsHeard() {
        radarSees(0, 10);
        for (int t = 10; t < 40; t++) {
            heard(t, 0.8 + (t % 2 == 0 ? 0.05 : -0.05), Identity.NONE);
        }

        List<Track> tracks = picture(40);
        assertEquals(1, tracks.size(), tracks.toString());
        assertTrue(tracks.getFirst().sources().contains(new SensorId("rf")));
    }

    @Test
    void withoutItsRadioItEnds() {
        radarSees(0, 10);
        for (int t = 10; t < 40; t++) {
            heard(t, 3.5, Identity.NONE);
        }

        assertTrue(picture(40).isEmpty());
    }

    @Test
    void aHeardRadioTellsOfItsNatureButNamesNobody() {
        radarSees(0, 10);
        heard(10, 0.8, Identity.ofSerial("SN-1"));
        radarSees(11, 12);

        Track track = picture(12).getFirst();
        assertTrue(track.traits().orElseThrow().heard() > 0.5, track.toString());
        assertFalse(track.identity().serial().isPresent());
    }

    @Test
    void aDirectionDoesNotMoveWhatARadarSees() {
        radarSees(0, 10);
        var before = picture(10).getFirst().kinematics().position();
        for (int k = 0; k < 5; k++) {
            heard(9.9, 0.8 + SIGMA_RAD, Identity.NONE);
        }

        assertEquals(before, picture(10).getFirst().kinematics().position());
    }

    @Test
    void aLateDirectionIsRefused() {
        radarSees(0, 10);
        Provenance from = Provenance.open(new SensorId("rf"), START);
        seen(30, new Bearing(from, PLACE, Direction.level(0.8, SIGMA_RAD), Identity.NONE, Optional.empty()));

        assertTrue(outputs.stream()
                .anyMatch(each ->
                        each instanceof Output.Refused refused && refused.what().equals("late bearing")));
    }
}
