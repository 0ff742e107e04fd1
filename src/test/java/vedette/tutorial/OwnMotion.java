package vedette.tutorial;

import java.util.List;
import vedette.core.estimate.Regime;
import vedette.core.estimate.associate.Associator;
import vedette.core.estimate.associate.GlobalNearest;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Manner;
import vedette.core.motion.MotionModel;
import vedette.core.track.Motions;
import vedette.core.track.Tracker;

/// A tracker with ways of moving and an association of one's own.
public final class OwnMotion {
    /// Airliners that fly straight, turn, or are carried east by a jet stream that grows by 0.1 m/s each second.
    public static Tracker tracker() {
        Manner manner = new Manner(0.05, 3, 30, 4, 60); // m²/s³; climbs: m/s, s; turns: m/s², s
        ConstantVelocity straight = new ConstantVelocity(manner, 1);
        MotionModel carried = (x, mean, covariance, dtS) -> {
            straight.move(x, mean, covariance, dtS); // x' = f(x), P' = F P Fᵀ + Q
            x[mean] += 0.05 * dtS * dtS;
            x[mean + MotionModel.VELOCITY] += 0.1 * dtS;
        };
        Regime airliners = new Regime( // three filters side by side, and for how many seconds each lasts on average
                List.of(straight, new CoordinatedTurn(manner, 60), carried), 120, 60, 30);
        Motions usual = Motions.usual();
        Motions motions = new Motions(usual.low(), Motions.Kind.of(airliners, manner.turnMps2()), usual.space());
        Associator associator = new GlobalNearest(); // or a lambda: (gains, shares) -> ...
        return new Tracker(associator, motions);
    }
}
