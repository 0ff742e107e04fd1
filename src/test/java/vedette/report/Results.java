package vedette.report;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Draws;
import vedette.score.Course;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;

/// Small scored pictures.
final class Results {
    private static final double DEGREES_PER_M = 1 / 111229.0;

    private Results() {}

    /// Two objects over four seconds: one is taken over by another track, one is lost at the end, and a ghost shows.
    static ScoredRun small(String name) {
        List<ScoredState> truth = new ArrayList<>();
        List<ScoredState> tracks = new ArrayList<>();
        for (int t = 1; t <= 4; t++) {
            truth.add(state(t, "T1", 0));
            truth.add(state(t, "T2", 1000));
            tracks.add(state(t, t < 3 ? "A" : "B", 20));
            if (t < 4) {
                tracks.add(state(t, "C", 1010 + 10 * t));
            }
            if (t == 2) {
                tracks.add(state(t, "ghost", 9000));
            }
        }
        return scored(name, truth, tracks);
    }

    /// Anything: objects and tracks at random places.
    static ScoredRun random(String name, long seed, int epochs) {
        List<ScoredState> truth = new ArrayList<>();
        List<ScoredState> tracks = new ArrayList<>();
        for (int t = 1; t <= epochs; t++) {
            Draws draws = Draws.of(seed, t, "report");
            for (int i = 0; i < 6; i++) {
                if (draws.uniform() < 0.8) {
                    truth.add(state(t, "T" + i, 100 * i));
                }
                if (draws.uniform() < 0.8) {
                    tracks.add(state(t, "A" + i, 100 * i + 25 * draws.gaussian()));
                }
            }
        }
        return scored(name, truth, tracks);
    }

    static ScoredRun scored(String name, List<ScoredState> truth, List<ScoredState> tracks) {
        int count = truth.stream().mapToInt(s -> (int) s.timeS()).max().orElse(0);
        ScoringRules rules = new ScoringRules("own", 1, new ScoringRules.Epochs(1, 1, count), 2, 100, 2, List.of());
        return switch (PictureScore.of(rules, truth, tracks)) {
            case PictureScore.Scored(var sheet, var _, Course course) -> new ScoredRun(name, sheet, course);
            case PictureScore.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    static ScoredState state(int timeS, String id, double northM) {
        double[] covariance = {400, 0, 400, 0, 0, 400};
        return new ScoredState(timeS, id, "drone", 50 + northM * DEGREES_PER_M, 10, 0, 10, 0, 0, covariance);
    }
}
