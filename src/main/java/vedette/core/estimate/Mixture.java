package vedette.core.estimate;

import vedette.math.Kernel;

/// Where an object may be and how it may move: Gaussians with weights, flat in one array.
///
/// A block is one Gaussian: its weight, seven numbers of mean (see [vedette.core.motion.MotionModel]) and the lower
/// triangle of its covariance, row by row (28). Blocks stand in groups, one block for each model of a [Regime]; a group
/// is one hypothesis about what the sensors cannot tell, such as the height of an object that only flat radars see.
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

    /// The one Gaussian with the mean and covariance of some blocks; its weight is theirs together.
    ///
    /// @param mixture blocks
    /// @param from the first of them
    /// @param count how many, their weights above 0 together
    /// @param out receives a block; not the mixture itself
    /// @param offset where it begins
    public static void merged(double[] mixture, int from, int count, double[] out, int offset) {
        int base = from * BLOCK;
        if (count == 1) {
            System.arraycopy(mixture, base, out, offset, BLOCK);
            return;
        }
        if (count == 2) {
            pair(mixture, base, out, offset);
            return;
        }
        double total = 0;
        for (int b = 0; b < count; b++) {
            total += mixture[base + b * BLOCK];
        }
        double first = mixture[base] / total;
        for (int k = 1; k < BLOCK; k++) {
            out[offset + k] = first * mixture[base + k];
        }
        for (int b = 1; b < count; b++) {
            int at = base + b * BLOCK;
            double weight = mixture[at] / total;
            for (int k = 1; k < BLOCK; k++) {
                out[offset + k] += weight * mixture[at + k];
            }
        }
        out[offset] = total;
        for (int b = 0; b < count; b++) {
            int at = base + b * BLOCK;
            apart(mixture, at + MEAN, out, offset + MEAN, mixture[at] / total, out, offset + COVARIANCE);
        }
    }

    // Two blocks, the usual case: what their means lie apart enters once, times both weights.
    private static void pair(double[] mixture, int base, double[] out, int offset) {
        double total = mixture[base] + mixture[base + BLOCK];
        double first = mixture[base] / total;
        double second = mixture[base + BLOCK] / total;
        for (int k = 1; k < BLOCK; k++) {
            out[offset + k] = first * mixture[base + k] + second * mixture[base + BLOCK + k];
        }
        out[offset] = total;
        int m = base + MEAN;
        apart(mixture, m, mixture, m + BLOCK, first * second, out, offset + COVARIANCE);
    }

    /// What [#merged] gives of the mean and of the position's covariance; the rest of the block is left as it is.
    ///
    /// @param mixture blocks
    /// @param from the first of them
    /// @param count how many
    /// @param out receives a block from its beginning
    @Kernel
    static void placed(double[] mixture, int from, int count, double[] out) {
        int base = from * BLOCK;
        double total = 0;
        for (int b = 0; b < count; b++) {
            total += mixture[base + b * BLOCK];
        }
        for (int k = MEAN; k < COVARIANCE + 6; k++) {
            out[k] = 0;
        }
        for (int b = 0; b < count; b++) {
            int at = base + b * BLOCK;
            double weight = mixture[at] / total;
            for (int k = MEAN; k < COVARIANCE + 6; k++) {
                out[k] += weight * mixture[at + k];
            }
        }
        out[0] = total;
        for (int b = 0; b < count; b++) {
            int at = base + b * BLOCK;
            double weight = mixture[at] / total;
            double dx = mixture[at + MEAN] - out[MEAN];
            double dy = mixture[at + MEAN + 1] - out[MEAN + 1];
            double dz = mixture[at + MEAN + 2] - out[MEAN + 2];
            out[COVARIANCE] += weight * dx * dx;
            out[COVARIANCE + 1] += weight * dy * dx;
            out[COVARIANCE + 2] += weight * dy * dy;
            out[COVARIANCE + 3] += weight * dz * dx;
            out[COVARIANCE + 4] += weight * dz * dy;
            out[COVARIANCE + 5] += weight * dz * dz;
        }
    }

    // Adds weight · d dᵀ to a covariance, d being what two means lie apart.
    @Kernel
    static void apart(double[] x, int m, double[] y, int o, double weight, double[] out, int c) {
        double d0 = x[m] - y[o];
        double d1 = x[m + 1] - y[o + 1];
        double d2 = x[m + 2] - y[o + 2];
        double d3 = x[m + 3] - y[o + 3];
        double d4 = x[m + 4] - y[o + 4];
        double d5 = x[m + 5] - y[o + 5];
        double d6 = x[m + 6] - y[o + 6];
        out[c] += weight * d0 * d0;
        double w = weight * d1;
        out[c + 1] += w * d0;
        out[c + 2] += w * d1;
        w = weight * d2;
        out[c + 3] += w * d0;
        out[c + 4] += w * d1;
        out[c + 5] += w * d2;
        w = weight * d3;
        out[c + 6] += w * d0;
        out[c + 7] += w * d1;
        out[c + 8] += w * d2;
        out[c + 9] += w * d3;
        w = weight * d4;
        out[c + 10] += w * d0;
        out[c + 11] += w * d1;
        out[c + 12] += w * d2;
        out[c + 13] += w * d3;
        out[c + 14] += w * d4;
        w = weight * d5;
        out[c + 15] += w * d0;
        out[c + 16] += w * d1;
        out[c + 17] += w * d2;
        out[c + 18] += w * d3;
        out[c + 19] += w * d4;
        out[c + 20] += w * d5;
        w = weight * d6;
        out[c + 21] += w * d0;
        out[c + 22] += w * d1;
        out[c + 23] += w * d2;
        out[c + 24] += w * d3;
        out[c + 25] += w * d4;
        out[c + 26] += w * d5;
        out[c + 27] += w * d6;
    }
}
