package vedette.core.track;

import vedette.model.Identity;

/// What codes say about whether a plot and a track are the same object: evidence, since codes are garbled and shared.
final class IdentityEvidence {
    /// Equal addresses: garbling to another's address is rare, so this outweighs most of a gate.
    private static final double SAME_ADDRESS = 7;

    /// Other addresses: only a wrong bit would explain it.
    private static final double OTHER_ADDRESS = -25;

    /// Equal codes: 4096 of them, shared by a few per cent of the traffic (1000, 7000, …).
    private static final double SAME_CODE = 2;

    /// Other codes: a pilot turned the knob, or a garbled reply.
    private static final double OTHER_CODE = -4;

    private IdentityEvidence() {}

    /// The logarithm of how much likelier the codes are if both are the same object.
    static double of(Identity track, Identity plot) {
        if (track.address().isPresent() && plot.address().isPresent()) {
            return track.address().getAsInt() == plot.address().getAsInt() ? SAME_ADDRESS : OTHER_ADDRESS;
        }
        if (track.modeA().isPresent() && plot.modeA().isPresent()) {
            return track.modeA().getAsInt() == plot.modeA().getAsInt() ? SAME_CODE : OTHER_CODE;
        }
        return 0;
    }
}
