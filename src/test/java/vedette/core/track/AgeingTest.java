package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.TrackId;

/// However many tracks there are, a tick looks at a bounded part of them, and all are looked at in the end.
class AgeingTest {
    private static final int MANY = 2500;

    // What a tick may say of coasting tracks: its work over what each one costs.
    private static final int MOST_TOLD = 1000;

    private final Tracker tracker = new Tracker();

    // Aircraft a tenth of a degree apart tell where they are three times.
    private TrackState reported() {
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of())).next();
        long seq = 0;
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < MANY; i++) {
                LatLon place = new LatLon(Math.toRadians(i / 50 * 0.1), Math.toRadians(i % 50 * 0.1));
                TrackInput report =
                        new TrackInput.Seen(++seq, Sky.at(second), Sky.report(second, place, 1000 + i, 9000));
                state = tracker.step(state, report).next();
            }
        }
        return state;
    }

    private static TrackStep tick(Tracker tracker, TrackState state, int n) {
        return tracker.step(
                state, new TrackInput.Passed(100_000 + n, new Moment(Sky.at(20).taiNs() + n * 100_000_000L)));
    }

    @Test
    void manyCoastingTracksAreToldWithinSomeTicks() {
        TrackState state = reported();
        Set<TrackId> told = new TreeSet<>();

        for (int n = 0; n < 4; n++) {
            TrackStep step = tick(tracker, state, n);
            assertTrue(step.outputs().size() <= MOST_TOLD, step.outputs().size() + " told in one tick");
            step.outputs()
                    .forEach(output ->
                            told.add(((Output.TrackChanged) output).track().id()));
            state = step.next();
        }

        assertEquals(MANY, state.size());
        assertEquals(MANY, told.size());
    }

    @Test
    void aLookOverAllGoesOnFromAnyState() {
        List<TrackState> states = new ArrayList<>();
        List<List<Output>> said = new ArrayList<>();
        states.add(reported());
        for (int n = 0; n < 5; n++) {
            TrackStep step = tick(tracker, states.getLast(), n);
            states.add(step.next());
            said.add(step.outputs());
        }

        for (int n = 0; n < 5; n++) {
            assertEquals(said.get(n), tick(new Tracker(), states.get(n), n).outputs(), "tick " + n);
        }
    }
}
