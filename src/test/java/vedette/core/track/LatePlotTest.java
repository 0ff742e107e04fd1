package vedette.core.track;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Mixture;
import vedette.core.estimate.associate.Marginal;
import vedette.model.Enu;
import vedette.model.Measurement.RadarPlot;

/// A plot that comes after its sector was worked on.
class LatePlotTest {
    private static final int FLYERS = 90;

    private final Sky sky = new Sky().radar3d("A", 0, 4);
    private final Tracker tracker = new Tracker();

    // Drones around the radar at many ranges, a quarter of the plots missing; one plot of the last turn is kept back.
    private List<Sky.Arrival> arrivals() {
        for (int i = 0; i < FLYERS; i++) {
            double bearing = 2 * Math.PI * i / FLYERS;
            double range = 2000 + 1500 * (i % 4);
            sky.flyer(new Enu(range * Math.sin(bearing), range * Math.cos(bearing), 300), new Enu(8, 4, 0));
        }
        return sky.fly(0, 40, 0.75);
    }

    private static RadarPlot keptBack(List<Sky.Arrival> arrivals) {
        return arrivals.stream()
                .filter(a -> a.timeS() > 37.5)
                .map(Sky.Arrival::measurement)
                .filter(RadarPlot.class::isInstance)
                .map(RadarPlot.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private TrackState without(RadarPlot plot, List<Sky.Arrival> arrivals) {
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
        long seq = 0;
        for (Sky.Arrival a : arrivals) {
            if (a.timeS() < 38.6 && !a.measurement().equals(plot)) {
                state = tracker.step(state, new TrackInput.Seen(++seq, Sky.at(a.timeS()), a.measurement()))
                        .next();
            }
        }
        return state;
    }

    private static int missedLately(TrackState state) {
        int[] missed = {0};
        state.memory(0).past().after(Sky.at(30).taiNs(), Long.MAX_VALUE, sector -> {
            missed[0] += sector.missed().length;
            return true;
        });
        return missed[0];
    }

    @Test
    void itTouchesOnlyTheTracksThatWereMissedThere() {
        List<Sky.Arrival> arrivals = arrivals();
        RadarPlot plot = keptBack(arrivals);
        TrackState state = without(plot, arrivals);

        List<TrackFile> near = new LatePlot(new Workshop(new Marginal()), new Working(state, 1), 0, plot).near();

        assertTrue(missedLately(state) > 30, missedLately(state) + " missed in the last two turns");
        assertTrue(!near.isEmpty() && near.size() <= 2, near.size() + " tracks looked at");
    }

    @Test
    void itIsTakenByItsTrackAndOnlyOnce() {
        List<Sky.Arrival> arrivals = arrivals();
        RadarPlot plot = keptBack(arrivals);
        TrackState before = without(plot, arrivals);
        TrackInput late = new TrackInput.Seen(90_001, Sky.at(38.6), plot);

        TrackState once = tracker.step(before, late).next();
        TrackStep twice = tracker.step(once, late);

        assertEquals(plots(before) + 1, plots(once));
        assertEquals(before.memory(0).held(), once.memory(0).held());
        assertEquals(once.files(), twice.next().files());
        assertEquals(once.memory(0).held(), twice.next().memory(0).held());
    }

    // Two radars, so that a track has mostly taken the other's plot before the late one comes.
    private double worstSigmas(double lateS) {
        Sky two = new Sky(Sky.HOME).radar3d("A", 0, 1).radar3d("B", 900, 1.3);
        for (int i = 0; i < 8; i++) {
            double bearing = Math.PI * i / 4;
            double range = 2000 + 500 * (i % 4);
            two.flyer(new Enu(range * Math.sin(bearing), range * Math.cos(bearing), 300), new Enu(12, 9, 0));
        }
        List<Sky.Arrival> arrivals = two.fly(0, 40, 0.9);
        double worst = 0;
        for (Sky.Arrival arrival : arrivals) {
            if (arrival.measurement() instanceof RadarPlot plot && arrival.timeS() > 36 && arrival.timeS() < 38.5) {
                List<Sky.Arrival> late = new ArrayList<>(arrivals);
                late.remove(arrival);
                late.add(new Sky.Arrival(arrival.timeS() + lateS, plot));
                late.removeIf(a -> a.timeS() > arrival.timeS() + lateS);
                late.sort(Comparator.comparingDouble(Sky.Arrival::timeS));
                List<Sky.Arrival> all = new ArrayList<>(arrivals);
                all.removeIf(a -> a.timeS() > arrival.timeS() + lateS);
                worst = Math.max(worst, farthest(run(two, all), run(two, late)));
            }
        }
        return worst;
    }

    private TrackState run(Sky of, List<Sky.Arrival> arrivals) {
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(of.sites())).next();
        long seq = 0;
        for (Sky.Arrival a : arrivals) {
            state = tracker.step(state, new TrackInput.Seen(++seq, Sky.at(a.timeS()), a.measurement()))
                    .next();
        }
        return state;
    }

    private static double farthest(TrackState a, TrackState b) {
        double farthest = 0;
        for (TrackFile file : a.files().values()) {
            TrackFile other = b.files().get(file.id());
            assertEquals(file.plots(), requireNonNull(other).plots());
            if (file.confirmed()) {
                farthest = Math.max(farthest, sigmas(file.estimate(), other.estimate()));
            }
        }
        return farthest;
    }

    private static double sigmas(TrackFile.Estimate a, TrackFile.Estimate b) {
        double sum = 0;
        double aheadS = (a.ns() - b.ns()) * 1e-9;
        double variance = 0;
        for (int k = 0; k < 3; k++) {
            int at = Mixture.MEAN + k;
            double d = a.merged()[at] - b.merged()[at] - aheadS * b.merged()[at + 3];
            sum += d * d;
            variance += a.merged()[Mixture.COVARIANCE + Mixture.at(k, k)];
        }
        return Math.sqrt(sum / variance);
    }

    @Test
    void aLatePlotGivesTheStateThatItHadGivenInTimeToATenthOfASigma() {
        assertTrue(worstSigmas(0.5) < 0.05, "half a second");
        assertTrue(worstSigmas(1) < 0.12, "a turn");
    }

    private static int plots(TrackState state) {
        return state.files().values().stream().mapToInt(TrackFile::plots).sum();
    }
}
