package vedette.core.estimate;

import java.util.Arrays;

/// One mixture in place of several, each with a probability: what a track may be after each plot it may own, and after
/// none (Bar-Shalom and Tse 1975).
///
/// Blocks are merged place by place, the first with the first, so that each model and each height keeps its filter. A
/// workspace: one object serves one thread.
public final class Blend {
    private static final int BLOCK = Mixture.BLOCK;

    private double[][] parts = new double[8][];
    private double[] shares = new double[8];
    private int size;

    /// Begins with one mixture.
    ///
    /// @param mixture its weights summing to 1; not kept beyond [#done]
    /// @param share its probability
    public Blend of(double[] mixture, double share) {
        size = 0;
        return and(mixture, share);
    }

    /// Adds another one with as many blocks.
    public Blend and(double[] mixture, double share) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
            shares = Arrays.copyOf(shares, 2 * size);
        }
        parts[size] = mixture;
        shares[size++] = share;
        return this;
    }

    /// The blend, its weights summing to 1, in an array of its own or, when only one has a share, that one's.
    ///
    /// @param length numbers in each mixture; arrays may be longer
    public double[] done(int length) {
        double total = 0;
        int some = 0;
        int last = 0;
        for (int k = 0; k < size; k++) {
            total += shares[k];
            some += shares[k] > 0 ? 1 : 0;
            last = shares[k] > 0 ? k : last;
        }
        if (some == 1) {
            return parts[last].length == length ? parts[last] : Arrays.copyOf(parts[last], length);
        }
        double[] out = new double[length];
        double[] row = new double[size * BLOCK];
        for (int at = 0; at < out.length; at += BLOCK) {
            for (int k = 0; k < size; k++) {
                System.arraycopy(parts[k], at, row, k * BLOCK, BLOCK);
                row[k * BLOCK] = Math.max(row[k * BLOCK] * shares[k] / total, Double.MIN_NORMAL);
            }
            Mixture.merged(row, 0, size, out, at);
        }
        return out;
    }
}
