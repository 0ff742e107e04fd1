package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Regime;
import vedette.core.estimate.associate.Marginal;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.Manner;
import vedette.core.motion.MotionModel;
import vedette.model.Enu;
import vedette.model.Track;

/// Who brings ways of moving of their own is served by them.
class MotionsTest {
    private static final Manner QUIET = new Manner(0.01, 0.3, 5, 6, 4);

    // Carried to the north by a wind that pushes ever harder, metres a second each second.
    private static MotionModel pushed(double mps2) {
        ConstantVelocity straight = new ConstantVelocity(QUIET, 1);
        return (x, mean, covariance, dtS) -> {
            straight.move(x, mean, covariance, dtS);
            x[mean + 1] += mps2 * dtS * dtS / 2;
            x[mean + 4] += mps2 * dtS;
        };
    }

    private static Motions with(MotionModel model) {
        Motions usual = Motions.usual();
        return new Motions(Motions.Kind.of(new Regime(List.of(model), 1), 6), usual.air(), usual.space());
    }

    // The mean distance from the truth over the last half of a flight that is pushed by 0.5 m/s².
    private static double errorM(Tracker tracker) {
        List<Sky.Leg> legs = new ArrayList<>();
        for (int k = 0; k < 600; k++) {
            legs.add(new Sky.Leg(k / 10.0, new Enu(10, -12 + 0.5 * (k + 0.5) / 10, 0)));
        }
        Sky sky = new Sky().staring("A", 0, 1);
        sky.flyer(new Enu(-300, 1200, 150), new Enu(10, -12, 0), legs);
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
        double sum = 0;
        int count = 0;
        for (Sky.Arrival arrival : sky.fly(0, 60, 0.95)) {
            state = tracker.step(state, new TrackInput.Seen(1, Sky.at(arrival.timeS()), arrival.measurement()))
                    .next();
            for (Track track : tracker.picture(state, Sky.at(arrival.timeS()))) {
                boolean late = arrival.timeS() > 30;
                sum += late
                        ? track.kinematics()
                                .position()
                                .ecef()
                                .distanceM(sky.place(0, arrival.timeS()).ecef())
                        : 0;
                count += late ? 1 : 0;
            }
        }
        assertTrue(count > 30, count + " pictures");
        return sum / count;
    }

    @Test
    void aModelThatKnowsThePushFollowsCloserThanOnesThatDoNot() {
        double own = errorM(new Tracker(new Marginal(), with(pushed(0.5))));
        double usual = errorM(new Tracker());
        double wrong = errorM(new Tracker(new Marginal(), with(pushed(0))));

        assertTrue(own < 0.8 * usual, own + " m, usual " + usual);
        assertTrue(own < 0.5 * wrong, own + " m, without the push " + wrong);
    }

    @Test
    void aStateGoesOnUnderOtherMotions() {
        Sky sky = new Sky().staring("A", 0, 1).flyer(new Enu(-300, 1200, 150), new Enu(10, 0, 0));
        TrackState state = sky.watched(30).state();
        Regime two = new Regime(List.of(pushed(0), pushed(0.5)), 10, 10);
        Motions other = new Motions(
                Motions.Kind.of(two, 6), Motions.usual().air(), Motions.usual().space());

        Tracker tracker = new Tracker(new Marginal(), other);

        assertEquals(1, tracker.picture(state, Sky.at(31)).size());
    }

    @Test
    void aKindHasAMiddleAndItsRegimesAreAlike() {
        Regime one = new Regime(List.of(pushed(0)), 1);
        Regime two = new Regime(List.of(pushed(0), pushed(1)), 1, 1);

        assertThrows(IllegalArgumentException.class, () -> new Motions.Kind(List.of(one, one), 1));
        assertThrows(IllegalArgumentException.class, () -> new Motions.Kind(List.of(one, two, one), 1));
        assertThrows(IllegalArgumentException.class, () -> new Motions.Kind(List.of(), 1));
        Motions.Kind three = new Motions.Kind(List.of(one, one, one), 1);
        assertThrows(IllegalArgumentException.class, () -> new Motions(three, three, three));
    }
}
