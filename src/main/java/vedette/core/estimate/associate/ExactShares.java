package vedette.core.estimate.associate;

import java.util.Arrays;
import vedette.math.Kernel;

/// The exact marginals of a cluster, without enumerating joint assignments.
///
/// The side with fewer members is a set of bits, the members of the other side are *items* taken one by one. Forward,
/// `f[i][S]` is the total weight of all ways in which the first i items took exactly the bits S:
///
///     f[i][S] = none_i · f[i−1][S] + Σ_{b ∈ S} w_ib · f[i−1][S \ b]
///
/// Backward, `g[S]` is the weight of all ways to go on from S to the end. The probability of pair (i, b) is then
/// Σ_{S ∌ b} f[i−1][S] · w_ib · g_i[S ∪ b] / f-total. It is the permanent of the weight matrix by dynamic
/// programming over subsets, with every term positive, so nothing cancels: errors are some 1e-15. Cost: (items +
/// pairs) · 2^bits, twice; [#cost] says it beforehand.
final class ExactShares {
    private final Columns columns = new Columns();
    private double[] forward = {};
    private double[] backward = {};
    private double[] next = {};
    private int[] itemStart = new int[17];
    private int[] bit = new int[32];
    private double[] none = new double[16];
    private boolean turned;

    /// Sums and products that a cluster takes.
    static long cost(Part part) {
        int bits = Math.min(part.rows, part.shared);
        return bits > 30 ? Long.MAX_VALUE : (long) (part.rows + part.pairs) << bits;
    }

    void solve(Part part) {
        columns.of(part);
        turned = part.rows < part.shared;
        int items = turned ? part.shared : part.rows;
        int bits = turned ? part.rows : part.shared;
        lay(part, items);
        room(items, bits);
        for (int i = 0; i < items; i++) {
            double left = turned ? part.alone[i] : part.fold[i];
            forward(part, i, bits, left);
        }
        ending(turned ? part.fold : part.alone, bits);
        double total = total(items, bits);
        Arrays.fill(none, 0, bits, 0);
        for (int i = items - 1; i >= 0; i--) {
            backward(part, i, bits, total);
        }
        hand(part, items);
    }

    // Items and bits change places when there are fewer rows than columns.
    private void lay(Part part, int items) {
        if (itemStart.length < items + 1) {
            itemStart = new int[2 * items + 1];
        }
        if (bit.length < part.pairs) {
            bit = new int[2 * part.pairs];
        }
        int most = Math.max(part.rows, part.shared);
        if (none.length < most) {
            none = new double[2 * most];
        }
        for (int k = 0; k < part.pairs; k++) {
            bit[k] = turned ? part.rowOf[k] : part.columnOf[k];
        }
        System.arraycopy(turned ? columns.start : part.rowStart, 0, itemStart, 0, items + 1);
    }

    private void room(int items, int bits) {
        int sets = 1 << bits;
        if (forward.length < (items + 1) * sets) {
            forward = new double[(items + 1) * sets];
        }
        if (backward.length < sets) {
            backward = new double[sets];
            next = new double[sets];
        }
        Arrays.fill(forward, 0, sets, 0);
        forward[0] = 1;
    }

    private int pairAt(int place) {
        return turned ? columns.pair[place] : place;
    }

    @Kernel
    void forward(Part part, int item, int bits, double left) {
        int sets = 1 << bits;
        int from = item * sets;
        int to = from + sets;
        double[] f = forward;
        for (int s = 0; s < sets; s++) {
            f[to + s] = left * f[from + s];
        }
        for (int at = itemStart[item]; at < itemStart[item + 1]; at++) {
            int pair = pairAt(at);
            if (part.columnOf[pair] >= part.shared) {
                continue;
            }
            int mask = 1 << bit[pair];
            double w = part.weight[pair];
            for (int s = 0; s < sets; s++) {
                if ((s & mask) == 0) {
                    f[to + s + mask] += w * f[from + s];
                }
            }
        }
    }

    // At the end, bits that nobody took weigh what it weighs to be left.
    private void ending(double[] left, int bits) {
        backward[(1 << bits) - 1] = 1;
        for (int s = (1 << bits) - 2; s >= 0; s--) {
            int b = Integer.numberOfTrailingZeros(~s);
            backward[s] = left[b] * backward[s | 1 << b];
        }
    }

    private double total(int items, int bits) {
        int sets = 1 << bits;
        double sum = 0;
        for (int s = 0; s < sets; s++) {
            sum += forward[items * sets + s] * backward[s];
        }
        return sum;
    }

    @Kernel
    void backward(Part part, int item, int bits, double total) {
        int sets = 1 << bits;
        int from = item * sets;
        double left = turned ? part.alone[item] : part.fold[item];
        double[] g = backward;
        for (int s = 0; s < sets; s++) {
            next[s] = left * g[s];
        }
        for (int at = itemStart[item]; at < itemStart[item + 1]; at++) {
            int pair = pairAt(at);
            if (part.columnOf[pair] >= part.shared) {
                continue;
            }
            int mask = 1 << bit[pair];
            double w = part.weight[pair];
            double sum = 0;
            for (int s = 0; s < sets; s++) {
                if ((s & mask) == 0) {
                    double on = w * g[s + mask];
                    sum += forward[from + s] * on;
                    next[s] += on;
                }
            }
            part.pairShare[pair] = sum / total;
            none[bit[pair]] += part.pairShare[pair];
        }
        double[] spare = backward;
        backward = next;
        next = spare;
    }

    // What is left over from 1 would lose its digits when it is small; but then it is small.
    private void hand(Part part, int items) {
        for (int i = 0; i < items; i++) {
            double sum = 0;
            for (int at = itemStart[i]; at < itemStart[i + 1]; at++) {
                int pair = pairAt(at);
                sum += part.columnOf[pair] < part.shared ? part.pairShare[pair] : 0;
            }
            double rest = Math.max(0, 1 - sum);
            if (turned) {
                part.aloneShare[i] = rest;
            } else {
                part.noneShare[i] = rest;
            }
        }
        double[] other = turned ? part.noneShare : part.aloneShare;
        int bits = turned ? part.rows : part.shared;
        for (int b = 0; b < bits; b++) {
            other[b] = Math.max(0, 1 - none[b]);
        }
    }
}
