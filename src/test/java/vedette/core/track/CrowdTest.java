package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.math.Lanes;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Output;
import vedette.model.Track;
import vedette.node.ThreadLanes;

/// Many objects at once, so that sectors are worked on in pieces narrower than the gates.
class CrowdTest {
    private static final int MANY = 2000;

    // Evenly over a ring by the golden angle, each on a course of its own.
    private static Sky crowd() {
        Sky sky = new Sky().radar2d("A", 0, 10);
        for (int i = 0; i < MANY; i++) {
            double turn = 2.399963 * i;
            double far = 140_000 * Math.sqrt((i + 200.0) / (MANY + 200));
            double course = 1.7 * i;
            sky.flyer(
                    new Enu(far * Math.cos(turn), far * Math.sin(turn), 9000),
                    new Enu(180 * Math.cos(course), 180 * Math.sin(course), 0));
        }
        return sky;
    }

    private static int tracked(Sky sky, Sky.Seen seen, double atS) {
        int tracked = 0;
        for (int i = 0; i < MANY; i++) {
            Ecef truth = sky.place(i, atS).ecef();
            boolean found = false;
            for (Track track : seen.picture()) {
                found |= track.kinematics().position().ecef().distanceM(truth) < 5000;
            }
            tracked += found ? 1 : 0;
        }
        return tracked;
    }

    @Test
    void aCrowdIsTrackedThoughItsGatesReachOverManySectors() {
        Sky sky = crowd();

        Sky.Seen seen = sky.watched(60);

        int tracked = tracked(sky, seen, 60);
        assertTrue(tracked >= 0.96 * MANY, tracked + " of " + MANY);
        assertTrue(seen.picture().size() >= 0.94 * MANY, seen.picture().size() + " tracks");
        assertTrue(seen.picture().size() <= 1.05 * MANY, seen.picture().size() + " tracks");
    }

    // Lanes that are worked on backwards: whatever depends on their order shows.
    private static final Lanes BACKWARDS = new Lanes() {
        @Override
        public int count() {
            return 3;
        }

        @Override
        public void run(Work work) {
            runs++;
            for (int lane = count() - 1; lane >= 0; lane--) {
                work.lane(lane);
            }
        }
    };

    private static int runs;

    private static final Canon<Output> OUTPUTS = Canon.of(Output.class);
    private static final Canon<TrackState> STATES = Canon.of(TrackState.class);

    private static long digest(Sky sky, List<Sky.Arrival> arrivals, Lanes lanes) {
        Tracker tracker = new Tracker(lanes);
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
        long digest = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            Sky.Arrival arrival = arrivals.get(i);
            TrackStep step =
                    tracker.step(state, new TrackInput.Seen(i, Sky.at(arrival.timeS()), arrival.measurement()));
            for (Output output : step.outputs()) {
                digest = 31 * digest + OUTPUTS.digest(output);
            }
            state = step.next();
        }
        return 31 * digest + STATES.digest(state);
    }

    @Test
    void theSameBitsComeOutOfAnyNumberOfLanes() {
        Sky sky = crowd();
        List<Sky.Arrival> arrivals = sky.fly(0, 40, 0.9);

        long alone = digest(sky, arrivals, Lanes.ONE);

        runs = 0;
        assertEquals(alone, digest(sky, arrivals, BACKWARDS));
        assertTrue(runs > 20, runs + " pieces of work were shared out");
        try (ThreadLanes two = new ThreadLanes(2);
                ThreadLanes five = new ThreadLanes(5)) {
            assertEquals(alone, digest(sky, arrivals, two));
            assertEquals(alone, digest(sky, arrivals, five));
        }
    }
}
