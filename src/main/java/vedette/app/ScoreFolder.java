package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vedette.format.lines.CsvTable;
import vedette.format.text.Json;
import vedette.score.PlanarScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;

/// The files of a scoring scenario: `scenario.json`, `truth.csv`, and a tracker's `tracks.csv`.
final class ScoreFolder {
    private static final String[] COVARIANCE = {"pnn", "pne", "pee", "pnd", "ped", "pdd"};

    private final Path file;
    private final Json scenario;

    ScoreFolder(Path scenarioFile) throws IOException {
        file = scenarioFile;
        scenario = TextFiles.json(scenarioFile);
    }

    /// Whether it is the planar benchmark of many runs.
    boolean planar() {
        return name().equals("planar4");
    }

    /// The scenario's name, empty when it has none.
    String name() {
        return scenario.text("name").orElse("");
    }

    /// What is scored, in words.
    String title() {
        return name() + ", seed " + scenario.whole("seed").orElse(0);
    }

    ScoringRules rules() {
        List<String> ignored = new ArrayList<>();
        for (Json kind : scenario.items("scoring", "ignore_kinds")) {
            kind.text().ifPresent(ignored::add);
        }
        return new ScoringRules(
                name(),
                scenario.whole("seed").orElse(0),
                epochs(),
                (int) number("scoring", "dimension"),
                number("scoring", "gospa", "c_m"),
                number("scoring", "gospa", "p"),
                ignored);
    }

    ScoringRules.Epochs epochs() {
        return new ScoringRules.Epochs(
                number("scoring", "epochs", "first_s"), number("scoring", "epochs", "step_s"), (int)
                        number("scoring", "epochs", "count"));
    }

    PlanarScore.Rules planarRules() {
        return new PlanarScore.Rules(
                scenario.whole("seed").orElse(0), (int) number("steps"), number("gospa", "c_m"), number("gospa", "p"));
    }

    double number(String... path) {
        OptionalDouble number = scenario.number(path);
        return number.orElseThrow(() ->
                new Failure(file + " has no number " + String.join(".", path), "Give the scenario.json of the folder"));
    }

    /// Rows of truth or tracks.
    ///
    /// @param csv the file
    /// @param idColumn `target_id` or `track_id`
    static List<ScoredState> states(Path csv, String idColumn) throws IOException {
        CsvTable table = TextFiles.csv(csv, "time_s", idColumn, "lat", "lon");
        List<String> ids = table.texts(idColumn);
        List<String> kinds = table.texts("kind");
        double[][] c = columns(table, "time_s", "lat", "lon", "alt", "vn", "ve", "vd");
        double[][] covariance = table.has("pnn") ? columns(table, COVARIANCE) : new double[0][];
        TextFiles.checkNumbers(csv, table);
        return IntStream.range(0, table.size())
                .mapToObj(i -> new ScoredState(
                        c[0][i],
                        ids.get(i),
                        kinds.get(i),
                        c[1][i],
                        c[2][i],
                        c[3][i],
                        c[4][i],
                        c[5][i],
                        c[6][i],
                        row(covariance, i)))
                .toList();
    }

    /// Points of planar4; a truth has no column `run`.
    static List<PlanarScore.Point> points(Path csv) throws IOException {
        CsvTable table = TextFiles.csv(csv, "step", "x_m", "y_m");
        double[][] c = columns(table, "run", "step", "x_m", "y_m");
        TextFiles.checkNumbers(csv, table);
        return IntStream.range(0, table.size())
                .mapToObj(i -> new PlanarScore.Point((int) c[0][i], (int) c[1][i], c[2][i], c[3][i]))
                .toList();
    }

    private static double[][] columns(CsvTable table, String... names) {
        return Arrays.stream(names).map(table::numbers).toArray(double[][]::new);
    }

    private static double[] row(double[][] columns, int i) {
        return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
    }
}
