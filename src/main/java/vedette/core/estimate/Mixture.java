package vedette.core.estimate;

/// Where an object may be and how it may move: Gaussians with weights, flat in one array.
///
/// A block is one Gaussian: its weight, seven numbers of mean (see [vedette.core.motion.MotionModel]) and the lower
/// triangle
/// of its covariance, row by row (28). Blocks stand in groups, one block for each model of a [Regime]; a group is one
/// hypothesis about what the sensors cannot tell, such as the height of an object that only flat radars see.
public final class Mixture {
    /// Numbers of a state.
    public static final int N = 7;

    /// Where the mean begins in a block.
    public static final int MEAN = 1;

    /// Where the covariance begins in a block.
    public static final int COVARIANCE = MEAN + N;

    /// Numbers of a block.
    public static final int BLOCK = COVARIANCE + N * (N + 1) / 2;

    private Mixture() {}

    /// Where an element of the lower triangle stands after the beginning of the covariance.
    ///
    /// @param i row
    /// @param j column, at most i
    public static int at(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /// How many blocks an array holds.
    public static int blocks(double[] mixture) {
        return mixture.length / BLOCK;
    }

    /// The one Gaussian with the mixture's mean and covariance, as a block of weight 1.
    ///
    /// @param mixture blocks whose weights sum to 1
    /// @param count how many
    /// @param out receives a block
    /// @param offset where it begins
    public static void merged(double[] mixture, int from, int count, double[] out, int offset) {
        double total = 0;
        for (int k = 0; k < 1 + N + N * (N + 1) / 2; k++) {
            out[offset + k] = 0;
        }
        for (int b = 0; b < count; b++) {
            int at = (from + b) * BLOCK;
            total += mixture[at];
            for (int i = 0; i < N; i++) {
                out[offset + MEAN + i] += mixture[at] * mixture[at + MEAN + i];
            }
        }
        for (int i = 0; i < N; i++) {
            out[offset + MEAN + i] /= total;
        }
        out[offset] = total;
        for (int b = 0; b < count; b++) {
            spread(mixture, (from + b) * BLOCK, mixture[(from + b) * BLOCK] / total, out, offset);
        }
    }

    // Adds a block's covariance and its mean's distance from the merged mean.
    private static void spread(double[] mixture, int at, double weight, double[] out, int offset) {
        int p = 0;
        for (int i = 0; i < N; i++) {
            double di = mixture[at + MEAN + i] - out[offset + MEAN + i];
            for (int j = 0; j <= i; j++) {
                double dj = mixture[at + MEAN + j] - out[offset + MEAN + j];
                out[offset + COVARIANCE + p] += weight * (mixture[at + COVARIANCE + p] + di * dj);
                p++;
            }
        }
    }
}
