package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Mixture;
import vedette.math.Draws;
import vedette.model.Enu;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// Large frames are worked on in pieces, and nobody sees it in the picture.
class FrameTest {
    private static final int IN_ONE = 1_000_000;
    private static final int DRONES = 40;

    private final Tracker tracker = new Tracker();

    // Drones around a staring sensor, far enough from each other that no gates share plots; one is over the seam.
    private static Sky ring() {
        Sky sky = new Sky().staring("A", 0, 1);
        for (int i = 0; i < DRONES; i++) {
            double bearing = 2 * Math.PI * (i + 0.02) / DRONES;
            double range = 2500 + 1500 * (i % 3);
            sky.flyer(new Enu(range * Math.sin(bearing), range * Math.cos(bearing), 400), new Enu(6, -9, 0));
        }
        return sky;
    }

    private TrackState begun(Sky sky) {
        return tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites())).next();
    }

    private TrackState seen(TrackState state, double timeS, Measurement measurement) {
        return tracker.step(state, new TrackInput.Seen(1, Sky.at(timeS), measurement))
                .next();
    }

    // The frames of some seconds, each cut into pieces of about so many plots and tracks.
    private TrackState watched(Sky sky, int inPiece) {
        TrackState state = begun(sky);
        for (Sky.Arrival arrival : sky.fly(0, 25, 0.9)) {
            if (arrival.measurement() instanceof Sweep sweep) {
                state = worked(state, sky, sweep, inPiece);
            } else {
                state = seen(state, arrival.timeS(), arrival.measurement());
            }
        }
        return state;
    }

    private TrackState worked(TrackState before, Sky sky, Sweep sweep, int inPiece) {
        SensorMemory memory = before.memory(0);
        List<Sweep> pieces = pieces(sky.sites().getFirst(), memory, sweep, inPiece);
        assertTrue(inPiece == IN_ONE ? pieces.size() == 1 : pieces.size() > 2, pieces.size() + " pieces");
        long ns = sweep.provenance().observedAt().taiNs();
        Working cut = new Working(before, 1);
        cut.remember(0, memory.waiting(pieces).beamAt(ns, 0, true));
        TrackState state = cut.done().next();
        while (state.pending() > 0) {
            state = tracker.step(
                            state, new TrackInput.Passed(1, sweep.provenance().observedAt()))
                    .next();
        }
        return state;
    }

    private static List<Sweep> pieces(SensorSite site, SensorMemory memory, Sweep sweep, int inPiece) {
        List<Sweep> pieces = new ArrayList<>();
        Optional<Sweep> left = Optional.of(Beam.frame(site, sweep));
        while (left.isPresent()) {
            Sweep piece = Beam.piece(site, memory, left.get(), inPiece);
            pieces.add(piece);
            left = Beam.behind(site, left.get(), piece);
        }
        return pieces;
    }

    private static List<TrackFile> shown(TrackState state) {
        return state.files().values().stream().filter(TrackFile::confirmed).toList();
    }

    private static double apartM(TrackFile a, TrackFile b) {
        double[] here = new double[3];
        double[] there = new double[3];
        Tangent.place(a.estimate().frame(), a.estimate().merged(), Mixture.MEAN, here);
        Tangent.place(b.estimate().frame(), b.estimate().merged(), Mixture.MEAN, there);
        return Math.sqrt(
                Math.pow(here[0] - there[0], 2) + Math.pow(here[1] - there[1], 2) + Math.pow(here[2] - there[2], 2));
    }

    @Test
    void aFrameInPiecesGivesTheTracksOfAFrameInOne() {
        Sky sky = ring();

        List<TrackFile> one = shown(watched(sky, IN_ONE));
        List<TrackFile> pieces = shown(watched(sky, 12));

        assertEquals(DRONES, one.size());
        assertEquals(DRONES, pieces.size());
        for (TrackFile track : one) {
            long same = pieces.stream()
                    .filter(other -> other.plots() == track.plots() && apartM(track, other) < 1e-9)
                    .count();
            assertEquals(1, same, "track " + track.id());
        }
    }

    // More plots and tracks than are worked on at once.
    private static List<Sky.Arrival> large(Sky sky) {
        return sky.clutter(1200).fly(0, 5, 0.9);
    }

    private static List<Sky.Arrival> shuffled(List<Sky.Arrival> arrivals, int seed) {
        Draws draws = Draws.of(seed, 0, "shuffle");
        List<Sky.Arrival> result = new ArrayList<>();
        List<Sky.Arrival> frame = new ArrayList<>();
        for (Sky.Arrival arrival : arrivals) {
            if (arrival.measurement() instanceof Sweep) {
                while (!frame.isEmpty()) {
                    result.add(frame.remove((int) (draws.uniform() * frame.size())));
                }
                result.add(arrival);
            } else {
                frame.add(arrival);
            }
        }
        return result;
    }

    @Property(tries = 3)
    void theOrderOfALargeFramesPlotsChangesNothing(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Sky sky = ring();
        List<Sky.Arrival> arrivals = large(sky);

        Sky.Seen first = Sky.track(sky.sites(), arrivals, 5);
        Sky.Seen second = Sky.track(sky.sites(), shuffled(arrivals, seed), 5);

        assertTrue(first.picture().size() > 20, first.picture().size() + " tracks");
        assertEquals(first.picture(), second.picture());
    }

    @Test
    void aTrackerGoesOnFromTheMiddleOfAFrame() {
        Sky sky = ring();
        TrackState state = begun(sky);
        int middles = 0;
        for (Sky.Arrival arrival : large(sky)) {
            TrackInput input = new TrackInput.Seen(1, Sky.at(arrival.timeS()), arrival.measurement());
            TrackStep step = tracker.step(state, input);
            if (state.pending() > 0) {
                List<Output> again = new Tracker().step(state, input).outputs();
                assertEquals(step.outputs(), again);
                middles++;
            }
            state = step.next();
        }
        assertTrue(middles > 3, middles + " steps began in the middle of a frame");
    }

    private TrackState flooded(Sky sky, int plots) {
        TrackState state = begun(sky);
        Draws draws = Draws.of(5, 0, "flood");
        for (int i = 0; i < plots; i++) {
            Polar polar = new Polar(
                    draws.uniform(100, 7900),
                    draws.uniform() * 2 * Math.PI,
                    OptionalDouble.of(draws.uniform()),
                    OptionalDouble.of(0));
            state = seen(state, 0, RadarPlot.primary(sky.sites().getFirst(), Sky.at(0), polar));
        }
        Provenance sensor = Provenance.open(sky.sites().getFirst().sensor(), Sky.at(0));
        return seen(state, 0, new Sweep(sensor, 0, 2 * Math.PI, OptionalDouble.of(4)));
    }

    @Test
    void twentyThousandPlotsOfAFrameAreSharedOutAmongSteps() {
        TrackState state = flooded(new Sky().staring("A", 0, 4), 20_000);

        for (int tick = 0; tick < 100; tick++) {
            TrackState next = tracker.step(state, new TrackInput.Passed(3 + tick, Sky.at(tick * 0.01)))
                    .next();
            assertTrue(next.size() - state.size() <= 1200, next.size() - state.size() + " tracks in one step");
            state = next;
        }

        assertEquals(20_000, state.size());
        assertEquals(0, state.pending());
    }
}
