package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Mixture;
import vedette.model.Enu;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Tangent;

/// Tracks are found by address and place without looking at the others.
class IndexTest {
    private static final int WIDE = 100;

    private final Tracker tracker = new Tracker();

    // Ten thousand aircraft, 0.1 degrees apart, tell once where they are.
    private TrackState manyReported() {
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of())).next();
        for (int i = 0; i < WIDE * WIDE; i++) {
            state = tracker.step(state, seen(i, Sky.report(0, place(i), 1000 + i, 9000)))
                    .next();
        }
        return state;
    }

    private static TrackInput seen(long seq, Measurement measurement) {
        return new TrackInput.Seen(seq, Sky.at(0), measurement);
    }

    private static LatLon place(int i) {
        return LatLon.ofDegrees(i / WIDE * 0.1, i % WIDE * 0.1);
    }

    private static Set<Long> near(TrackState state, double[] place) {
        Set<Long> near = new TreeSet<>();
        new Index.Draft(state.index()).near(place, near::add);
        return near;
    }

    private static double[] placeOf(TrackFile file) {
        double[] place = new double[3];
        Tangent.place(file.estimate().frame(), file.estimate().merged(), Mixture.MEAN, place);
        return place;
    }

    private static double distanceM(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    @Test
    void aReportLooksOnlyAtTracksNearItAndAtAllOfThose() {
        TrackState state = manyReported();

        for (TrackFile file : state.files().values().subList(5000, 5020)) {
            double[] place = placeOf(file);
            Set<Long> near = near(state, place);
            assertTrue(near.size() < 100, near.size() + " of " + state.files().size());
            state.files()
                    .forEachValue(other -> assertTrue(
                            near.contains(other.id()) || distanceM(place, placeOf(other)) > Nearest.FARTHEST_M));
        }
    }

    @Test
    void everyTrackStandsInItsCellAsItMovesAndEnds() {
        Sky sky = new Sky().radar3d("A", 0, 1).clutter(20);
        for (int i = 0; i < 10; i++) {
            sky.flyer(new Enu(400 * i - 2000, 300 * i - 1000, 200), new Enu(30 - 6 * i, 40, 0));
        }
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, 40, 0.8));
        for (int k = 0; k < 40; k++) {
            for (int address = 1; address < 20; address++) {
                LatLon place = LatLon.ofDegrees(50.01 + k * 0.002, 9 + address * 0.1);
                arrivals.add(new Sky.Arrival(k, Sky.report(k, place, address, 300)));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));

        TrackState state = Sky.track(sky.sites(), arrivals, 41).state();

        Set<Long> stand = new TreeSet<>();
        state.index().cells().forEach((cell, ids) -> {
            for (long id : ids) {
                assertTrue(stand.add(id), "twice: " + id);
                assertEquals(cell, Index.cell(state.files().get(id).estimate()));
            }
        });
        assertTrue(stand.size() > 20, stand.size() + " tracks");
        assertEquals(state.files().size(), stand.size());
    }

    @Test
    void aPictureOfRadarsAloneKeepsNoPlaces() {
        Sky sky = new Sky().radar3d("A", 0, 1);
        sky.flyer(new Enu(1000, 1000, 200), new Enu(10, 0, 0));

        assertEquals(Index.NONE, sky.watched(20).state().index());
    }

    @Test
    void tracksThatWereThereBeforeTheFirstReportAreEnteredSomeAtATimeAndFoundAtOnce() {
        TrackState all = manyReported();
        TrackState state = all.withFiles(all.files(), all.index().withoutPlaces(), all.nextId());
        int steps = 0;

        state = tracker.step(state, seen(20_001, Sky.report(0, place(9_999), 99_999, 9000)))
                .next();
        while (state.index().covered() < Long.MAX_VALUE) {
            int before = standing(state);
            state = tracker.step(state, new TrackInput.Passed(20_002 + steps++, Sky.at(0.1)))
                    .next();
            assertTrue(standing(state) - before <= 4001, standing(state) + " after " + before);
        }

        assertTrue(steps >= 2, steps + " steps");
        assertEquals(state.files().size(), standing(state));
    }

    private static int standing(TrackState state) {
        return state.index().cells().values().stream()
                .mapToInt(ids -> ids.length)
                .sum();
    }

    @Test
    void anAddressIsFreeAgainWhenItsTrackEnds() {
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of())).next();
        state = tracker.step(state, seen(1, Sky.report(0, place(1), 7, 9000))).next();
        assertEquals(1, state.index().bearers().size());

        state = tracker.step(state, new TrackInput.Passed(2, Sky.at(1000))).next();

        assertEquals(0, state.files().size());
        assertEquals(Index.NONE.bearers(), state.index().bearers());
        assertEquals(Index.NONE.cells(), state.index().cells());
    }
}
