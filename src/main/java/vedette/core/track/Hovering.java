package vedette.core.track;

import java.util.Arrays;
import vedette.core.estimate.Mixture;

/// Gives slow tracks one filter more, for an object that stands in the air, and takes it away from those that fly
/// on.
///
/// A third filter costs half as much again as the two of flight, and says nothing of what is fast: only tracks that
/// are slow for certain have it. It is the last block of their one group of filters. Coming and going change
/// neither the mean nor the covariance of the mixture by more than the weight below which it goes.
final class Hovering {
    /// A track that is slower than this, its uncertainty included, may stand: root mean square of its level speed,
    /// m/s.
    private static final double SLOW_MPS = 7;

    /// One that is faster than this flies.
    private static final double FAST_MPS = 10;

    /// A filter with less weight is of no use to a track that flies.
    private static final double GONE = 0.01;

    /// The weight to begin with.
    private static final double FIRST = 0.1;

    private static final int BLOCK = Mixture.BLOCK;

    private Hovering() {}

    /// Whether a mixture has that filter.
    static boolean is(Motions.Kind kind, double[] blocks) {
        return !kind.hovering().isEmpty()
                && blocks.length / BLOCK == kind.hovering().getFirst().size();
    }

    /// The mixture with the filter when it is slow now, without it when it flies on; else as it was.
    ///
    /// @param merged the one Gaussian with the mixture's mean and covariance
    static double[] paced(Motions.Kind kind, double[] blocks, double[] merged) {
        if (kind.hovering().isEmpty()) {
            return blocks;
        }
        int models = kind.regimes().getFirst().size();
        if (is(kind, blocks)) {
            boolean flies = square(merged) > FAST_MPS * FAST_MPS && blocks[models * BLOCK] < GONE;
            return flies ? without(blocks, models) : blocks;
        }
        boolean slow = blocks.length == models * BLOCK && square(merged) < SLOW_MPS * SLOW_MPS;
        return slow ? with(blocks, merged) : blocks;
    }

    // The mean square of the level speed.
    private static double square(double[] b) {
        double east = b[Mixture.MEAN + 3];
        double north = b[Mixture.MEAN + 4];
        return east * east
                + north * north
                + b[Mixture.COVARIANCE + Mixture.at(3, 3)]
                + b[Mixture.COVARIANCE + Mixture.at(4, 4)];
    }

    // What all filters say together is what the new one begins with: the mixture's mean and covariance stay.
    private static double[] with(double[] blocks, double[] merged) {
        double[] more = Arrays.copyOf(blocks, blocks.length + BLOCK);
        for (int at = 0; at < blocks.length; at += BLOCK) {
            more[at] *= 1 - FIRST;
        }
        System.arraycopy(merged, 0, more, blocks.length, BLOCK);
        more[blocks.length] = FIRST;
        return more;
    }

    private static double[] without(double[] blocks, int models) {
        double[] fewer = Arrays.copyOf(blocks, models * BLOCK);
        double left = 1 - blocks[models * BLOCK];
        for (int at = 0; at < fewer.length; at += BLOCK) {
            fewer[at] /= left;
        }
        return fewer;
    }
}
