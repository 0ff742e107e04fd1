package vedette.core.estimate;

import java.util.Arrays;

/// Keeps the groups of a mixture few: those that the measurements have ruled out go, those that came together merge.
public final class Hypotheses {
    private static final int BLOCK = Mixture.BLOCK;

    /// A group below this weight is ruled out; losing it moves the mean by less than a hundredth of its distance.
    private static final double RULED_OUT = 1e-2;

    /// Two groups whose heights lie nearer than this many sigmas of both are one.
    private static final double SAME_SIGMAS = 0.8;

    private static final int UP = Mixture.MEAN + 2;
    private static final int UP_VARIANCE = Mixture.COVARIANCE + Mixture.at(2, 2);

    private Hypotheses() {}

    /// The mixture with fewer groups, or the same array. Heights are the third coordinate, as in a tangent frame.
    ///
    /// @param blocks groups of one block a model, weights summing to 1
    /// @param models blocks in a group
    public static double[] reduced(double[] blocks, int models) {
        int groups = blocks.length / BLOCK / models;
        return groups == 1 ? blocks : merged(pruned(blocks, models), models);
    }

    private static double[] pruned(double[] blocks, int models) {
        if (!anyRuledOut(blocks, models)) {
            return blocks;
        }
        int size = models * BLOCK;
        double[] kept = new double[blocks.length];
        int end = 0;
        for (int base = 0; base < blocks.length; base += size) {
            if (weight(blocks, base, models) >= RULED_OUT) {
                System.arraycopy(blocks, base, kept, end, size);
                end += size;
            }
        }
        return end == 0 ? blocks : normalised(Arrays.copyOf(kept, end));
    }

    private static boolean anyRuledOut(double[] blocks, int models) {
        for (int base = 0; base < blocks.length; base += models * BLOCK) {
            if (weight(blocks, base, models) < RULED_OUT) {
                return true;
            }
        }
        return false;
    }

    private static double[] normalised(double[] blocks) {
        double sum = 0;
        for (int at = 0; at < blocks.length; at += BLOCK) {
            sum += blocks[at];
        }
        for (int at = 0; at < blocks.length; at += BLOCK) {
            blocks[at] /= sum;
        }
        return blocks;
    }

    private static double weight(double[] blocks, int base, int models) {
        double sum = 0;
        for (int m = 0; m < models; m++) {
            sum += blocks[base + m * BLOCK];
        }
        return sum;
    }

    // Neighbours in height, lowest first as they were begun, merge model by model.
    private static double[] merged(double[] blocks, int models) {
        int size = models * BLOCK;
        double[] out = blocks;
        int base = 0;
        while (base + size < out.length) {
            if (same(out, base, base + size, models)) {
                out = joined(out, base, models);
            } else {
                base += size;
            }
        }
        return out;
    }

    private static boolean same(double[] blocks, int a, int b, int models) {
        double upA = up(blocks, a, models);
        double upB = up(blocks, b, models);
        double apart = upA - upB;
        double variance = upVariance(blocks, a, models, upA) + upVariance(blocks, b, models, upB);
        return apart * apart < SAME_SIGMAS * SAME_SIGMAS * variance;
    }

    private static double up(double[] blocks, int base, int models) {
        double sum = 0;
        for (int m = 0; m < models; m++) {
            sum += blocks[base + m * BLOCK] * blocks[base + m * BLOCK + UP];
        }
        return sum / weight(blocks, base, models);
    }

    private static double upVariance(double[] blocks, int base, int models, double mean) {
        double sum = 0;
        for (int m = 0; m < models; m++) {
            int at = base + m * BLOCK;
            double apart = blocks[at + UP] - mean;
            sum += blocks[at] * (blocks[at + UP_VARIANCE] + apart * apart);
        }
        return sum / weight(blocks, base, models);
    }

    private static double[] joined(double[] blocks, int base, int models) {
        int size = models * BLOCK;
        double[] out = new double[blocks.length - size];
        System.arraycopy(blocks, 0, out, 0, base);
        System.arraycopy(blocks, base + 2 * size, out, base + size, blocks.length - base - 2 * size);
        double[] pair = new double[2 * BLOCK];
        for (int m = 0; m < models; m++) {
            System.arraycopy(blocks, base + m * BLOCK, pair, 0, BLOCK);
            System.arraycopy(blocks, base + size + m * BLOCK, pair, BLOCK, BLOCK);
            Mixture.merged(pair, 0, 2, out, base + m * BLOCK);
        }
        return out;
    }
}
