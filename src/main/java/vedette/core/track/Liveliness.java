package vedette.core.track;

import vedette.core.estimate.Imm;

/// How lively a track's object flies compared with its kind, learnt from the track's own innovations.
///
/// In steps from the middle regime of its [Motions.Kind], each of which doubles the noise of straight flight: a
/// slowly moving number that rises when plots lie farther from where straight flight expects them than its
/// covariance says, and falls when they lie nearer (Robbins-Monro on the normalised innovation squared). Bounded,
/// so that a sensor whose sigma is wrong makes no filter blind or deaf.
final class Liveliness {
    /// How much one plot moves it, steps for a ratio of innovations that is off by 1.
    private static final double RATE = 0.15;

    private Liveliness() {}

    /// The liveliness after a plot that surely is the track's own.
    ///
    /// @param before in steps
    /// @param kind how its kind moves
    /// @param imm has just taken the plot in
    /// @param blocks the mixture after it
    static double after(double before, Motions.Kind kind, Imm imm, double[] blocks) {
        int half = kind.regimes().size() / 2;
        if (half == 0) {
            return before;
        }
        int models = kind.regimes().getFirst().size();
        double change = RATE * imm.surprise(blocks, Hovering.is(kind, blocks) ? models + 1 : models);
        return Math.clamp(before + change, -half, half);
    }

    /// Which of the kind's regimes it is.
    static int regime(double liveliness, Motions.Kind kind) {
        int half = kind.regimes().size() / 2;
        return half + Math.clamp((long) Math.rint(liveliness), -half, half);
    }
}
