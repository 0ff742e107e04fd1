package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.score.Course;
import vedette.score.Figure;
import vedette.score.Gospa;
import vedette.score.PictureScore;
import vedette.score.PlanarScore;
import vedette.score.ScoringRules;
import vedette.score.Sheet;

/// Scores a tracker's output against a scenario's truth and prints one JSON object.
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

    @Parameters(index = "1", paramLabel = "tracks.csv", description = "the tracks at the scoring epochs")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path tracks;

    @Option(names = "--per-epoch", paramLabel = "FILE.csv", description = "also writes each epoch's figures there")
    private Optional<Path> perEpoch = Optional.empty();

    @Option(names = "--exact", description = "all digits instead of seven")
    private boolean exact;

    @Override
    public Integer call() throws IOException {
        ScoreFolder scenario = new ScoreFolder(folder.resolve("scenario.json"));
        Sheet sheet = scenario.planar() ? planar(scenario) : picture(scenario);
        spec.commandLine().getOut().println(JsonText.write(json(exact ? sheet : sheet.rounded()), 1));
        return 0;
    }

    private Sheet planar(ScoreFolder scenario) throws IOException {
        return PlanarScore.of(
                scenario.planarRules(), ScoreFolder.points(folder.resolve("truth.csv")), ScoreFolder.points(tracks));
    }

    private Sheet picture(ScoreFolder scenario) throws IOException {
        ScoringRules rules = scenario.rules();
        PictureScore.Result result = PictureScore.of(
                rules,
                ScoreFolder.states(folder.resolve("truth.csv"), "target_id"),
                ScoreFolder.states(tracks, "track_id"));
        return switch (result) {
            case PictureScore.Refused(String reason) ->
                throw new Failure(reason, "Write one row for each track and epoch");
            case PictureScore.Scored(Sheet sheet, List<Gospa.Epoch> epochs, Course _) -> {
                if (perEpoch.isPresent()) {
                    writeEpochs(perEpoch.get(), rules, epochs);
                }
                yield sheet;
            }
        };
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
