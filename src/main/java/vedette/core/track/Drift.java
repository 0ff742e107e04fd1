package vedette.core.track;

import java.util.Arrays;
import vedette.math.Cholesky;
import vedette.math.Exact;

/// Whether a sensor that was known has begun to measure otherwise: its clock was set, its north was turned.
///
/// What studies say of such a sensor no longer fits what is known of it, and they are refused. Its plots' residuals
/// against tracks that others hold too tell it at once: each is a row of the same linear model as in [StudyKernel],
/// with the track taken as known to its own covariance, and what the latest turns say of the four biases together is
/// held against none at all (generalised likelihood ratio: Basseville and Nikiforov, Detection of Abrupt Changes,
/// 1993, sec. 2.4.3). A sensor in doubt has all its residuals looked at.
///
/// It lags behind: tracks give way to the wrong plots from the first one on. So it only says that all is to be learnt
/// anew, and from where ([Registration#reopened]).
///
/// @param information of the biases in the units of [Registration], lower triangle row by row; never changed
/// @param vector likewise; never changed
/// @param ns of the latest residuals
/// @param ratio the log likelihood ratio of some bias to none, twice
/// @param surprise the square of the largest residual of late, in sigmas, fading
record Drift(double[] information, double[] vector, long ns, double ratio, double surprise) {
    private static final int N = StudyKernel.BIASES;

    static final Drift NONE = new Drift(new double[N * (N + 1) / 2], new double[N], Long.MIN_VALUE, 0, 0);

    /// Residuals fade to 1/e over so many turns.
    private static final double TURNS = 2;

    /// Residuals of one track, and of tracks that turn, are not independent: so many count as one.
    private static final double CORRELATION = 2;

    /// One residual is at most so many sigmas: a wrong pairing must not tell much.
    private static final double MOST_SIGMAS = 4;

    /// From this ratio on all residuals are looked at.
    private static final double SUSPICIOUS = 6;

    /// From this ratio on the sensor measures otherwise: false at most once in 20,000 (chi-square, 4 degrees).
    private static final double SURE = 25;

    /// And by so much in one bias: three quarters of a plot's sigma, and 0.15 s.
    private static final double[] LEAST = {0.25, 0.25, 0.25, 0.15};

    /// Nor is a residual as large as this, as a square, looked at alone; it is forgotten by so much a look.
    private static final double SURPRISING = 6;

    private static final double CALMING = 0.8;

    /// Biases of such a size tell nothing: what is left of those that are known, and tracks that all turn, 60 ms and
    /// a fifth of a plot's sigma.
    private static final double[] SMALL = {0.07, 0.07, 0.1, 0.06};

    boolean suspicious() {
        return ratio > SUSPICIOUS || surprise > SURPRISING;
    }

    /// With what a look taught.
    ///
    /// @param residuals of plots without what is taken off them
    /// @param sensor whose they are
    /// @param known the biases as they are known
    Drift learnt(Residuals residuals, int sensor, double periodS, long nowNs, Registration known) {
        if (residuals.count == 0 || !known.settled(sensor)) {
            return this;
        }
        double kept = ns == Long.MIN_VALUE ? 0 : Exact.exp(-Math.max(0, nowNs - ns) * 1e-9 / (TURNS * periodS));
        Sums sums = new Sums(residuals, sensor, known, faded(information, kept), faded(vector, kept));
        double largest = CALMING * surprise;
        for (int r = 0; r < residuals.count; r++) {
            for (int axis = 0; axis < 3; axis++) {
                if (residuals.tells(r, axis)) {
                    largest = Math.max(largest, sums.add(r, axis));
                }
            }
        }
        return new Drift(sums.lambda, sums.eta, nowNs, ratio(sums.lambda.clone(), sums.eta.clone()), largest);
    }

    private static double[] faded(double[] values, double kept) {
        double[] faded = values.clone();
        for (int i = 0; i < faded.length; i++) {
            faded[i] *= kept;
        }
        return faded;
    }

    /// The normal equations of the biases.
    private record Sums(Residuals residuals, int sensor, Registration known, double[] lambda, double[] eta) {
        /// With a residual along an axis.
        ///
        /// @return its square, in sigmas
        double add(int r, int axis) {
            int clock = N - 1;
            double w = 1
                    / Math.sqrt(residuals.at(r, Residuals.TRACK_VARIANCE + axis)
                            + residuals.at(r, Residuals.PLOT_VARIANCE + axis));
            double own = w * known.unit(sensor, axis);
            double late = -w * residuals.at(r, Residuals.RATE + axis) * known.unit(sensor, clock);
            double y = w * residuals.at(r, Residuals.RESIDUAL + axis)
                    - own * known.left(sensor, axis)
                    - late * known.left(sensor, clock);
            double clipped = Math.clamp(y, -MOST_SIGMAS, MOST_SIGMAS) / CORRELATION;
            lambda[Information.at(axis, axis)] += own * own / CORRELATION;
            lambda[Information.at(clock, axis)] += own * late / CORRELATION;
            lambda[Information.at(clock, clock)] += late * late / CORRELATION;
            eta[axis] += own * clipped;
            eta[clock] += late * clipped;
            return y * y;
        }
    }

    private static double ratio(double[] lambda, double[] eta) {
        for (int i = 0; i < N; i++) {
            Information.loosened(lambda, eta, i, SMALL[i] * SMALL[i]);
        }
        double[] full = full(lambda);
        if (!Cholesky.factor(full, 0, N)) {
            return 0;
        }
        Cholesky.forward(full, N, eta);
        double sum = 0;
        for (double part : eta) {
            sum += part * part;
        }
        return sum;
    }

    // The prior is none, with a sigma of one unit.
    private static double[] full(double[] lambda) {
        double[] full = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                full[i * N + j] = lambda[Information.at(i, j)] + (i == j ? 1 : 0);
            }
        }
        return full;
    }

    /// How much more than known the sensor measures now, in units, and the variances of that; nothing while it is not
    /// sure that it measures otherwise.
    Change change() {
        if (ratio < SURE) {
            return Change.NONE;
        }
        double[] mean = vector.clone();
        double[] variance = new double[N];
        double[] full = full(information);
        if (!Cholesky.factor(full, 0, N)) {
            return Change.NONE;
        }
        Cholesky.forward(full, N, mean);
        Cholesky.backward(full, N, mean);
        boolean large = false;
        for (int i = 0; i < N; i++) {
            double[] column = new double[N];
            column[i] = 1;
            Cholesky.forward(full, N, column);
            for (double part : column) {
                variance[i] += part * part;
            }
            large |= Math.abs(mean[i]) > LEAST[i];
        }
        return large ? new Change(mean, variance) : Change.NONE;
    }

    /// A change of biases.
    ///
    /// @param mean in units, empty for none; never changed
    /// @param variance likewise; never changed
    record Change(double[] mean, double[] variance) {
        static final Change NONE = new Change(new double[0], new double[0]);

        boolean isNone() {
            return mean.length == 0;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Drift that
                && ns == that.ns
                && ratio == that.ratio
                && surprise == that.surprise
                && Arrays.equals(information, that.information)
                && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(information) + Arrays.hashCode(vector);
    }
}
