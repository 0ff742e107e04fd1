package vedette.report;

import static vedette.math.Require.require;

import java.util.List;

/// What a scenario's scores look like: GOSPA with its parts over time, numbers of objects and tracks, honesty of the
/// covariances, identity switches, and the figures in tables. One tracker alone, or several beside each other.
///
/// Names may come from anywhere: they are escaped.
///
/// @param title what was scored, as `terminal, seed 2`
/// @param runs the results, all on the same scenario
public record ScoreReport(String title, List<ScoredRun> runs) {
    /// More lines in one plot cannot be told apart.
    public static final int MOST_RUNS = 8;

    /// Checks and copies.
    public ScoreReport {
        require(!runs.isEmpty() && runs.size() <= MOST_RUNS, "%s runs", runs.size());
        runs = List.copyOf(runs);
        int points = runs.getFirst().course().points().size();
        require(
                runs.stream().allMatch(run -> run.course().points().size() == points),
                "runs of different length beside one of %s points",
                points);
    }

    /// The plots as one SVG 1.1 document that stands alone; each epoch's numbers show under the pointer.
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new ScoreFigure(this).svg();
    }

    /// The plots and the figures as one HTML page that stands alone.
    public String html() {
        return new ScorePage(this).html();
    }
}
