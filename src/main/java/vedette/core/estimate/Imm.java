package vedette.core.estimate;

import vedette.core.sense.Rows;
import vedette.math.Exact;

/// Several filters side by side, one for each way of moving, mixed by how well each explains what was measured.
///
/// The interacting multiple model estimator (Blom and Bar-Shalom 1988; Bar-Shalom 2001, sec. 11.6.6) on each
/// group of a [Mixture]. One object serves one thread; the arrays it is given are changed in place.
public final class Imm {
    private static final int BLOCK = Mixture.BLOCK;

    /// What writes the rows of a measurement for one Gaussian, of which it may read the mean and the position's
    /// spread.
    @FunctionalInterface
    public interface Observer {
        /// Writes rows.
        ///
        /// @param blocks holds the Gaussian
        /// @param at where its block begins
        /// @param rows receives the rows
        void rows(double[] blocks, int at, Rows rows);
    }

    /// A model that weighs less does not tell how its object flies.
    private static final double LEADING = 0.5;

    /// A row farther off than three sigmas is another event than noise, and counts as these.
    private static final double FARTHEST = 9;

    private final FilterKernel kernel = new FilterKernel();
    private final Rows rows = new Rows();
    private final double[] point = new double[BLOCK];
    private double[] mixed = new double[8 * BLOCK];
    private final double[] change = new double[64];
    private double[] parts = new double[64];
    private double[] halves = new double[64];
    private int rowCount;

    /// Mixes and moves a mixture.
    ///
    /// @param blocks groups of one block a model
    /// @param regime the models
    /// @param dtS how far, seconds; nothing happens for 0 or less
    public void predict(double[] blocks, Regime regime, double dtS) {
        if (dtS <= 0) {
            return;
        }
        int models = regime.size();
        regime.changes(dtS, change);
        int groups = blocks.length / BLOCK / models;
        for (int g = 0; g < groups; g++) {
            int base = g * models * BLOCK;
            if (models > 1) {
                mix(blocks, base, models);
            }
            for (int m = 0; m < models; m++) {
                int at = base + m * BLOCK;
                regime.model(m).move(blocks, at + Mixture.MEAN, at + Mixture.COVARIANCE, dtS);
            }
        }
    }

    // Each filter starts from the others' estimates, as far as the object may have come over from them.
    private void mix(double[] blocks, int base, int models) {
        if (mixed.length < models * BLOCK) {
            mixed = new double[models * BLOCK];
        }
        room(models);
        for (int m = 0; m < models; m++) {
            parts[m] = blocks[base + m * BLOCK];
        }
        for (int j = 0; j < models; j++) {
            for (int i = 0; i < models; i++) {
                blocks[base + i * BLOCK] = Math.max(parts[i] * change[i * models + j], Double.MIN_NORMAL);
            }
            Mixture.merged(blocks, base / BLOCK, models, mixed, j * BLOCK);
        }
        System.arraycopy(mixed, 0, blocks, base, models * BLOCK);
    }

    /// The logarithm of a measurement's likelihood under a mixture, which is not changed.
    ///
    /// @param blocks the mixture, its weights summing to 1
    /// @param models blocks in a group: those are linearised together, at their common mean
    /// @param observer the measurement
    public double logLikelihood(double[] blocks, int models, Observer observer) {
        int count = blocks.length / BLOCK;
        room(count);
        for (int base = 0; base < count; base += models) {
            double[] common = linearised(blocks, base, models, observer);
            for (int b = base; b < base + models; b++) {
                kernel.weigh(blocks, b * BLOCK, rows, common, 0);
                note(blocks, b);
            }
        }
        return total(count);
    }

    /// Takes a measurement in; weights are the posterior ones, summing to 1.
    ///
    /// @param blocks the mixture, changed in place
    /// @param models blocks in a group: those are linearised together, at their common mean
    /// @param observer the measurement
    /// @return the logarithm of the measurement's likelihood
    public double update(double[] blocks, int models, Observer observer) {
        int count = blocks.length / BLOCK;
        room(count);
        for (int base = 0; base < count; base += models) {
            double[] common = linearised(blocks, base, models, observer);
            for (int b = base; b < base + models; b++) {
                kernel.absorb(blocks, b * BLOCK, rows, common, 0);
                note(blocks, b);
            }
        }
        double log = total(count);
        for (int b = 0; b < count; b++) {
            blocks[b * BLOCK] = parts[b];
        }
        return log;
    }

    // A block's weight times its height, and half of how far off the rows were.
    private void note(double[] blocks, int b) {
        parts[b] = Math.max(blocks[b * BLOCK], Double.MIN_NORMAL) * kernel.height();
        halves[b] = kernel.distance2() / 2;
        rowCount = rows.count;
    }

    // The models of a group lie close together compared with how far a plot bends.
    private double[] linearised(double[] blocks, int base, int models, Observer observer) {
        Mixture.placed(blocks, base, models, point);
        observer.rows(point, 0, rows);
        return point;
    }

    /// How much farther the last [#update]'s measurement lay from where the first model of each group had it than
    /// that model said: the mean squared normalised innovation of a row less 1, times that model's weight; 0 where
    /// it weighs little.
    ///
    /// @param blocks the mixture after that update
    /// @param models blocks in a group
    public double surprise(double[] blocks, int models) {
        int count = blocks.length / BLOCK;
        double weight = 0;
        double sum = 0;
        for (int b = 0; b < count; b += models) {
            weight += blocks[b * BLOCK];
            sum += blocks[b * BLOCK] * 2 * halves[b];
        }
        return weight < LEADING ? 0 : weight * (Math.min(sum / weight / rowCount, FARTHEST) - 1);
    }

    /// The squared normalised innovation of a measurement against one Gaussian.
    ///
    /// @param block one block, not changed
    /// @param observer the measurement
    public double distance2(double[] block, Observer observer) {
        observer.rows(block, 0, rows);
        kernel.weigh(block, 0, rows, block, 0);
        return kernel.distance2();
    }

    private void room(int count) {
        if (parts.length < count) {
            parts = new double[2 * count];
            halves = new double[2 * count];
        }
    }

    // ln Σ part · e^−half without underflow; the parts become their shares of the sum.
    private double total(int count) {
        double least = halves[0];
        for (int b = 1; b < count; b++) {
            least = Math.min(least, halves[b]);
        }
        double sum = 0;
        for (int b = 0; b < count; b++) {
            parts[b] = halves[b] == least ? parts[b] : parts[b] * Exact.exp(least - halves[b]);
            sum += parts[b];
        }
        for (int b = 0; b < count; b++) {
            parts[b] /= sum;
        }
        return Exact.log(sum) - least + FilterKernel.logScale(rowCount);
    }
}
