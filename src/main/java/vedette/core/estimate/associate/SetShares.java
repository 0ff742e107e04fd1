package vedette.core.estimate.associate;

import java.util.Arrays;
import vedette.math.Kernel;

/// Shares among the best permutations only: JPDA* (Blom and Bloem, "Probabilistic data association avoiding track
/// coalescence", IEEE TAC 45(2), 2000), sharpened.
///
/// For each set D of tracks that own a shared plot and each set M of plots that they own, only the likeliest of the
/// ways to deal M among D is kept: which target is called which says nothing about where the targets are, and averaging
/// over the names is what draws close tracks together. Best permutations by dynamic programming over pairs of sets, the
/// last row of D taken off:
///
///     B[D][M] = max over j ∈ M of w_dj · B[D \ d][M \ j]
///
/// When tracks have met, *who was missed* says as little as who took what: three plots of four tracks leave all
/// four with an existence of 3/4 each, and all live on. So among the D of one M the probabilities are raised to
/// the power `sharpness` and brought back to their sum: 1 is JPDA*, a great one decides for one D. What stays as
/// it was is how likely each set of plots is.
///
/// Cost: 2^(rows + shared columns) · columns; hence [#MOST_BITS].
final class SetShares {
    /// The most rows and shared plots together: 16,384 pairs of sets, some 0.1 ms.
    static final int MOST_BITS = 14;

    private final double[] best = new double[1 << MOST_BITS];
    private final int[] taken = new int[1 << MOST_BITS];
    private final double[] leftRows = new double[1 << MOST_BITS];
    private final double[] leftColumns = new double[1 << MOST_BITS];

    private final int sharpness;

    SetShares(int sharpness) {
        this.sharpness = sharpness;
    }

    static boolean fits(Part part) {
        return part.rows + part.shared <= MOST_BITS;
    }

    void solve(Part part) {
        left(leftRows, part.fold, part.rows);
        left(leftColumns, part.alone, part.shared);
        permute(part);
        Arrays.fill(part.pairShare, 0, part.pairs, 0);
        Arrays.fill(part.noneShare, 0, part.rows, 0);
        Arrays.fill(part.aloneShare, 0, part.shared, 0);
        double total = spread(part);
        for (int k = 0; k < part.pairs; k++) {
            part.pairShare[k] /= total;
        }
        for (int i = 0; i < part.rows; i++) {
            part.noneShare[i] /= total;
        }
        for (int j = 0; j < part.shared; j++) {
            part.aloneShare[j] /= total;
        }
    }

    // What all that is not in a set weighs when it stays out.
    private static void left(double[] product, double[] weight, int size) {
        int all = (1 << size) - 1;
        product[all] = 1;
        for (int s = all - 1; s >= 0; s--) {
            int b = Integer.numberOfTrailingZeros(~s);
            product[s] = weight[b] * product[s | 1 << b];
        }
    }

    @Kernel
    void permute(Part part) {
        int shared = part.shared;
        Arrays.fill(best, 0, 1 << (part.rows + shared), 0);
        best[0] = 1;
        for (int rows = 1; rows < 1 << part.rows; rows++) {
            int row = 31 - Integer.numberOfLeadingZeros(rows);
            int base = rows << shared;
            int below = (rows ^ 1 << row) << shared;
            for (int k = part.rowStart[row]; k < part.rowStart[row + 1]; k++) {
                if (part.columnOf[k] >= shared) {
                    continue;
                }
                int mask = 1 << part.columnOf[k];
                double w = part.weight[k];
                for (int s = mask; s < 1 << shared; s = s + 1 | mask) {
                    double value = w * best[below + s - mask];
                    if (value > best[base + s]) {
                        best[base + s] = value;
                        taken[base + s] = k;
                    }
                }
            }
        }
    }

    // The sum of all, which each M keeps.
    private double spread(Part part) {
        int shared = part.shared;
        double total = 0;
        for (int m = 0; m < 1 << shared; m++) {
            double top = 0;
            double sum = 0;
            for (int at = m; at < 1 << (part.rows + shared); at += 1 << shared) {
                best[at] *= leftRows[at >> shared] * leftColumns[m];
                top = Math.max(top, best[at]);
                sum += best[at];
            }
            total += sum;
            if (top > 0) {
                sharpen(part, m, top, sum);
            }
        }
        return total;
    }

    private void sharpen(Part part, int m, double top, double sum) {
        int shared = part.shared;
        double powers = 0;
        for (int at = m; at < 1 << (part.rows + shared); at += 1 << shared) {
            best[at] = power(best[at] / top);
            powers += best[at];
        }
        for (int at = m; at < 1 << (part.rows + shared); at += 1 << shared) {
            if (best[at] > 0) {
                give(part, at, sum * best[at] / powers);
            }
        }
    }

    private double power(double of) {
        double product = of;
        for (int k = 1; k < sharpness; k++) {
            product *= of;
        }
        return product;
    }

    private void give(Part part, int of, double value) {
        int shared = part.shared;
        int rows = of >> shared;
        int columns = of & (1 << shared) - 1;
        for (int i = 0; i < part.rows; i++) {
            part.noneShare[i] += (rows & 1 << i) == 0 ? value : 0;
        }
        for (int j = 0; j < shared; j++) {
            part.aloneShare[j] += (columns & 1 << j) == 0 ? value : 0;
        }
        int at = of;
        while (at >> shared != 0) {
            int pair = taken[at];
            part.pairShare[pair] += value;
            at -= (1 << (shared + part.rowOf[pair])) + (1 << part.columnOf[pair]);
        }
    }
}
