package vedette.core.estimate.associate;

import java.util.Arrays;
import vedette.math.Kernel;

/// Shares among the best joint assignments, one for each set of plots that come from tracks.
///
/// [SetShares] keeps a best permutation for each set of plots *and* each set of tracks. But when four tracks have met
/// and
/// three plots are seen, which track was missed says as little as which track took which plot; summing over it lowers
/// the
/// existence of all four instead of one, and all four live on. Here only the set M of plots counts, and one joint
/// assignment
/// stands for it. By dynamic programming over the rows, columns as bits, with the choices kept to walk back:
///
///     B_i[M] = max( none_i · B_{i−1}[M], max over j ∈ M of w_ij · B_{i−1}[M \ j] )
///
/// Cost: (rows + pairs) · 2^columns, so clusters may have many more tracks than [SetShares] can take.
final class PlotSetShares {
    private static final int NONE = Part.NONE;

    private double[] best = new double[64];
    private double[] next = new double[64];
    private double[] left = new double[64];
    private int[] taken = new int[64];

    /// Sums and products that a cluster takes.
    static long cost(Part part) {
        return part.shared > 30 ? Long.MAX_VALUE : (long) (part.rows + part.pairs) << part.shared;
    }

    void solve(Part part) {
        int sets = 1 << part.shared;
        room(part.rows, sets);
        Arrays.fill(best, 0, sets, 0);
        best[0] = 1;
        for (int i = 0; i < part.rows; i++) {
            choose(part, i, sets);
        }
        leftOut(part, sets);
        Arrays.fill(part.pairShare, 0, part.pairs, 0);
        Arrays.fill(part.noneShare, 0, part.rows, 0);
        Arrays.fill(part.aloneShare, 0, part.shared, 0);
        double total = 0;
        for (int s = 0; s < sets; s++) {
            total += best[s] * left[s];
        }
        for (int s = 0; s < sets; s++) {
            give(part, s, best[s] * left[s] / total);
        }
    }

    private void room(int rows, int sets) {
        if (best.length < sets) {
            best = new double[sets];
            next = new double[sets];
            left = new double[sets];
        }
        if (taken.length < rows * sets) {
            taken = new int[rows * sets];
        }
    }

    @Kernel
    void choose(Part part, int row, int sets) {
        int base = row * sets;
        for (int s = 0; s < sets; s++) {
            next[s] = part.fold[row] * best[s];
            taken[base + s] = NONE;
        }
        for (int k = part.rowStart[row]; k < part.rowStart[row + 1]; k++) {
            if (part.columnOf[k] >= part.shared) {
                continue;
            }
            int mask = 1 << part.columnOf[k];
            double w = part.weight[k];
            for (int s = mask; s < sets; s = (s + 1) | mask) {
                double value = w * best[s - mask];
                if (value > next[s]) {
                    next[s] = value;
                    taken[base + s] = k;
                }
            }
        }
        double[] spare = best;
        best = next;
        next = spare;
    }

    // What the plots outside a set weigh when nobody takes them.
    private void leftOut(Part part, int sets) {
        left[sets - 1] = 1;
        for (int s = sets - 2; s >= 0; s--) {
            int b = Integer.numberOfTrailingZeros(~s);
            left[s] = part.alone[b] * left[s | 1 << b];
        }
    }

    private void give(Part part, int set, double share) {
        if (share == 0) {
            return;
        }
        for (int j = 0; j < part.shared; j++) {
            part.aloneShare[j] += (set & 1 << j) == 0 ? share : 0;
        }
        int s = set;
        for (int row = part.rows - 1; row >= 0; row--) {
            int pair = taken[row * (1 << part.shared) + s];
            if (pair == NONE) {
                part.noneShare[row] += share;
            } else {
                part.pairShare[pair] += share;
                s -= 1 << part.columnOf[pair];
            }
        }
    }
}
