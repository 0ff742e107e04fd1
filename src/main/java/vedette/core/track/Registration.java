package vedette.core.track;

import java.util.Arrays;
import java.util.List;
import vedette.core.sense.RadarView;
import vedette.math.Cholesky;
import vedette.math.Exact;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// What all sensors measure too much: range, azimuth, elevation and time, estimated together from the targets that they
/// have in common.
///
/// A residual of one sensor against a track that others hold too tells the difference between its bias and theirs
/// ([RegistrationKernel] has the model). All residuals are gathered as information, which fades with a time constant of
/// ten minutes, so that a bias may wander; the prior is none, with a sigma of three times what the sensor states. The
/// estimate is the mean of the posterior: what cannot be observed (a shift common to all sensors, a single sensor)
/// stays at none with the prior's sigma, and no sigma is ever stated smaller than a fifth of the measurements'.
/// Reports of objects' own positions anchor the whole.
///
/// A bias is taken off plots only when it is both certain (three sigmas) and worth it (half a sigma of one plot).
///
/// Cost: a few multiplications for each residual, one solution of 4n equations every five seconds. Size: 8n² numbers.
///
/// @param units what is one in each bias: the prior's sigma; four a sensor
/// @param information Λ, lower triangle row by row, in units; never changed
/// @param vector η, in units; never changed
/// @param estimate the mean, in units; never changed
/// @param sigma standard deviations, in units; never changed
/// @param applied what is taken off, in units; never changed
/// @param solvedNs when it was solved last
record Registration(
        double[] units,
        double[] information,
        double[] vector,
        double[] estimate,
        double[] sigma,
        double[] applied,
        long solvedNs) {
    private static final int N = RegistrationKernel.BIASES;

    /// Sensors beyond these are not registered; their plots are taken as they come.
    static final int MOST_SENSORS = 16;

    /// The prior's sigma, in those of one plot.
    private static final double PRIOR_SIGMAS = 3;

    /// The prior's sigma of a clock, seconds.
    private static final double PRIOR_TIME_S = 1;

    private static final long EVERY_NS = 5_000_000_000L;
    private static final double MEMORY_NS = 600e9;
    private static final double NEWS = 1e-9;

    /// Sigmas are never below these parts of a unit: a fifth of one plot's, and 20 ms.
    private static final double[] LEAST_SIGMA = {1 / 15.0, 1 / 15.0, 1 / 15.0, 0.02};

    /// Smaller biases are left alone: half a sigma of one plot, and 150 ms.
    private static final double[] LEAST_APPLIED = {1 / 6.0, 1 / 6.0, 1 / 6.0, 0.15};

    /// A bias is taken off from so many of its sigmas on, and left when below the second.
    private static final double CERTAIN = 3;

    private static final double DOUBTFUL = 1;

    /// A clock is corrected in small steps, so that no look seems to come before the one before it, seconds.
    private static final double TIME_STEP = 0.2;

    /// Information on a clock, in units, from which on its sensor has been heard with others.
    private static final double HEARD = 1;

    /// A clock known worse than this, in units, hangs on the prior.
    private static final double UNKNOWN = 0.2;

    private static final int MAJORITY = 3;

    /// A change of what is taken off by more than half a sigma of one plot, in units, is a large one.
    private static final double LARGE_STEP = 1 / 6.0;

    /// What was learnt before a large one counts so much.
    private static final double DISCOUNT = 0.2;

    /// An estimate with its standard deviation.
    ///
    /// @param value in the quantity's unit
    /// @param sigma in the same
    record Estimate(double value, double sigma) {}

    static Registration of(List<SensorSite> sites) {
        int sensors = Math.min(MOST_SENSORS, sites.size());
        double[] units = new double[N * sensors];
        for (int s = 0; s < sensors; s++) {
            PlotSigma sigma = sites.get(s).sigma();
            units[N * s] = PRIOR_SIGMAS * sigma.rangeM();
            units[N * s + 1] = PRIOR_SIGMAS * sigma.azimuthRad();
            units[N * s + 2] = PRIOR_SIGMAS * sigma.elevationRad();
            units[N * s + 3] = PRIOR_TIME_S;
        }
        int n = units.length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new Registration(
                units, new double[n * (n + 1) / 2], new double[n], new double[n], ones, new double[n], Long.MIN_VALUE);
    }

    boolean registers(int sensor) {
        return N * sensor < units.length;
    }

    /// A bias with its sigma.
    ///
    /// @param sensor which sensor
    /// @param kind 0 range (m), 1 azimuth, 2 elevation (rad), 3 time (s)
    Estimate estimate(int sensor, int kind) {
        int i = N * sensor + kind;
        return registers(sensor) ? new Estimate(estimate[i] * units[i], sigma[i] * units[i]) : new Estimate(0, 0);
    }

    /// What is taken off of a kind.
    double applied(int sensor, int kind) {
        int i = N * sensor + kind;
        return registers(sensor) ? applied[i] * units[i] : 0;
    }

    /// With what a look taught.
    Registration learnt(Lesson lesson, List<SensorSite> sites, List<RadarView> views) {
        if (lesson.residuals == 0) {
            return this;
        }
        double[] lambda = information.clone();
        double[] eta = vector.clone();
        RegistrationKernel.Sums sums = new RegistrationKernel.Sums(units.length / N, units, applied, lambda, eta);
        for (int r = 0; r < lesson.residuals; r++) {
            lesson.kernel.add(lesson, r, sites, views, sums);
        }
        return new Registration(units, lambda, eta, estimate, sigma, applied, solvedNs);
    }

    /// Without what was learnt of one sensor: it was moved.
    Registration forgetting(int sensor) {
        if (!registers(sensor)) {
            return this;
        }
        double[] lambda = information.clone();
        double[] eta = vector.clone();
        double[] off = applied.clone();
        for (int i = 0; i < units.length; i++) {
            boolean row = i / N == sensor;
            eta[i] = row ? 0 : eta[i];
            off[i] = row ? 0 : off[i];
            for (int j = 0; j <= i; j++) {
                if (row || j / N == sensor) {
                    lambda[i * (i + 1) / 2 + j] = 0;
                }
            }
        }
        return new Registration(units, lambda, eta, estimate, sigma, off, solvedNs);
    }

    boolean due(long ns) {
        return solvedNs == Long.MIN_VALUE || ns - solvedNs >= EVERY_NS;
    }

    /// The posterior now.
    Registration solved(long ns) {
        double kept = solvedNs == Long.MIN_VALUE ? 1 : Exact.exp(-(ns - solvedNs) / MEMORY_NS);
        Registration now =
                new Registration(units, faded(information, kept), faded(vector, kept), estimate, sigma, applied, ns);
        Registration free = now.solved(-1);
        int anchor = free.anchor();
        return (anchor < 0 ? free : now.solved(anchor)).discounted(applied);
    }

    // The posterior, with one bias held at none.
    private Registration solved(int anchor) {
        int n = units.length;
        double[] full = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                full[i * n + j] = information[i * (i + 1) / 2 + j] + (i == j ? 1 : 0);
            }
        }
        if (anchor >= 0) {
            full[anchor * n + anchor] += 1 / (LEAST_SIGMA[N - 1] * LEAST_SIGMA[N - 1]);
        }
        if (!Cholesky.factor(full, 0, n)) {
            return this;
        }
        double[] mean = vector.clone();
        Cholesky.forward(full, n, mean);
        Cholesky.backward(full, n, mean);
        double[] sigmas = sigmas(full);
        return new Registration(units, information, vector, mean, sigmas, worthwhile(mean, sigmas), solvedNs);
    }

    // Clocks that are all late by the same make no residual: where nothing else tells, the middle one is taken to be
    // right, so that the majority is. With two nobody knows.
    private int anchor() {
        int sensors = units.length / N;
        int heard = 0;
        double[] times = new double[sensors];
        int[] which = new int[sensors];
        for (int s = 0; s < sensors; s++) {
            int i = N * s + N - 1;
            if (information[i * (i + 1) / 2 + i] > HEARD) {
                int at = heard++;
                while (at > 0 && times[at - 1] > estimate[i]) {
                    times[at] = times[at - 1];
                    which[at] = which[at - 1];
                    at--;
                }
                times[at] = estimate[i];
                which[at] = i;
            }
        }
        int middle = heard < MAJORITY ? -1 : which[heard / 2];
        return middle >= 0 && sigma[middle] > UNKNOWN ? middle : -1;
    }

    private Registration discounted(double[] before) {
        double trust = stepped(before) ? DISCOUNT : 1;
        return new Registration(
                units, faded(information, trust), faded(vector, trust), estimate, sigma, applied, solvedNs);
    }

    // While a large bias stood, gates cut its residuals off and its tracks leant to it: what they told is worth less.
    private boolean stepped(double[] before) {
        boolean large = false;
        for (int i = 0; i < before.length; i++) {
            large |= i % N != N - 1 && Math.abs(before[i] - applied[i]) > LARGE_STEP;
        }
        return large;
    }

    private static double[] faded(double[] values, double kept) {
        double[] faded = values.clone();
        for (int i = 0; i < faded.length; i++) {
            faded[i] = Math.abs(faded[i]) < NEWS ? 0 : faded[i] * kept;
        }
        return faded;
    }

    private double[] sigmas(double[] factor) {
        int n = units.length;
        double[] sigmas = new double[n];
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(column, 0);
            column[i] = 1;
            Cholesky.forward(factor, n, column);
            double sum = 0;
            for (double part : column) {
                sum += part * part;
            }
            double least = LEAST_SIGMA[i % N];
            sigmas[i] = Math.sqrt(sum + least * least);
        }
        return sigmas;
    }

    private double[] worthwhile(double[] mean, double[] sigmas) {
        double[] off = new double[mean.length];
        for (int i = 0; i < off.length; i++) {
            double certain = applied[i] == 0 ? CERTAIN : DOUBTFUL;
            boolean worth = Math.abs(mean[i]) > certain * sigmas[i] && Math.abs(mean[i]) > LEAST_APPLIED[i % N];
            double wanted = worth ? mean[i] : 0;
            off[i] = i % N == 3 ? applied[i] + Math.clamp(wanted - applied[i], -TIME_STEP, TIME_STEP) : wanted;
        }
        return off;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Registration that
                && solvedNs == that.solvedNs
                && Arrays.equals(units, that.units)
                && Arrays.equals(information, that.information)
                && Arrays.equals(vector, that.vector)
                && Arrays.equals(estimate, that.estimate)
                && Arrays.equals(sigma, that.sigma)
                && Arrays.equals(applied, that.applied);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(information) + Arrays.hashCode(vector)) + Long.hashCode(solvedNs);
    }
}
