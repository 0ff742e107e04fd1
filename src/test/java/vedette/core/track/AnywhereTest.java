package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;

/// No place on the globe is special: the same scene is tracked as well at the pole and on the antimeridian.
class AnywhereTest {
    private static final int END_S = 60;

    private static final Rule SOLID = new Rule(100, 3);

    /// One flat radar knows no heights: they are not scored.
    private static final Rule FLAT = new Rule(6000, 2);

    private record Rule(double cutoffM, int dimension) {}

    private static Geodetic home(double latDeg, double lonDeg) {
        return new Geodetic(Math.toRadians(latDeg), Math.toRadians(lonDeg), 200);
    }

    // Drones around the home, which is a pole or the antimeridian itself; some fly over it.
    private static Sky drones(Sky sky) {
        for (int i = 0; i < 10; i++) {
            double bearing = i * 0.63;
            sky.flyer(
                    new Enu(-700 * Math.sin(bearing) + 60, -700 * Math.cos(bearing) + 35 * i, 90 + 12 * i),
                    new Enu((12 + i) * Math.sin(bearing), (12 + i) * Math.cos(bearing), 0.3));
        }
        return sky;
    }

    private static Sky airliners(Sky sky) {
        for (int i = 0; i < 8; i++) {
            double bearing = i * 0.8;
            sky.flyer(
                    new Enu(-30_000 * Math.sin(bearing) + 9000, -30_000 * Math.cos(bearing), 8000 + 300 * i),
                    new Enu(220 * Math.sin(bearing), 220 * Math.cos(bearing), 0));
        }
        return sky;
    }

    private static double gospaM(Sky sky, Rule rule) {
        ScoringRules rules = new ScoringRules(
                "anywhere", 1, new ScoringRules.Epochs(1, 1, END_S), rule.dimension, rule.cutoffM, 2, List.of());
        List<ScoredState> truth = new ArrayList<>();
        List<ScoredState> tracks = new ArrayList<>();
        List<Sky.Arrival> arrivals = sky.fly(0, END_S, 0.9);
        Tracker tracker = new Tracker();
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
        int next = 0;
        for (int timeS = 1; timeS <= END_S; timeS++) {
            while (next < arrivals.size() && arrivals.get(next).timeS() <= timeS) {
                Sky.Arrival arrival = arrivals.get(next++);
                state = tracker.step(state, new TrackInput.Seen(next, Sky.at(arrival.timeS()), arrival.measurement()))
                        .next();
            }
            double now = timeS;
            tracker.picture(state, Sky.at(timeS)).forEach(track -> tracks.add(ScoredState.of(now, track)));
            for (int i = 0; i < sky.flyers(); i++) {
                truth.add(ScoredState.truth(timeS, "" + i, "", sky.place(i, timeS), Enu.ZERO));
            }
        }
        PictureScore.Scored scored = (PictureScore.Scored) PictureScore.of(rules, truth, tracks);
        return scored.epochs().stream()
                        .mapToDouble(epoch -> PictureScore.distance(epoch, 2))
                        .sum()
                / END_S;
    }

    private static void same(Function<Geodetic, Sky> world, double latDeg, double lonDeg, Rule rule) {
        double here = gospaM(world.apply(Sky.HOME), rule);
        double there = gospaM(world.apply(home(latDeg, lonDeg)), rule);

        assertTrue(here > 0 && here < rule.cutoffM, "GOSPA " + here);
        assertEquals(1, there / here, 0.01, here + " m at home, " + there + " m there");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 180", "-33, -179.9999", "89.99, 25", "90, 0", "-90, 70", "0, 180"})
    void dronesAreTrackedAsWellAnywhere(double latDeg, double lonDeg) {
        same(home -> drones(new Sky(home).staring("A", 0, 1).staring("B", 900, 1.3)), latDeg, lonDeg, SOLID);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 180", "89.99, 25", "90, 0", "-90, 70"})
    void dronesAmidFalsePlotsOfATurningRadarToo(double latDeg, double lonDeg) {
        same(home -> drones(new Sky(home).radar3d("A", 0, 1).clutter(5)), latDeg, lonDeg, SOLID);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 180", "89.99, 25", "90, 0", "-90, 70"})
    void airlinersOfAFlatRadarToo(double latDeg, double lonDeg) {
        same(home -> airliners(new Sky(home).radar2d("A", 0, 4).clutter(10)), latDeg, lonDeg, FLAT);
    }

    @Test
    void theSameSceneIsNotTheSameBits() {
        // Otherwise the tests above would compare a scene with itself.
        Sky here = drones(new Sky(Sky.HOME).staring("A", 0, 1));
        Sky there = drones(new Sky(home(90, 0)).staring("A", 0, 1));

        assertTrue(gospaM(here, SOLID) != gospaM(there, SOLID));
    }
}
