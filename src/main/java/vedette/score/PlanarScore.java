package vedette.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vedette.math.Exact;

/// GOSPA over many runs of one planar truth, as the literature tabulates it.
///
/// The root of the mean over all runs and steps of GOSPAᵖ, and of its parts.
public final class PlanarScore {
    private PlanarScore() {}

    /// What is scored.
    ///
    /// @param seed the scenario's seed
    /// @param steps how many steps a run has; step 1 is the first
    /// @param cutoffM GOSPA's c
    /// @param power GOSPA's p
    public record Rules(long seed, int steps, double cutoffM, double power) {}

    /// One true position or one estimate.
    ///
    /// @param run the run's number; not read for truths
    /// @param step the step, from 1
    /// @param xM first coordinate, metres
    /// @param yM second coordinate, metres
    public record Point(int run, int step, double xM, double yM) {}

    /// Scores estimates.
    ///
    /// @param rules how
    /// @param truth the true positions, the same for all runs
    /// @param estimates those of every run; a run without any is not counted
    public static Sheet of(Rules rules, List<Point> truth, List<Point> estimates) {
        Gospa.Measure measure = new Gospa.Measure(rules.cutoffM(), rules.power());
        List<double[]> truthAt = bySteps(truth, rules.steps());
        Map<Integer, List<Point>> runs = byRun(estimates);
        double[] sums = new double[3];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (List<Point> run : runs.values()) {
            double[] parts = parts(measure, truthAt, bySteps(run, rules.steps()));
            double total = parts[0] + parts[1] + parts[2];
            for (int i = 0; i < 3; i++) {
                sums[i] += parts[i] / runs.size();
            }
            least = Math.min(least, total);
            most = Math.max(most, total);
        }
        return sheet(rules, runs.size(), sums, new double[] {least, most});
    }

    /// The standard error of the RMS GOSPA over the runs: that of the mean of GOSPAᵖ, carried through its p-th root.
    ///
    /// @param rules how
    /// @param truth the true positions, the same for all runs
    /// @param estimates those of every run; a run without any is not counted
    /// @return nothing for fewer than two runs
    public static OptionalDouble standardError(Rules rules, List<Point> truth, List<Point> estimates) {
        Gospa.Measure measure = new Gospa.Measure(rules.cutoffM(), rules.power());
        List<double[]> truthAt = bySteps(truth, rules.steps());
        double[] totals = byRun(estimates).values().stream()
                .mapToDouble(run -> {
                    double[] parts = parts(measure, truthAt, bySteps(run, rules.steps()));
                    return parts[0] + parts[1] + parts[2];
                })
                .toArray();
        int n = totals.length;
        double mean = Arrays.stream(totals).sum() / n;
        double spread = Arrays.stream(totals).map(x -> (x - mean) * (x - mean)).sum();
        if (n < 2 || mean <= 0) {
            return OptionalDouble.empty();
        }
        double ofMean = Math.sqrt(spread / (n - 1) / n);
        return OptionalDouble.of(ofMean * Exact.pow(mean, 1 / rules.power() - 1) / rules.power());
    }

    /// GOSPA by step: the root of the mean over the runs of GOSPAᵖ, and of its parts.
    ///
    /// @param rules how
    /// @param truth the true positions, the same for all runs
    /// @param estimates those of every run; a run without any is not counted
    public static Course course(Rules rules, List<Point> truth, List<Point> estimates) {
        Gospa.Measure measure = new Gospa.Measure(rules.cutoffM(), rules.power());
        List<double[]> truthAt = bySteps(truth, rules.steps());
        List<List<double[]>> runs = byRun(estimates).values().stream()
                .map(run -> bySteps(run, rules.steps()))
                .toList();
        List<Course.Point> points = new ArrayList<>(rules.steps());
        for (int k = 0; k < rules.steps(); k++) {
            int step = k;
            List<double[]> estimatesAt = runs.stream().map(run -> run.get(step)).toList();
            points.add(point(measure, k + 1, truthAt.get(k), estimatesAt));
        }
        return new Course(Course.Pace.STEPS, points, List.of());
    }

    private static Course.Point point(Gospa.Measure measure, int step, double[] truth, List<double[]> runs) {
        int truths = truth.length / 3;
        double[] sums = new double[3];
        double tracks = 0;
        int n = Math.max(1, runs.size());
        for (double[] run : runs) {
            Gospa.Epoch epoch = measure.epoch(truths, run.length / 3, measure.best(truth, run));
            sums[0] += epoch.localisation() / n;
            sums[1] += epoch.missed() / n;
            sums[2] += epoch.falseTracks() / n;
            tracks += epoch.tracks() / (double) n;
        }
        double inverse = 1 / measure.power();
        Course.Parts parts =
                new Course.Parts(Exact.pow(sums[0], inverse), Exact.pow(sums[1], inverse), Exact.pow(sums[2], inverse));
        double gospa = Exact.pow(sums[0] + sums[1] + sums[2], inverse);
        return new Course.Point(step, truths, tracks, gospa, parts, Course.Honesty.NONE);
    }

    private static Map<Integer, List<Point>> byRun(List<Point> estimates) {
        Map<Integer, List<Point>> runs = new TreeMap<>();
        estimates.forEach(point ->
                runs.computeIfAbsent(point.run(), _ -> new ArrayList<>()).add(point));
        return runs;
    }

    private static Sheet sheet(Rules rules, int runs, double[] sums, double[] ends) {
        double inverse = 1 / rules.power();
        Sheet gospa = new Sheet.Draft()
                .real("rms", Exact.pow(sums[0] + sums[1] + sums[2], inverse))
                .real("rms_localisation", Exact.pow(sums[0], inverse))
                .real("rms_missed", Exact.pow(sums[1], inverse))
                .real("rms_false", Exact.pow(sums[2], inverse))
                .real("rms_by_run_min", Exact.pow(ends[0], inverse))
                .real("rms_by_run_max", Exact.pow(ends[1], inverse))
                .sheet();
        return new Sheet.Draft()
                .figure("scenario", new Figure.Words("planar4"))
                .count("seed", rules.seed())
                .count("runs", runs)
                .figure("gospa", gospa)
                .sheet();
    }

    // The mean over the steps of the three parts of GOSPAᵖ.
    private static double[] parts(Gospa.Measure measure, List<double[]> truth, List<double[]> estimates) {
        double[] parts = new double[3];
        int steps = truth.size();
        for (int k = 0; k < steps; k++) {
            double[] x = truth.get(k);
            double[] y = estimates.get(k);
            Gospa.Epoch epoch = measure.epoch(x.length / 3, y.length / 3, measure.best(x, y));
            parts[0] += epoch.localisation() / steps;
            parts[1] += epoch.missed() / steps;
            parts[2] += epoch.falseTracks() / steps;
        }
        return parts;
    }

    private static List<double[]> bySteps(List<Point> points, int steps) {
        List<List<Point>> groups = new ArrayList<>(steps);
        for (int k = 0; k < steps; k++) {
            groups.add(new ArrayList<>());
        }
        for (Point point : points) {
            if (point.step() >= 1 && point.step() <= steps) {
                groups.get(point.step() - 1).add(point);
            }
        }
        return groups.stream().map(PlanarScore::coordinates).toList();
    }

    private static double[] coordinates(List<Point> points) {
        double[] xyz = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            xyz[3 * i] = points.get(i).xM();
            xyz[3 * i + 1] = points.get(i).yM();
        }
        return xyz;
    }
}
