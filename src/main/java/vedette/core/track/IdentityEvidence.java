package vedette.core.track;

import java.util.Optional;
import java.util.OptionalInt;
import vedette.math.Exact;
import vedette.model.Identity;

/// What codes say about whether a plot and a track are the same object: evidence, since codes are garbled, shared,
/// doubled and changed.
///
/// The ratio of two probabilities that the plot's codes are told: by the track's object, of whose codes the track has
/// a [Belief]; by any other object. They are multiplied over the kinds of codes, since what garbles one leaves the
/// others alone. Another return may also repeat this very object's codes (a reflection, a second object with the same
/// address): that happens in 3 of 1000, so however many codes agree, they weigh no more than ln 333 = 5.8, which is a
/// plot 3.4 sigmas nearer. Position decides; codes decide between what position allows. Codes that are not told on
/// both sides say nothing.
final class IdentityEvidence {
    /// Multiple and reflected target reports of a secondary radar: 0.3 % at most (EUROCONTROL
    /// SUR.ET1.ST01.1000-STD-01-01, requirements on multiple reports). Doubled addresses are rarer still.
    private static final double REPEATED = 3e-3;

    private IdentityEvidence() {}

    /// The logarithm of how much likelier the codes are if both are the same object. Allocates nothing.
    ///
    /// @param track what the track believes
    /// @param plot what the plot tells
    static double of(Codes track, Identity plot) {
        OptionalInt address = plot.address();
        OptionalInt modeA = plot.modeA();
        Optional<String> callsign = plot.callsign();
        double ratio = 1;
        if (address.isPresent() && track.address().isKnown()) {
            ratio *= track.address().ratio(CodeKind.ADDRESS, address.getAsInt());
        }
        if (modeA.isPresent() && track.modeA().isKnown()) {
            ratio *= track.modeA().ratio(Codes.modeAKind(plot), modeA.getAsInt());
        }
        if (callsign.isPresent() && track.callsign().isKnown()) {
            ratio *= track.callsign().ratio(CodeKind.CALLSIGN, callsign.get().hashCode());
        }
        if (plot.serial().isPresent() && track.serial().isPresent()) {
            ratio *= track.serial()
                    .get()
                    .ratio(CodeKind.SERIAL, Codes.code(plot.serial().get()));
        }
        return weight(ratio);
    }

    // Nothing told on both sides leaves the ratio at exactly 1, and most plots of primary radars tell nothing.
    private static double weight(double ratio) {
        return ratio == 1 ? 0 : Exact.log(ratio / (1 - REPEATED + REPEATED * ratio));
    }
}
