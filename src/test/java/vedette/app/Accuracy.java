package vedette.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.report.ScoreReport;
import vedette.report.ScoredRun;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;

/// The table of docs/benchmarks.md: each scenario folder tracked by each associator, with our own filters' oracle
/// beside. Everything runs in this process.
///
/// Arguments: scenario folders; `--associators=gnn,…` (default: all), `--no-oracle`, `--html=FOLDER` writes a page of
/// plots for each scenario. From the command line: `./vedette bench accuracy FOLDER…`.
public final class Accuracy {
    private static final List<String> ASSOCIATORS = List.of("gnn", "jpda", "setwise");
    private static final String HEAD = "| scenario | tracker | mean GOSPA | RMS | localisation | missed | false "
            + "| completeness | spuriousness | switches | never tracked | median start s | ANEES | inside 95 % "
            + "| plots/CPU s |\n" + "|---".repeat(15) + "|";

    private static final String SUMMARY_HEAD =
            "\n| scenario | tracker | mean GOSPA | RMS | completeness | spuriousness "
                    + "| switches | never tracked | ANEES | inside 95 % | ANEES pooled | inside pooled | ignored as false |\n"
                    + "|---".repeat(13) + "|";

    private final Map<String, List<ScoredRun>> groups = new LinkedHashMap<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Path> folders = new ArrayList<>();
    private List<String> names = ASSOCIATORS;
    private boolean oracle = true;
    private String pages = "";

    private Accuracy(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("--associators=")) {
                names = Arrays.stream(arg.substring(arg.indexOf('=') + 1).split(","))
                        .filter(name -> !name.isEmpty())
                        .toList();
            } else if (arg.startsWith("--html=")) {
                pages = arg.substring(arg.indexOf('=') + 1);
            } else if (arg.equals("--no-oracle")) {
                oracle = false;
            } else {
                folders.add(Path.of(arg));
            }
        }
    }

    /// Prints the table.
    ///
    /// @param args folders and options
    /// @throws IOException when a folder cannot be read
    public static void main(String[] args) throws IOException {
        new Accuracy(args).run();
    }

    private void run() throws IOException {
        out.println(HEAD);
        for (Path folder : folders) {
            Scene scene = Scene.read(folder);
            List<ScoredRun> runs = new ArrayList<>();
            for (String name : names) {
                long before = Cpu.ns();
                List<ScoredState> tracks = tracked(scene, new Tracker(TrackCommand.named(name)));
                double cpuS = (Cpu.ns() - before) * 1e-9;
                runs.add(scored(scene, name, tracks));
                print(scene, runs.getLast(), String.format(Locale.ROOT, "%.0f", scene.plots() / cpuS));
            }
            if (oracle) {
                runs.add(oracle(scene));
                print(scene, runs.getLast(), "");
            }
            for (ScoredRun run : runs) {
                String group = scene.folder().name() + " | " + run.name();
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(run);
            }
            if (!pages.isEmpty()) {
                String page = new ScoreReport(scene.folder().title(), runs).html();
                Files.writeString(Path.of(pages, folder.getFileName() + ".html"), page);
            }
        }
        summary();
    }

    // A row for each scenario and tracker, its seeds side by side in the order given.
    private void summary() {
        out.println(SUMMARY_HEAD);
        groups.forEach((group, runs) -> out.println("| " + group + " | "
                + String.join(
                        " | ",
                        beside(runs, run -> metres(run, "gospa", "mean")),
                        beside(runs, run -> metres(run, "gospa", "rms")),
                        beside(runs, run -> number(run, "%.4f", "siap", "completeness")),
                        beside(runs, run -> number(run, "%.4f", "siap", "spuriousness")),
                        beside(runs, run -> number(run, "%.0f", "id_switches")),
                        beside(runs, run -> number(run, "%.0f", "initiation", "never_tracked")),
                        beside(runs, run -> number(run, "%.2f", "nees", "anees")),
                        beside(runs, run -> number(run, "%.3f", "nees", "inside_95")),
                        String.format(Locale.ROOT, "%.3f", pooled(runs, "anees")),
                        String.format(Locale.ROOT, "%.3f", pooled(runs, "inside_95")),
                        beside(runs, run -> metres(run, "gospa_ignored_as_false", "mean")))
                + " |"));
    }

    private static String beside(List<ScoredRun> runs, Function<ScoredRun, String> figure) {
        return runs.stream().map(figure).collect(Collectors.joining(" / "));
    }

    // The mean over all samples of all seeds.
    private static double pooled(List<ScoredRun> runs, String name) {
        double sum = 0;
        double samples = 0;
        for (ScoredRun run : runs) {
            double n = run.sheet().number("nees", "samples").orElse(0);
            sum += n * run.sheet().number("nees", name).orElse(0);
            samples += n;
        }
        return sum / samples;
    }

    /// A scenario folder in memory.
    ///
    /// @param folder its scenario.json
    /// @param sensors its sensors
    /// @param arrivals its plots and sweeps, by time
    /// @param truth the objects
    record Scene(
            ScoreFolder folder,
            List<BenchSensors.Timed> sensors,
            List<BenchStream.Arrival> arrivals,
            List<ScoredState> truth) {
        static Scene read(Path folder) throws IOException {
            List<BenchSensors.Timed> sensors = BenchSensors.read(folder.resolve("sensors.json"));
            return new Scene(
                    new ScoreFolder(folder.resolve("scenario.json")),
                    sensors,
                    BenchStream.read(folder.resolve("plots.csv"), sensors),
                    ScoreFolder.states(folder.resolve("truth.csv"), "target_id"));
        }

        long plots() {
            return arrivals.stream()
                    .filter(arrival -> arrival.measurement() instanceof Measurement.RadarPlot)
                    .count();
        }
    }

    /// The confirmed tracks at the scoring epochs, as `./vedette track` writes them.
    static List<ScoredState> tracked(Scene scene, Tracker tracker) {
        ScoringRules.Epochs epochs = scene.folder().epochs();
        List<ScoredState> rows = new ArrayList<>();
        TrackState state = tracker.step(
                        TrackState.EMPTY,
                        new TrackInput.Known(scene.sensors().stream()
                                .map(BenchSensors.Timed::site)
                                .toList()))
                .next();
        int next = 0;
        long seq = 0;
        for (int epoch = 0; epoch < epochs.count(); epoch++) {
            double timeS = epochs.timeS(epoch);
            for (; next < scene.arrivals().size() && scene.arrivals().get(next).timeS() <= timeS; next++) {
                BenchStream.Arrival arrival = scene.arrivals().get(next);
                Moment at = BenchStream.moment(arrival.timeS());
                state = tracker.step(state, new TrackInput.Seen(++seq, at, arrival.measurement()))
                        .next();
            }
            Moment at = BenchStream.moment(timeS);
            state = tracker.step(state, new TrackInput.Passed(++seq, at)).next();
            tracker.picture(state, at).forEach(track -> rows.add(ScoredState.of(timeS, track)));
        }
        return rows;
    }

    private static ScoredRun oracle(Scene scene) {
        List<TruthPath> paths =
                TruthPath.all(scene.truth(), scene.folder().epochs().stepS());
        PlotLabels labels = PlotLabels.of(scene.arrivals(), scene.sensors(), paths);
        Oracle oracle = new Oracle(scene.sensors(), labels);
        List<ScoredState> tracks = oracle.tracks(paths);
        System.err.printf(
                Locale.ROOT,
                "%s: %d of %d plots are objects'; the oracle's tracks refused %d%n",
                scene.folder().title(),
                labels.labelled(),
                labels.plots(),
                oracle.refused());
        return scored(scene, "oracle", tracks);
    }

    private static ScoredRun scored(Scene scene, String name, List<ScoredState> tracks) {
        return switch (PictureScore.of(scene.folder().rules(), scene.truth(), tracks)) {
            case PictureScore.Scored(var sheet, var _, var course) -> new ScoredRun(name, sheet, course);
            case PictureScore.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private void print(Scene scene, ScoredRun run, String speed) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                scene.folder().title(),
                run.name(),
                metres(run, "gospa", "mean"),
                metres(run, "gospa", "rms"),
                metres(run, "gospa", "rms_localisation"),
                metres(run, "gospa", "rms_missed"),
                metres(run, "gospa", "rms_false"),
                number(run, "%.4f", "siap", "completeness"),
                number(run, "%.4f", "siap", "spuriousness"),
                number(run, "%.0f", "id_switches"),
                number(run, "%.0f", "initiation", "never_tracked"),
                number(run, "%.1f", "initiation", "median_delay_s"),
                number(run, "%.2f", "nees", "anees"),
                number(run, "%.3f", "nees", "inside_95"),
                speed);
    }

    private static String metres(ScoredRun run, String... path) {
        double value = run.sheet().number(path).orElse(Double.NaN);
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String number(ScoredRun run, String format, String... path) {
        return String.format(Locale.ROOT, format, run.sheet().number(path).orElse(Double.NaN));
    }
}
