package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.math.Draws;
import vedette.model.Enu;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// What the picture does not depend on: the order in which plots come, how often they come, and when it was last saved.
class TrackLawsTest {
    /// Radars tell azimuths in steps: so large a step that many plots share one.
    private static final double STEP_RAD = 2 * Math.PI / 256;

    // Objects that cross each other's ways, some of them in pairs, so that gates share plots.
    private static Sky crowd(Sky sky) {
        for (int i = 0; i < 14; i++) {
            double bearing = i / 2 * 0.9;
            double way = 15 + i;
            sky.flyer(
                    new Enu(-900 * Math.sin(bearing) + 25 * i, -900 * Math.cos(bearing), 100 + i),
                    new Enu(way * Math.sin(bearing), way * Math.cos(bearing), 0));
        }
        return sky.clutter(25);
    }

    private static List<Sky.Arrival> stepped(List<Sky.Arrival> arrivals) {
        return arrivals.stream()
                .map(a -> a.measurement() instanceof RadarPlot plot ? new Sky.Arrival(a.timeS(), stepped(plot)) : a)
                .toList();
    }

    private static RadarPlot stepped(RadarPlot plot) {
        Polar was = plot.polar();
        double azimuth = Math.rint(was.azimuthRad() / STEP_RAD) * STEP_RAD % (2 * Math.PI);
        return new RadarPlot(
                plot.provenance(),
                new Polar(was.rangeM(), azimuth, was.elevationRad(), was.rangeRateMps()),
                plot.sigma(),
                plot.altitude(),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack());
    }

    // All plots between two sweeps in another order; they arrive at once, after the earlier sweep.
    private static List<Sky.Arrival> shuffled(List<Sky.Arrival> arrivals, long seed) {
        List<Sky.Arrival> result = new ArrayList<>();
        List<Sky.Arrival> look = new ArrayList<>();
        Draws draws = Draws.of(seed, 0, "shuffle");
        double sweptS = 0;
        for (Sky.Arrival arrival : arrivals) {
            if (arrival.measurement() instanceof Sweep) {
                for (int left = look.size(); left > 0; left--) {
                    Sky.Arrival next = look.remove(seed == 0 ? 0 : (int) (draws.uniform() * left));
                    result.add(new Sky.Arrival(sweptS, next.measurement()));
                }
                result.add(arrival);
                sweptS = arrival.timeS();
            } else {
                look.add(arrival);
            }
        }
        return result;
    }

    @Property(tries = 4)
    void theOrderOfAFramesPlotsChangesNothing(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Sky sky = crowd(new Sky().staring("A", 0, 1));
        List<Sky.Arrival> arrivals = stepped(sky.fly(0, 40, 0.9));

        Sky.Seen first = Sky.track(sky.sites(), shuffled(arrivals, 0), 40);
        Sky.Seen second = Sky.track(sky.sites(), shuffled(arrivals, seed), 40);

        assertTrue(first.picture().size() > 8, first.picture().size() + " tracks");
        assertEquals(first.outputs(), second.outputs());
        assertEquals(first.picture(), second.picture());
    }

    @Property(tries = 4)
    void theOrderOfASectorsPlotsChangesNothing(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Sky sky = crowd(new Sky().radar3d("A", 0, 1));
        List<Sky.Arrival> arrivals = stepped(sky.fly(0, 40, 0.9));

        Sky.Seen first = Sky.track(sky.sites(), shuffled(arrivals, 0), 40);
        Sky.Seen second = Sky.track(sky.sites(), shuffled(arrivals, seed), 40);

        assertTrue(first.picture().size() > 8, first.picture().size() + " tracks");
        assertEquals(first.picture(), second.picture());
    }

    @Property(tries = 4)
    void theOrderOfASectorsPlotsChangesNothingThatIsLearnt(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Sky sky = crowd(new Sky().radar3d("A", 0, 1).staring("B", 700, 1)).clutter(60);
        List<Sky.Arrival> arrivals = stepped(sky.fly(0, 40, 0.7));

        Sky.Seen first = Sky.track(sky.sites(), shuffled(arrivals, 0), 40);
        Sky.Seen second = Sky.track(sky.sites(), shuffled(arrivals, seed), 40);

        assertTrue(first.state().knowledge().of(0).clutter().overall() > 4);
        assertEquals(learnt(first), learnt(second));
        assertEquals(first.picture(), second.picture());
    }

    // What looks teach; when plots arrive is counted with the oddities, and is their order.
    private static List<Object> learnt(Sky.Seen seen) {
        Knowledge known = seen.state().knowledge();
        List<Object> learnt = new ArrayList<>();
        learnt.add(Canon.of(Registration.class).digest(known.registration()));
        for (SensorKnowledge of : known.sensors()) {
            learnt.add(Canon.of(ClutterMap.class).digest(of.clutter()));
            learnt.add(of.rate());
            learnt.add(Canon.of(SensorFit.class).digest(of.fit()));
        }
        return learnt;
    }

    @Test
    void aFeedThatComesTwiceIsTheFeedOnce() {
        Sky sky = crowd(new Sky().radar3d("A", 0, 1.5).staring("B", 700, 1));
        List<Sky.Arrival> once = sky.fly(0, 30, 0.9);
        List<Sky.Arrival> twice = new ArrayList<>();
        once.forEach(arrival -> twice.addAll(List.of(arrival, arrival)));

        Sky.Seen first = Sky.track(sky.sites(), once, 30);
        Sky.Seen second = Sky.track(sky.sites(), twice, 30);

        assertTrue(first.picture().size() > 8);
        assertEquals(first.picture(), second.picture());
    }

    @Test
    void aFeedThatComesAgainLaterIsTheFeedOnce() {
        Sky sky = crowd(new Sky().radar3d("A", 0, 1.5).staring("B", 700, 1));
        List<Sky.Arrival> once = sky.fly(0, 30, 0.9);
        List<Sky.Arrival> twice = new ArrayList<>(once);
        once.forEach(arrival -> twice.add(new Sky.Arrival(arrival.timeS() + 0.7, arrival.measurement())));
        twice.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));

        Sky.Seen first = Sky.track(sky.sites(), once, 31);
        Sky.Seen second = Sky.track(sky.sites(), twice, 31);

        assertTrue(first.picture().size() > 8);
        assertEquals(first.picture(), second.picture());
    }

    @Test
    void aTrackerThatGoesOnFromAnyStateSaysTheSame() {
        Sky sky = crowd(new Sky().radar3d("A", 0, 1.5).staring("B", 700, 1));
        List<Sky.Arrival> arrivals = sky.fly(0, 20, 0.9);
        List<TrackState> states = new ArrayList<>();
        List<List<Output>> said = new ArrayList<>();
        TrackState state = begun(sky);
        Tracker tracker = new Tracker();
        for (int i = 0; i < arrivals.size(); i++) {
            states.add(state);
            TrackStep step = tracker.step(state, input(i, arrivals.get(i)));
            said.add(step.outputs());
            state = step.next();
        }

        for (int cut = 100; cut < arrivals.size(); cut += 97) {
            Tracker fresh = new Tracker();
            TrackState again = states.get(cut);
            for (int i = cut; i < arrivals.size(); i++) {
                TrackStep step = fresh.step(again, input(i, arrivals.get(i)));
                assertEquals(said.get(i), step.outputs(), "cut " + cut + ", input " + i);
                again = step.next();
            }
        }
    }

    private static TrackState begun(Sky sky) {
        return new Tracker()
                .step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
    }

    private static TrackInput input(int i, Sky.Arrival arrival) {
        return new TrackInput.Seen(i, Sky.at(arrival.timeS()), arrival.measurement());
    }

    @Test
    void twentyThousandPlotsOfASectorAreSharedOutAmongSteps() {
        Sky sky = new Sky().radar3d("A", 0, 4);
        Tracker tracker = new Tracker();
        TrackState state = begun(sky);
        state = tracker.step(state, input(0, sweep(sky, 0, 6, 0.2))).next();

        for (Sky.Arrival plot : flood(sky, 20_000)) {
            state = bounded(tracker, state, input(1, plot));
        }
        state = bounded(tracker, state, input(2, sweep(sky, 1, 0, 1.2)));
        for (int tick = 0; tick < 200; tick++) {
            state = bounded(tracker, state, new TrackInput.Passed(3 + tick, Sky.at(1 + tick * 0.01)));
        }

        assertEquals(20_000, state.size());
        assertEquals(List.of(), state.refusals());
    }

    @Test
    void whatComesInOneBurstLosesNoSector() {
        Sky sky = new Sky().radar3d("A", 0, 4);
        Tracker tracker = new Tracker();
        TrackState state = begun(sky);
        state = tracker.step(state, input(0, sweep(sky, 0, 6, 0.2))).next();
        for (Sky.Arrival plot : flood(sky, 20_000)) {
            state = tracker.step(state, input(1, plot)).next();
        }

        for (int k = 1; k <= 12; k++) {
            state = tracker.step(state, input(2, sweep(sky, k * 0.1 / (2 * Math.PI) * 4, (k - 1) * 0.1, 0.1)))
                    .next();
        }
        for (int tick = 0; tick < 200; tick++) {
            state = tracker.step(state, new TrackInput.Passed(3 + tick, Sky.at(1 + tick * 0.01)))
                    .next();
        }

        assertEquals(List.of(), state.refusals());
        assertEquals(20_000, state.size());
    }

    private static Sky.Arrival sweep(Sky sky, double timeS, double fromRad, double widthRad) {
        SensorId sensor = sky.sites().getFirst().sensor();
        return new Sky.Arrival(
                timeS, new Sweep(Provenance.open(sensor, Sky.at(timeS)), fromRad, widthRad, OptionalDouble.of(4)));
    }

    private static List<Sky.Arrival> flood(Sky sky, int plots) {
        Draws draws = Draws.of(5, 0, "flood");
        List<Sky.Arrival> flood = new ArrayList<>();
        for (int i = 0; i < plots; i++) {
            double azimuth = (double) i / plots;
            double timeS = azimuth / (2 * Math.PI) * 4;
            OptionalDouble elevation = OptionalDouble.of(draws.uniform());
            Polar polar = new Polar(draws.uniform(100, 7900), azimuth, elevation, OptionalDouble.of(0));
            flood.add(new Sky.Arrival(timeS, RadarPlot.primary(sky.sites().getFirst(), Sky.at(timeS), polar)));
        }
        return flood;
    }

    // Work is counted in new tracks: each plot of the flood begins one.
    private static TrackState bounded(Tracker tracker, TrackState state, TrackInput input) {
        TrackState next = tracker.step(state, input).next();
        assertTrue(next.size() - state.size() <= 1000, next.size() - state.size() + " tracks in one step");
        return next;
    }
}
