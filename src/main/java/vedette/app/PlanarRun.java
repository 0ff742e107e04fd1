package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import vedette.core.estimate.associate.GlobalNearest;
import vedette.core.estimate.associate.Marginal;
import vedette.core.estimate.associate.SetWise;
import vedette.core.estimate.pmbm.Limits;
import vedette.core.estimate.pmbm.Merging;
import vedette.core.estimate.pmbm.PlanarFilter;
import vedette.core.estimate.pmbm.Plots;
import vedette.core.estimate.pmbm.Pmbm;

/// `track --planar`: the research benchmark in the plane.
final class PlanarRun {
    private static final int MOST_LAG = 10;

    @Option(
            names = "--planar",
            paramLabel = "measurements.csv",
            description = "the planar benchmark: plots by run and step, instead of --sensors and --plots;"
                    + " --associator is then pmbm, setwise, jpdastar, tomb or gnn")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call(); asked() says whether
    private Path file;

    @Option(
            names = "--lag",
            defaultValue = "0",
            description = "with --planar: estimates a step from the plots of so many later steps too (0 to 10)")
    private int lag;

    @Option(names = "--globals", defaultValue = "200", description = "with --planar: global hypotheses kept")
    private int globals = Limits.USUAL.globals();

    boolean asked() {
        return file != null;
    }

    /// Filters every run and writes the estimates.
    int run(Path scenarioFile, String associator, Path outFile, PrintWriter err) throws IOException {
        if (lag < 0 || lag > MOST_LAG || globals < 1) {
            throw new Failure("No lag " + lag + " with " + globals + " hypotheses", "Give a lag from 0 to " + MOST_LAG);
        }
        PlanarScenario scenario = PlanarScenario.read(scenarioFile);
        PlanarPlots plots = PlanarPlots.read(file, scenario.steps());
        long before = Cpu.ns();
        int limited = 0;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(outFile))) {
            out.print("run,step,x_m,y_m\n");
            for (int run : plots.runs()) {
                PlanarFilter filter = filter(associator, scenario);
                follow(filter, plots.looks(run), run, out);
                limited += filter.limited();
            }
        }
        report(plots, (Cpu.ns() - before) * 1e-9, limited, err);
        return 0;
    }

    private PlanarFilter filter(String associator, PlanarScenario scenario) {
        Limits usual = Limits.USUAL;
        Limits limits = new Limits(globals, usual.loss(), usual.gate(), usual.faint(), usual.tracks(), usual.plots());
        double c = scenario.cutoffM();
        return switch (associator) {
            case "pmbm" -> new Pmbm(scenario.model(), limits, lag, c);
            case "tomb" -> new Merging(scenario.model(), limits, new Marginal(), lag, c);
            case "setwise" -> new Merging(scenario.model(), limits, new SetWise(), lag, c);
            case "jpdastar" -> new Merging(scenario.model(), limits, new SetWise(1), lag, c);
            case "gnn" -> new Merging(scenario.model(), limits, new GlobalNearest(), lag, c);
            default ->
                throw new Failure(
                        "No planar associator '" + associator + "'", "Choose pmbm, setwise, jpdastar, tomb or gnn");
        };
    }

    // A step is estimated when its lag is over; the last ones when there is nothing more to wait for.
    private void follow(PlanarFilter filter, List<Plots> looks, int run, PrintWriter out) {
        for (int k = 0; k < looks.size(); k++) {
            filter.look(looks.get(k));
            if (k >= lag) {
                write(filter.estimate(lag), run, k + 1 - lag, out);
            }
        }
        for (int ago = Math.min(lag, looks.size()) - 1; ago >= 0; ago--) {
            write(filter.estimate(ago), run, looks.size() - ago, out);
        }
    }

    private static void write(List<PlanarFilter.Point> points, int run, int step, PrintWriter out) {
        for (PlanarFilter.Point point : points) {
            out.printf(Locale.ROOT, "%d,%d,%.6f,%.6f\n", run, step, point.x(), point.y());
        }
    }

    private static void report(PlanarPlots plots, double cpuS, int limited, PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "%d plots in %d runs, %.2f s of CPU; a limit was reached in %d looks%n",
                plots.taken(),
                plots.runs().size(),
                cpuS,
                limited);
        plots.rejected().forEach(reason -> err.printf("rejected %s%n", reason));
        if (plots.rejections() > plots.rejected().size()) {
            err.printf(Locale.ROOT, "rejected %d rows in all%n", plots.rejections());
        }
    }
}
