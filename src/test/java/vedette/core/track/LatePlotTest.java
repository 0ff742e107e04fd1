package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    private static int plots(TrackState state) {
        return state.files().values().stream().mapToInt(TrackFile::plots).sum();
    }
}
