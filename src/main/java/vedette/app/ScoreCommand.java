package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.report.ScoreReport;
import vedette.report.ScoredRun;
import vedette.score.Course;
import vedette.score.Figure;
import vedette.score.Gospa;
import vedette.score.PictureScore;
import vedette.score.PlanarScore;
import vedette.score.ScoringRules;
import vedette.score.Sheet;

/// Scores a tracker's output against a scenario's truth, prints one JSON object, and draws it when asked to. Several
/// outputs are printed as a list, and drawn beside each other.
@Command(
        name = "score",
        description = "Scores tracks against the truth: GOSPA, OSPA, SIAP, NEES, identity switches, initiation.")
final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SCENARIO_DIR", description = "a folder with scenario.json and truth.csv")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path folder;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "tracks.csv",
            description = "the tracks at the scoring epochs; several files are compared")
    private List<Path> tracks = new ArrayList<>();

    @Option(names = "--per-epoch", paramLabel = "FILE.csv", description = "also writes each epoch's figures there")
    private Optional<Path> perEpoch = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE.html", description = "also writes a page with plots and tables there")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--svg", paramLabel = "FILE.svg", description = "also writes the plots alone there")
    private Optional<Path> svg = Optional.empty();

    @Option(names = "--exact", description = "all digits instead of seven")
    private boolean exact;

    @Override
    public Integer call() throws IOException {
        checkUsage();
        ScoreFolder scenario = new ScoreFolder(folder.resolve("scenario.json"));
        List<ScoredRun> runs = new ArrayList<>();
        for (Path file : tracks) {
            runs.add(scenario.planar() ? planar(scenario, file) : picture(scenario, file));
        }
        draw(scenario, runs);
        List<Json> sheets = runs.stream()
                .map(run -> json(exact ? run.sheet() : run.sheet().rounded()))
                .toList();
        Json printed = sheets.size() == 1 ? sheets.getFirst() : new Json.Items(sheets);
        spec.commandLine().getOut().println(JsonText.write(printed, 1));
        return 0;
    }

    private void checkUsage() {
        if (tracks.size() > 1 && perEpoch.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--per-epoch takes one file of tracks");
        }
        if (tracks.size() > ScoreReport.MOST_RUNS) {
            throw new ParameterException(
                    spec.commandLine(), "At most " + ScoreReport.MOST_RUNS + " files of tracks are compared");
        }
    }

    private ScoredRun planar(ScoreFolder scenario, Path file) throws IOException {
        PlanarScore.Rules rules = scenario.planarRules();
        List<PlanarScore.Point> truth = ScoreFolder.points(folder.resolve("truth.csv"));
        List<PlanarScore.Point> estimates = ScoreFolder.points(file);
        PlanarScore.standardError(rules, truth, estimates)
                .ifPresent(error -> spec.commandLine()
                        .getErr()
                        .println(name(file) + ": the RMS GOSPA's standard error over the runs is "
                                + Numbers.fixed(error, 4)));
        return new ScoredRun(
                name(file), PlanarScore.of(rules, truth, estimates), PlanarScore.course(rules, truth, estimates));
    }

    private ScoredRun picture(ScoreFolder scenario, Path file) throws IOException {
        ScoringRules rules = scenario.rules();
        PictureScore.Result result = PictureScore.of(
                rules,
                ScoreFolder.states(folder.resolve("truth.csv"), "target_id"),
                ScoreFolder.states(file, "track_id"));
        return switch (result) {
            case PictureScore.Refused(String reason) ->
                throw new Failure(reason, "Write one row for each track and epoch");
            case PictureScore.Scored(Sheet sheet, List<Gospa.Epoch> epochs, Course course) -> {
                if (perEpoch.isPresent()) {
                    writeEpochs(perEpoch.get(), rules, epochs);
                }
                yield new ScoredRun(name(file), sheet, course);
            }
        };
    }

    // The file's own name, unless another file bears it too.
    private String name(Path file) {
        boolean alone = tracks.stream()
                        .filter(other -> lastOf(other).equals(lastOf(file)))
                        .count()
                == 1;
        String name = alone ? lastOf(file) : file.toString();
        return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    private static String lastOf(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    private void draw(ScoreFolder scenario, List<ScoredRun> runs) throws IOException {
        ScoreReport report = new ScoreReport(scenario.title(), runs);
        if (html.isPresent()) {
            Files.writeString(html.get(), report.html());
        }
        if (svg.isPresent()) {
            Files.writeString(svg.get(), report.svg());
        }
    }

    private static void writeEpochs(Path file, ScoringRules rules, List<Gospa.Epoch> epochs) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("time_s,truths,tracks,gospa,localisation,missed,false,ospa\n");
            for (int k = 0; k < epochs.size(); k++) {
                Gospa.Epoch epoch = epochs.get(k);
                out.printf(
                        Locale.ROOT,
                        "%.3f,%d,%d,%.6f,%.6f,%.6f,%.6f,%.6f%n",
                        rules.epochs().timeS(k),
                        epoch.truths(),
                        epoch.tracks(),
                        PictureScore.distance(epoch, rules.power()),
                        epoch.localisation(),
                        epoch.missed(),
                        epoch.falseTracks(),
                        epoch.ospa());
            }
        }
    }

    private static Json json(Figure figure) {
        return switch (figure) {
            case Sheet(List<Sheet.Entry> entries) ->
                new Json.Members(entries.stream()
                        .map(entry -> new Json.Member(entry.name(), json(entry.figure())))
                        .toList());
            case Figure.Real(double value) -> new Json.Real(value);
            case Figure.Count(long value) -> new Json.Whole(value);
            case Figure.Words(String text) -> new Json.Text(text);
            case Figure.Absent() -> new Json.Nothing();
        };
    }
}
