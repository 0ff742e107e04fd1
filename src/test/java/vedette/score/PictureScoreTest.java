package vedette.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the figures mean, on pictures small enough to be counted by hand. A degree of latitude here is 111,229 m.
class PictureScoreTest {
    private static final double DEGREES_PER_M = 1 / 111229.0;

    private static ScoringRules rules(int dimension, String... ignored) {
        return new ScoringRules("own", 1, new ScoringRules.Epochs(1, 1, 4), dimension, 100, 2, List.of(ignored));
    }

    private static ScoredState object(int timeS, String id, double northM) {
        return state(timeS, id, "drone", northM, new double[0]);
    }

    private static ScoredState state(int timeS, String id, String kind, double northM, double[] covariance) {
        return new ScoredState(timeS, id, kind, 50 + northM * DEGREES_PER_M, 10, 0, 10, 0, 0, covariance);
    }

    private static List<ScoredState> flight(String id, double northM) {
        List<ScoredState> rows = new ArrayList<>();
        for (int t = 1; t <= 4; t++) {
            rows.add(object(t, id, northM));
        }
        return rows;
    }

    private static Sheet score(ScoringRules rules, List<ScoredState> truth, List<ScoredState> tracks) {
        return assertInstanceOf(PictureScore.Scored.class, PictureScore.of(rules, truth, tracks))
                .sheet();
    }

    private static double number(Sheet sheet, String... path) {
        return sheet.number(path).orElse(Double.NaN);
    }

    @Test
    void aPerfectPictureHasNoDistance() {
        Sheet sheet = score(rules(2), flight("T1", 0), flight("A", 0));

        assertEquals(0, number(sheet, "gospa", "mean"), 1e-9);
        assertEquals(1, number(sheet, "siap", "completeness"), 0);
        assertEquals(0, number(sheet, "id_switches"), 0);
        assertEquals(0, number(sheet, "initiation", "median_delay_s"), 0);
    }

    @Test
    void aMissedObjectCostsHalfTheCutoffSquared() {
        Sheet sheet = score(rules(2), flight("T1", 0), List.of());

        assertEquals(100 / Math.sqrt(2), number(sheet, "gospa", "rms_missed"), 1e-9);
        assertEquals(100, number(sheet, "ospa_mean"), 1e-9);
        assertEquals(1, number(sheet, "initiation", "never_tracked"), 0);
    }

    @Test
    void aFalseTrackIsSpurious() {
        List<ScoredState> tracks = new ArrayList<>(flight("A", 30));
        tracks.addAll(flight("B", 5000));

        Sheet sheet = score(rules(2), flight("T1", 0), tracks);

        assertEquals(30, number(sheet, "gospa", "rms_localisation"), 0.05);
        assertEquals(100 / Math.sqrt(2), number(sheet, "gospa", "rms_false"), 1e-9);
        assertEquals(0.5, number(sheet, "siap", "spuriousness"), 0);
    }

    @Test
    void aTrackThatTakesOverIsASwitch() {
        List<ScoredState> tracks = List.of(object(1, "A", 0), object(2, "A", 0), object(3, "B", 0), object(4, "B", 0));

        Sheet sheet = score(rules(2), flight("T1", 0), tracks);

        assertEquals(1, number(sheet, "id_switches"), 0);
        assertEquals(1, number(sheet, "siap", "track_breaks"), 0);
        assertEquals(1.0 / 3, number(sheet, "siap", "longest_track_segment"), 1e-12);
    }

    @Test
    void tracksOnIgnoredKindsNeitherCountNorHarm() {
        List<ScoredState> truth = new ArrayList<>(flight("T1", 0));
        for (int t = 1; t <= 4; t++) {
            truth.add(state(t, "B1", "bird", 2000, new double[0]));
        }
        List<ScoredState> tracks = new ArrayList<>(flight("A", 0));
        tracks.addAll(flight("B", 2000));

        Sheet sheet = score(rules(2, "bird"), truth, tracks);

        assertEquals(0, number(sheet, "gospa", "mean"), 1e-9);
        assertEquals(100 / Math.sqrt(2), number(sheet, "gospa_ignored_as_false", "rms"), 1e-9);
        assertEquals(1, number(sheet, "ignored_tracked_share"), 0);
    }

    @Test
    void theNormalisedErrorIsMeasuredInSigmas() {
        List<ScoredState> tracks = new ArrayList<>();
        for (int t = 1; t <= 4; t++) {
            tracks.add(state(t, "A", "", 20, new double[] {100, 0, 100, 0, 0, 100}));
        }

        Sheet sheet = score(rules(3), flight("T1", 0), tracks);

        // 20 m at a sigma of 10 m along one of three axes: 4 / 3.
        assertEquals(4.0 / 3, number(sheet, "nees", "anees"), 0.01);
        assertEquals(3, number(sheet, "nees", "dimension"), 0);
        assertEquals(1, number(sheet, "nees", "inside_95"), 0);
    }

    @Test
    void aTrackTwiceInAnEpochIsRefused() {
        List<ScoredState> tracks = List.of(object(1, "A", 0), object(1, "A", 50));

        PictureScore.Result result = PictureScore.of(rules(2), flight("T1", 0), tracks);

        assertTrue(assertInstanceOf(PictureScore.Refused.class, result).reason().contains("1 times"));
    }

    @Test
    void rowsOffTheEpochsAreCountedAndIgnored() {
        List<ScoredState> tracks = new ArrayList<>(flight("A", 0));
        tracks.add(new ScoredState(1.5, "A", "", 50, 10, 0, 0, 0, 0, new double[0]));

        Sheet sheet = score(rules(2), flight("T1", 0), tracks);

        assertEquals(1, number(sheet, "rows_off_epoch"), 0);
        assertEquals(4, number(sheet, "rows"), 0);
    }

    @Test
    void planarRunsAreAveragedAsTheLiteratureDoes() {
        List<PlanarScore.Point> truth = List.of(new PlanarScore.Point(0, 1, 0, 0), new PlanarScore.Point(0, 2, 0, 0));
        List<PlanarScore.Point> estimates =
                List.of(new PlanarScore.Point(1, 1, 3, 4), new PlanarScore.Point(2, 2, 0, 0));

        Sheet sheet = PlanarScore.of(new PlanarScore.Rules(1, 2, 10, 2), truth, estimates);

        // Four run-steps: 25, 50 (missed), 50 (missed), 0.
        assertEquals(Math.sqrt(125 / 4.0), number(sheet, "gospa", "rms"), 1e-12);
        assertEquals(Math.sqrt(25.0), number(sheet, "gospa", "rms_missed"), 1e-12);
        assertEquals(2, number(sheet, "runs"), 0);
    }

    @Test
    void theErrorOfThePlanarFigureIsThatOfItsRuns() {
        List<PlanarScore.Point> truth = List.of(new PlanarScore.Point(0, 1, 0, 0));
        List<PlanarScore.Point> estimates =
                List.of(new PlanarScore.Point(1, 1, 3, 0), new PlanarScore.Point(2, 1, 5, 0));
        PlanarScore.Rules rules = new PlanarScore.Rules(1, 1, 10, 2);

        double error = PlanarScore.standardError(rules, truth, estimates).orElse(Double.NaN);

        // Runs of 9 and 25: mean 17, standard error 8; d √x = dx / 2√x.
        assertEquals(8 / (2 * Math.sqrt(17)), error, 1e-12);
        assertTrue(
                PlanarScore.standardError(rules, truth, estimates.subList(0, 1)).isEmpty());
    }

    @Test
    void theCourseTellsEachEpochAndEachTakeover() {
        List<ScoredState> tracks = List.of(object(1, "A", 0), object(2, "A", 30), object(3, "B", 0), object(4, "B", 0));

        PictureScore.Result result = PictureScore.of(rules(2), flight("T1", 0), tracks);

        Course course = assertInstanceOf(PictureScore.Scored.class, result).course();
        assertEquals(List.of(new Course.Switch(3, "T1", "A", "B")), course.switches());
        assertEquals(4, course.points().size());
        assertEquals(30, course.points().get(1).gospa(), 0.05);
        assertEquals(Course.Honesty.NONE, course.points().get(1).honesty());
    }
}
