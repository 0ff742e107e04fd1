package vedette.core.track;

import java.util.Arrays;
import java.util.List;
import vedette.core.sense.RadarView;
import vedette.math.Cholesky;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// What all sensors measure too much: range, azimuth, elevation and time, estimated together from the targets that they
/// have in common.
///
/// A few tracks at a time are under [Study]: what all sensors tell of one of them within twelve seconds is held
/// together and says how far they differ ([StudyKernel] has the model). The tracker only says which plots are of
/// one object; its estimates, which have taken the biases in, tell nothing here. No plot is in two studies, so
/// that their errors are independent and the stated sigma is the error that is made (mean square of error over
/// sigma 0.4 to 0.7 over 84 biases of terminal, lowlevel and raid); squared misfits above what the plots' sigmas
/// allow widen it.
///
/// What studies say is gathered as information, which fades with a time constant of ten minutes, so that a bias may
/// wander; the prior is none, with a sigma of three times what the sensor states. The estimate is the mean of the
/// posterior: what cannot be observed (a shift common to all sensors, a single sensor) stays at none with the prior's
/// sigma. Reports of objects' own positions anchor the whole, where they fit what the radars say together.
///
/// A bias is taken off plots only when it is both certain (three sigmas) and worth it (half a sigma of one plot). When
/// that changes much, what was learnt before counts less: gates had cut plots off.
///
/// Cost: [StudyKernel]'s for each study, one solution of 4n equations every five seconds. Size: 8n² numbers.
///
/// @param units what is one in each bias: the prior's sigma; four a sensor
/// @param information Λ, lower triangle row by row, in units; never changed
/// @param vector η, in units; never changed
/// @param estimate the mean, in units; never changed
/// @param sigma standard deviations, in units; never changed
/// @param applied what is taken off, in units; never changed
/// @param solvedNs when it was solved last
/// @param studies of tracks, by the track's number
/// @param misfit how large the squared misfits of studies are, as a share of what they should be, fading
/// @param studied how many studies have told something
record Registration(
        double[] units,
        double[] information,
        double[] vector,
        double[] estimate,
        double[] sigma,
        double[] applied,
        long solvedNs,
        LongMap<Study> studies,
        double misfit,
        long studied) {
    private static final int N = StudyKernel.BIASES;

    /// Sensors beyond these are not registered; their plots are taken as they come.
    static final int MOST_SENSORS = 16;

    /// The prior's sigma, in those of one plot.
    private static final double PRIOR_SIGMAS = 3;

    /// The prior's sigma of a clock, seconds.
    private static final double PRIOR_TIME_S = 1;

    private static final long EVERY_NS = 5_000_000_000L;
    private static final double MEMORY_NS = 600e9;
    private static final double NEWS = 1e-9;

    /// Sigmas are never below these parts of a unit: a twentieth of one plot's, and 5 ms.
    private static final double[] LEAST_SIGMA = {1 / 60.0, 1 / 60.0, 1 / 60.0, 0.005};

    /// Where clocks differ, the one that is taken to be right is held to this, seconds.
    private static final double RIGHT_CLOCK_S = 0.02;

    /// So many tracks are under study at a time.
    static final int MOST_STUDIES = 32;

    /// The misfit is a mean over so many studies; that it is as it should be counts like so many.
    private static final double MISFIT_MEMORY = 100;

    private static final double MISFIT_TRUST = 10;

    /// Smaller biases are left alone: half a sigma of one plot, and 150 ms.
    private static final double[] LEAST_APPLIED = {1 / 6.0, 1 / 6.0, 1 / 6.0, 0.15};

    /// What is taken off is changed for so much of that.
    private static final double CHANGED = 0.3;

    /// A bias is taken off from so many of its sigmas on, and left when below the second.
    private static final double CERTAIN = 3;

    private static final double DOUBTFUL = 1;

    /// A clock is corrected in small steps, so that no look seems to come before the one before it, seconds.
    private static final double TIME_STEP = 0.5;

    /// Information on a clock, in units, from which on its sensor has been heard with others.
    private static final double HEARD = 1;

    /// A clock known worse than this, in units, hangs on the prior.
    private static final double UNKNOWN = 0.2;

    private static final int MAJORITY = 3;

    /// A bias known better than this, in units, is settled.
    private static final double SETTLED = 0.5;

    /// Clocks agree within this and two sigmas, seconds.
    private static final double SAME_S = 0.15;

    /// What was learnt under another bias counts at least so much.
    private static final double LEAST_TRUST = 0.05;

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
                units,
                new double[n * (n + 1) / 2],
                new double[n],
                new double[n],
                ones,
                new double[n],
                Long.MIN_VALUE,
                LongMap.empty(),
                1,
                0);
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

    /// How far what is taken off of a sensor may be wrong, one sigma of each; none where nothing is taken off.
    Bias doubt(int sensor) {
        int i = N * sensor;
        boolean errs = registers(sensor)
                && (applied[i] != 0 || applied[i + 1] != 0 || applied[i + 2] != 0 || applied[i + 3] != 0);
        return errs
                ? new Bias(
                        sigma[i] * units[i],
                        sigma[i + 1] * units[i + 1],
                        sigma[i + 2] * units[i + 2],
                        sigma[i + 3] * units[i + 3])
                : Bias.NONE;
    }

    /// What is one of a kind.
    double unit(int sensor, int kind) {
        return units[N * sensor + kind];
    }

    /// What is known of a bias and not taken off, in units.
    double left(int sensor, int kind) {
        return estimate[N * sensor + kind] - applied[N * sensor + kind];
    }

    /// Whether a sensor's range, azimuth and time are known so well that studies that say otherwise are refused.
    boolean settled(int sensor) {
        int i = N * sensor;
        return registers(sensor) && sigma[i] < SETTLED && sigma[i + 1] < SETTLED && sigma[i + 3] < SETTLED;
    }

    /// After a sensor was found to measure otherwise: what was known of it holds as far as that allows, and what
    /// residuals say of it counts for a part.
    Registration reopened(int sensor, Drift drift) {
        Drift.Change change = drift.change();
        double[] lambda = information.clone();
        double[] eta = vector.clone();
        for (int k = 0; k < N; k++) {
            Information.loosened(
                    lambda, eta, N * sensor + k, change.mean()[k] * change.mean()[k] + change.variance()[k]);
        }
        Information.add(lambda, eta, estimate, drift, seenBy(sensor));
        return new Registration(
                units, lambda, eta, estimate, sigma, applied, solvedNs, LongMap.empty(), misfit, studied);
    }

    // What residuals of a sensor are of: its own biases, and how much later its clock is than the others' in the mean.
    private double[][] seenBy(int sensor) {
        double[][] rows = new double[N][units.length];
        int others = 0;
        for (int i = N - 1; i < units.length; i += N) {
            others += i / N != sensor && heard(i) ? 1 : 0;
        }
        for (int i = N - 1; i < units.length; i += N) {
            rows[N - 1][i] = i / N != sensor && heard(i) ? -1.0 / others : 0;
        }
        for (int k = 0; k < N; k++) {
            rows[k][N * sensor + k] = 1;
        }
        return rows;
    }

    /// Whether a track is under study.
    boolean studies(long track) {
        return studies.contains(track);
    }

    /// Whether a study may begin with a plot of a sensor.
    ///
    /// @param most so many at a time
    boolean begins(int sensor, int most) {
        return registers(sensor) && studies.size() < most;
    }

    /// With what a look taught.
    Registration learnt(Lesson lesson, List<RadarView> views) {
        Registration now = this;
        for (Study.Sighting sighting : lesson.sightings.all()) {
            now = now.sighted(sighting, lesson.sightings.kernel, views);
        }
        return now;
    }

    /// With one more plot or report of a track.
    Registration sighted(Study.Sighting sighting, StudyKernel kernel, List<RadarView> views) {
        Study study = studies.get(sighting.track());
        if (study == null) {
            return studies.size() < MOST_STUDIES && sighting.start().length > 0
                    ? studying(studies.with(sighting.track(), Study.begun(sighting)))
                    : this;
        }
        Study more = study.over(sighting.ns()) ? study : study.with(sighting);
        return more.over(sighting.ns())
                ? studying(studies.without(sighting.track())).told(more, kernel, views)
                : studying(studies.with(sighting.track(), more));
    }

    private Registration studying(LongMap<Study> changed) {
        return new Registration(
                units, information, vector, estimate, sigma, applied, solvedNs, changed, misfit, studied);
    }

    // A study is over. Reports that do not fit what the radars say together are left out: they may be false.
    private Registration told(Study study, StudyKernel kernel, List<RadarView> views) {
        StudyKernel.Prior prior = new StudyKernel.Prior(units, applied, estimate, sigma);
        boolean plots = kernel.read(study, views, prior, false);
        double misfitOfPlots = plots ? kernel.misfit(prior) : 0;
        int degrees = plots ? kernel.degrees() : 0;
        if (study.reported() && kernel.read(study, views, prior, true)) {
            double all = kernel.misfit(prior);
            if (fits(all - misfitOfPlots, kernel.degrees() - degrees) && fits(all, kernel.degrees())) {
                return folded(kernel, prior, all);
            }
            plots = kernel.read(study, views, prior, false);
        }
        return plots && fits(misfitOfPlots, degrees) ? folded(kernel, prior, misfitOfPlots) : this;
    }

    // Four sigmas of chi-square, roughly.
    private boolean fits(double square, int degrees) {
        return square / Math.max(1, misfit) < degrees + 4 * Math.sqrt(2.0 * degrees) + 4;
    }

    private Registration folded(StudyKernel kernel, StudyKernel.Prior prior, double square) {
        double[] lambda = information.clone();
        double[] eta = vector.clone();
        kernel.fold(prior, 1 / Math.max(1, misfit), lambda, eta);
        long count = studied + 1;
        double memory = Math.min(MISFIT_MEMORY, MISFIT_TRUST + count);
        double next = misfit + (square / kernel.degrees() - misfit) / memory;
        return new Registration(units, lambda, eta, estimate, sigma, applied, solvedNs, studies, next, count);
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
        return new Registration(units, lambda, eta, estimate, sigma, off, solvedNs, LongMap.empty(), misfit, studied);
    }

    boolean due(long ns) {
        return solvedNs == Long.MIN_VALUE || ns - solvedNs >= EVERY_NS;
    }

    /// The posterior now.
    Registration solved(long ns) {
        double kept = solvedNs == Long.MIN_VALUE ? 1 : Exact.exp(-(ns - solvedNs) / MEMORY_NS);
        Registration now = new Registration(
                units,
                faded(information, kept),
                faded(vector, kept),
                estimate,
                sigma,
                applied,
                ns,
                recent(ns),
                misfit,
                studied);
        Registration free = now.solved(-1);
        int anchor = free.anchor();
        if (anchor < 0) {
            return free.discounted(applied);
        }
        Registration held = now.solved(anchor);
        return (held.mostAgree() ? held : free).discounted(applied);
    }

    // Studies of tracks that are no more.
    private LongMap<Study> recent(long ns) {
        LongMap.Draft<Study> kept = studies.draft();
        studies.forEach((track, study) -> {
            if (ns - study.beganNs() > 2 * Study.LONGEST_NS) {
                kept.remove(track);
            }
        });
        return kept.map();
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
            full[anchor * n + anchor] += 1 / (RIGHT_CLOCK_S * RIGHT_CLOCK_S);
        }
        if (!Cholesky.factor(full, 0, n)) {
            return this;
        }
        double[] mean = vector.clone();
        Cholesky.forward(full, n, mean);
        Cholesky.backward(full, n, mean);
        double[] sigmas = sigmas(full);
        return new Registration(
                units, information, vector, mean, sigmas, worthwhile(mean, sigmas), solvedNs, studies, misfit, studied);
    }

    // Clocks that are all late by the same make no residual: where nothing else tells, the middle one is taken to be
    // right if the majority agrees with it. With two nobody knows.
    private int anchor() {
        int sensors = units.length / N;
        int heard = 0;
        double[] times = new double[sensors];
        int[] which = new int[sensors];
        for (int s = 0; s < sensors; s++) {
            int i = N * s + N - 1;
            if (heard(i)) {
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

    private boolean heard(int clock) {
        return information[clock * (clock + 1) / 2 + clock] > HEARD;
    }

    // Whether most of the clocks heard agree with the one that was taken to be right.
    private boolean mostAgree() {
        int heard = 0;
        int agreeing = 0;
        for (int i = N - 1; i < units.length; i += N) {
            heard += heard(i) ? 1 : 0;
            agreeing += heard(i) && Math.abs(estimate[i]) < SAME_S + 2 * sigma[i] ? 1 : 0;
        }
        return 2 * agreeing > heard;
    }

    // With another bias taken off, studies begin anew.
    private Registration discounted(double[] before) {
        LongMap<Study> kept = Arrays.equals(before, applied) ? studies : LongMap.empty();
        double step = PRIOR_SIGMAS * largestStep(before);
        return step > 0
                ? again(kept, Math.max(LEAST_TRUST, 1 / (1 + step * step * step * step)))
                : new Registration(
                        units, information, vector, estimate, sigma, applied, solvedNs, kept, misfit, studied);
    }

    // The estimate stays, and what it stands on counts less: as if the prior's middle moved there.
    private Registration again(LongMap<Study> kept, double trust) {
        double[] eta = vector.clone();
        double[] sigmas = sigma.clone();
        for (int i = 0; i < eta.length; i++) {
            eta[i] = trust * eta[i] + (1 - trust) * estimate[i];
            sigmas[i] = Math.min(1, sigmas[i] / Math.sqrt(trust));
        }
        double[] lambda = faded(information, trust);
        return new Registration(units, lambda, eta, estimate, sigmas, applied, solvedNs, kept, misfit, studied);
    }

    // While a large bias stood, gates cut its plots off: what they told is worth less. In units; clocks apart.
    private double largestStep(double[] before) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = i % N == N - 1 ? largest : Math.max(largest, Math.abs(before[i] - applied[i]));
        }
        return largest;
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
            double change = (worth ? mean[i] : 0) - applied[i];
            boolean same = worth
                    && applied[i] != 0
                    && Math.abs(change) < Math.max(sigmas[i], CHANGED * LEAST_APPLIED[i % N]) / 2;
            off[i] = applied[i] + (same ? 0 : i % N == 3 ? Math.clamp(change, -TIME_STEP, TIME_STEP) : change);
        }
        return off;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Registration that
                && solvedNs == that.solvedNs
                && studied == that.studied
                && misfit == that.misfit
                && studies.equals(that.studies)
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
