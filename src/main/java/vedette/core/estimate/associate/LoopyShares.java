package vedette.core.estimate.associate;

import java.util.Arrays;

/// Near marginals of a large cluster by belief propagation (Williams and Lau, "Approximate evaluation of marginal
/// association probabilities with belief propagation", IEEE TAES 50(4), 2014).
///
/// Each track tells each plot how much it wants it (μ), each plot tells each track how free it is (ν):
///
///     μ_ij = w_ij / (none_i + Σ_{j'≠j} w_ij' ν_ij')        ν_ij = 1 / (alone_j + Σ_{i'≠i} μ_i'j)
///
/// until no ν moves by more than [#CONVERGED] of itself. The iteration contracts, so it always converges and to
/// one point (there, theorem 2); it needs no damping. [#ROUNDS] only bounds the time. Sums without one member are
/// made from running sums before and after it, since subtracting it would cancel. Exact on trees. Measured
/// against the exact solver on 3,000 random clusters of 2–8 tracks and plots, all connected, gains 2 ± 3: a share
/// errs by 0.0064 on average and by 0.31 at worst (`AssociationTest`).
final class LoopyShares {
    /// The greatest relative change of a message at the end.
    static final double CONVERGED = 1e-7;

    /// Never more rounds than this.
    static final int ROUNDS = 500;

    private final Columns columns = new Columns();
    private double[] wanted = new double[32];
    private double[] free = new double[32];
    private double[] after = new double[33];

    void solve(Part part) {
        columns.of(part);
        if (wanted.length < part.pairs) {
            wanted = new double[2 * part.pairs];
            free = new double[2 * part.pairs];
            after = new double[2 * part.pairs + 1];
        }
        Arrays.fill(free, 0, part.pairs, 1);
        int round = 0;
        do {
            askRows(part);
        } while (askColumns(part) > CONVERGED && ++round < ROUNDS);
        askRows(part);
        hand(part);
    }

    private void askRows(Part part) {
        for (int i = 0; i < part.rows; i++) {
            int from = part.rowStart[i];
            int to = part.rowStart[i + 1];
            after[to] = 0;
            for (int k = to - 1; k >= from; k--) {
                after[k] = after[k + 1] + offer(part, k);
            }
            double before = part.fold[i];
            for (int k = from; k < to; k++) {
                wanted[k] = part.weight[k] / (before + after[k + 1]);
                before += offer(part, k);
            }
        }
    }

    private double offer(Part part, int pair) {
        return part.columnOf[pair] < part.shared ? part.weight[pair] * free[pair] : 0;
    }

    private double askColumns(Part part) {
        double moved = 0;
        for (int j = 0; j < part.shared; j++) {
            int from = columns.start[j];
            int to = columns.start[j + 1];
            after[to] = 0;
            for (int at = to - 1; at >= from; at--) {
                after[at] = after[at + 1] + wanted[columns.pair[at]];
            }
            double before = Math.max(part.alone[j], Double.MIN_NORMAL);
            for (int at = from; at < to; at++) {
                int pair = columns.pair[at];
                double now = 1 / (before + after[at + 1]);
                moved = Math.max(moved, Math.abs(now - free[pair]) / (now + free[pair] + Double.MIN_NORMAL));
                free[pair] = now;
                before += wanted[pair];
            }
        }
        return moved;
    }

    private void hand(Part part) {
        for (int i = 0; i < part.rows; i++) {
            double sum = part.fold[i];
            for (int k = part.rowStart[i]; k < part.rowStart[i + 1]; k++) {
                sum += offer(part, k);
            }
            part.noneShare[i] = part.fold[i] / sum;
            for (int k = part.rowStart[i]; k < part.rowStart[i + 1]; k++) {
                part.pairShare[k] = offer(part, k) / sum;
            }
        }
        for (int j = 0; j < part.shared; j++) {
            double sum = part.alone[j];
            for (int at = columns.start[j]; at < columns.start[j + 1]; at++) {
                sum += wanted[columns.pair[at]];
            }
            part.aloneShare[j] = part.alone[j] / sum;
        }
    }
}
