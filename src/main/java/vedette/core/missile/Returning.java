package vedette.core.missile;

import java.util.List;
import vedette.core.motion.Ascent;

/// A launch that a notice told of, whose satellites fell silent while it burnt: what they see first when they tell
/// again is it, if it is no farther than thrust can have carried it from where it was expected.
///
/// Without a notice a glow that was lost and one that is found are two: so an attack is never drawn on. A workspace.
final class Returning {
    /// Longer away it may be anywhere, seconds.
    private static final double LONGEST_S = 100;
    /// How far off a flight is expected at once, metres, and what thrust adds that was taken for none, m/s².
    private static final double NEAR_M = 3e4;
    private static final double THRUST_MPS2 = 30;

    private final Vigil vigil;
    private final Ascent ascent = new Ascent();
    private final double[] state = new double[6];
    private final LookView view = new LookView();

    Returning(Vigil vigil) {
        this.vigil = vigil;
    }

    /// Which of some things a light that fits none is; -1 when none.
    int owner(List<Thing> things, Look.Light light, List<Judge.Told> notices) {
        int only = -1;
        for (int i = 0; i < things.size() && !notices.isEmpty(); i++) {
            if (mayBe(things.get(i), light, notices)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    private boolean mayBe(Thing thing, Look.Light light, List<Judge.Told> notices) {
        if (thing.spot() != Thing.Shine.RISING
                || thing.telling().ended()
                || thing.burns().isEmpty()) {
            return false;
        }
        double awayS = light.timeS() - thing.lights().getLast().timeS();
        return awayS > 0
                && awayS < LONGEST_S
                && vigil.isUnwatched(thing)
                && Judge.matched(thing.burn().orElseThrow(), notices)
                        .filter(told -> told.points(thing))
                        .isPresent()
                && missM(thing.burn().orElseThrow(), light) < NEAR_M + 0.5 * THRUST_MPS2 * awayS * awayS;
    }

    private double missM(Burn burn, Look.Light light) {
        BurnFitter.launch(burn.kind(), burn.best().values(), burn.latRad(), burn.lonRad(), ascent);
        if (!ascent.at(light.timeS(), state)) {
            return Double.POSITIVE_INFINITY;
        }
        view.light(light, state);
        double dx = state[0] - light.x();
        double dy = state[1] - light.y();
        double dz = state[2] - light.z();
        double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return range * Math.sqrt(view.residual[0] * view.residual[0] + view.residual[1] * view.residual[1]);
    }
}
