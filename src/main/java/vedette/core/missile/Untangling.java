package vedette.core.missile;

import java.util.List;
import java.util.Optional;

/// Lets go of a radar's hold on two things at once.
///
/// What has burnt out and is still above the air can only fall. Where its echoes keep leaving one fall for another they
/// are those of several, near each other in a raid: they are let go, and each may be found anew by itself. What the
/// satellites saw of it stays, and is not joined with a radar's hold again: it was of several, too.
final class Untangling {
    /// No light for so long is no burn any more, seconds.
    private static final double DARK_S = 16;
    /// Twice within so long is once too often, seconds.
    private static final double AGAIN_S = 40;

    private Untangling() {}

    /// A thing after an echo, its hold let go if it is a tangle.
    static Thing freed(Thing before, Thing after, double echoS) {
        return isTangled(before, after, echoS) ? without(after) : after;
    }

    /// Whether its hold was let go.
    static boolean isFreed(Thing thing) {
        return thing.follow().isEmpty() && thing.unsteadyS() > Double.NEGATIVE_INFINITY;
    }

    private static boolean isTangled(Thing before, Thing after, double echoS) {
        return after.unsteadyS() == echoS
                && echoS - before.unsteadyS() < AGAIN_S
                && echoS > before.unsteadyS()
                && !after.turned()
                && after.falls()
                && !after.lights().isEmpty()
                && echoS - after.lights().getLast().timeS() > DARK_S;
    }

    private static Thing without(Thing thing) {
        return new Thing(
                thing.number(),
                thing.lights(),
                List.of(),
                thing.spot(),
                thing.burns(),
                Optional.empty(),
                Optional.empty(),
                thing.fallsFromS(),
                Optional.empty(),
                thing.unsteadyS(),
                false,
                thing.parent(),
                thing.telling(),
                thing.gone());
    }
}
