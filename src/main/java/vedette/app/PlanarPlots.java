package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.core.estimate.pmbm.Plots;
import vedette.format.lines.CsvTable;

/// The plots of the planar benchmark, by run and step; rows that cannot be are left out, counted, and told.
final class PlanarPlots {
    /// Reasons kept; the count goes on.
    private static final int MOST_TOLD = 20;

    private final SortedMap<Integer, List<List<double[]>>> runs = new TreeMap<>();
    private final List<String> rejected = new ArrayList<>();
    private final int steps;
    private int taken;
    private int rejections;

    private PlanarPlots(int steps) {
        this.steps = steps;
    }

    static PlanarPlots read(Path file, int steps) throws IOException {
        CsvTable table = TextFiles.csv(file, "run", "step", "x_m", "y_m");
        double[] run = table.numbers("run");
        double[] step = table.numbers("step");
        double[] x = table.numbers("x_m");
        double[] y = table.numbers("y_m");
        PlanarPlots plots = new PlanarPlots(steps);
        for (int i = 0; i < run.length; i++) {
            plots.take(i + 1, run[i], step[i], new double[] {x[i], y[i]});
        }
        return plots;
    }

    private void take(int row, double run, double step, double[] at) {
        if (!whole(run, 1, Integer.MAX_VALUE)) {
            reject(row, "run " + run + " is no whole number from 1");
        } else if (!whole(step, 1, steps)) {
            reject(row, "step " + step + " is no whole number from 1 to " + steps);
        } else if (!(Math.abs(at[0]) <= Plots.FARTHEST_M && Math.abs(at[1]) <= Plots.FARTHEST_M)) {
            reject(row, "no plot lies at " + at[0] + ", " + at[1]);
        } else {
            taken++;
            runs.computeIfAbsent((int) run, _ -> looks()).get((int) step - 1).add(at);
        }
    }

    private static boolean whole(double value, int least, int most) {
        return value >= least && value <= most && value == Math.rint(value);
    }

    private List<List<double[]>> looks() {
        List<List<double[]>> looks = new ArrayList<>(steps);
        for (int k = 0; k < steps; k++) {
            looks.add(new ArrayList<>());
        }
        return looks;
    }

    private void reject(int row, String reason) {
        rejections++;
        if (rejected.size() < MOST_TOLD) {
            rejected.add("row " + row + ": " + reason);
        }
    }

    List<Integer> runs() {
        return List.copyOf(runs.keySet());
    }

    /// The looks of a run, step by step.
    List<Plots> looks(int run) {
        return runs.getOrDefault(run, List.of()).stream()
                .map(PlanarPlots::plots)
                .toList();
    }

    private static Plots plots(List<double[]> look) {
        return new Plots(
                look.stream().mapToDouble(at -> at[0]).toArray(),
                look.stream().mapToDouble(at -> at[1]).toArray());
    }

    int taken() {
        return taken;
    }

    int rejections() {
        return rejections;
    }

    /// The first rejections in words.
    List<String> rejected() {
        return List.copyOf(rejected);
    }
}
