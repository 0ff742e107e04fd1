package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Vec3;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Ecef;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Provenance;

final class SilentSatelliteTest {
    private static final Moment START = new Moment(1_000_000_000_000L);
    private static final double[] LEFT = Fits.state(0, -0.4, 35_786e3);
    private static final double[] RIGHT = Fits.state(0, 0.6, 35_786e3);

    private final MissileWatch watch = new MissileWatch();
    private final List<Missile> told = new ArrayList<>();
    private MissileState state = MissileState.empty();
    private long seq;

    @Test
    void aSatelliteThatHasFallenSilentHidesNoLaunchFromTheOther() {
        see(1, -60, RIGHT, Fits.state(0.3, 0.25, 0));

        for (double timeS = 36; timeS <= 80; timeS += 4) {
            see(0, timeS, LEFT, Fits.ascent(0.3, 0.2, timeS));
        }

        assertTrue(told.stream().anyMatch(missile -> missile.verdict() == Missile.Verdict.LAUNCH));
        assertTrue(told.stream().noneMatch(missile -> missile.verdict() == Missile.Verdict.ATTACK));
    }

    @Test
    void aFireThatBothSeeIsNoLaunch() {
        for (double timeS = 0; timeS < 120; timeS += 5) {
            see(0, timeS, LEFT, Fits.state(0.3, 0.2, 0));
            see(1, timeS + 2, RIGHT, Fits.state(0.3, 0.2, 0));
        }

        assertEquals(List.of(), told);
    }

    private SilentSatelliteTest() {
        take(new Event.Configured(
                stamp(-100),
                new Configuration.WatchSensors(List.of(Fits.satellite("A"), Fits.satellite("B")), List.of())));
    }

    private void see(int satellite, double timeS, double[] eye, double[] at) {
        Vec3 way = new Vec3(at[0] - eye[0], at[1] - eye[1], at[2] - eye[2]);
        Measurement.Sight sight = new Measurement.Sight(
                Provenance.open(state.satellites().get(satellite).sensor(), START.plusS(timeS)),
                new Ecef(eye[0], eye[1], eye[2]),
                way.times(1 / way.norm()),
                30e-6);
        take(new Event.Observed(stamp(timeS), sight));
    }

    private void take(Event event) {
        MissileStep step = watch.step(state, event);
        state = step.state();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Assessed(var at, Assessment.Flying(var missile))) {
                told.add(missile);
            }
        }
    }

    private Event.Stamp stamp(double timeS) {
        seq++;
        return new Event.Stamp(seq, START.plusS(timeS), Domain.TEST);
    }
}
