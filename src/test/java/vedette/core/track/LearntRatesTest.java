package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorSite;
import vedette.model.Track.Stage;

/// What a sensor was seen to do is believed more than what it declares: of its false plots and of what it sees.
class LearntRatesTest {
    private static final double END_S = 320;

    /// False tracks begun before the false plots are learnt; with the declared density 24.
    private static final long MOST_FALSE = 4;

    /// The same for a jammer that comes at once, with 290 times the declared density; with the declared one 694.
    private static final long MOST_JAMMED = 20;

    /// Radars declare 5 false plots a turn and see 0.9.
    private static Sky flown(int flyers) {
        Sky sky = new Sky().radar2d("A", 0, 4);
        for (int i = 0; i < flyers; i++) {
            double bearing = 2 * Math.PI * i / flyers;
            sky.flyer(
                    new Enu(60_000 * Math.sin(bearing), 60_000 * Math.cos(bearing), 4000),
                    new Enu(150 * Math.cos(bearing), -150 * Math.sin(bearing), 0));
        }
        return sky;
    }

    private static long begun(Sky.Seen seen, double afterS) {
        return seen.outputs().stream()
                .filter(o -> o instanceof Output.TrackChanged changed
                        && changed.track().startedAt().secondsSince(Sky.at(0)) > afterS)
                .map(o -> ((Output.TrackChanged) o).track().id())
                .distinct()
                .count();
    }

    private static long shown(Sky.Seen seen) {
        return seen.picture().stream()
                .filter(track -> track.stage() == Stage.CONFIRMED)
                .count();
    }

    // False plots from 30° to 60°, from 40 s on.
    private static List<Sky.Arrival> jammed(Sky sky, double perTurn) {
        SensorSite site = sky.sites().getFirst();
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, END_S, 0.9));
        Draws draws = Draws.of(1, 1, "jammer");
        for (double turnS = 40; turnS < END_S; turnS += site.periodS()) {
            for (int i = draws.poisson(perTurn); i > 0; i--) {
                double azimuth = Math.toRadians(draws.uniform(30, 60));
                double timeS = turnS + azimuth / (2 * Math.PI) * site.periodS();
                Polar polar = Polar.flat(draws.uniform(1000, 149_000), azimuth);
                arrivals.add(new Sky.Arrival(timeS, falsePlot(site, timeS, polar)));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));
        return arrivals;
    }

    private static RadarPlot falsePlot(SensorSite site, double timeS, Polar polar) {
        return new RadarPlot(
                Provenance.open(site.sensor(), Sky.at(timeS)),
                polar,
                site.sigma(),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.UNKNOWN,
                OptionalInt.empty());
    }

    @Test
    void tenTimesTheFalsePlotsMakeHardlyAFalseTrack() {
        Sky sky = flown(10).clutter(50);

        Sky.Seen seen = Sky.track(sky.sites(), sky.fly(0, END_S, 0.9), END_S);

        assertTrue(begun(seen, 40) <= MOST_FALSE, begun(seen, 40) + " false tracks");
    }

    @Test
    void aJammedSectorDoesNotFillWithTracks() {
        Sky sky = flown(10).clutter(5);

        Sky.Seen seen = Sky.track(sky.sites(), jammed(sky, 120), END_S);

        assertTrue(begun(seen, 40) <= MOST_JAMMED, begun(seen, 40) + " false tracks");
        assertEquals(10, shown(seen));
    }

    @Test
    void aJammedSectorLeavesTheOthersAsTheyWere() {
        Sky sky = flown(10).clutter(5);

        ClutterMap map = Sky.track(sky.sites(), jammed(sky, 120), END_S)
                .state()
                .knowledge()
                .of(0)
                .clutter();

        assertTrue(map.times(70_000, Math.toRadians(45)) > 50, map.toString());
        assertEquals(1, map.overall(), 0.3);
        assertTrue(map.times(70_000, Math.toRadians(200)) < 2, map.toString());
    }

    @Test
    void whatIsThereWhenASensorBeginsIsNotTakenForFalsePlots() {
        Sky sky = flown(120).clutter(5);

        Sky.Seen seen = Sky.track(sky.sites(), sky.fly(0, 40, 0.9), 40);

        ClutterMap map = seen.state().knowledge().of(0).clutter();
        assertEquals(1, map.overall(), 0.3);
        assertTrue(map.times(60_000, 1) < 1.5, map.toString());
    }

    @Test
    void aTiredTransmitterCutsNoTracks() {
        Sky sky = flown(40);
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, 60, 0.9));
        arrivals.addAll(sky.fly(60, END_S, 0.5));

        Sky.Seen seen = Sky.track(sky.sites(), arrivals, END_S);

        assertTrue(seen.ended() <= 2, seen.ended() + " tracks were cut");
    }

    @Test
    void aLookOutsideTheVolumeIsNoLook() {
        SensorSite all = new Sky().staring("A", 0, 1).sites().getFirst();
        SensorSite.Volume wide = all.volume();
        SensorSite narrow = new SensorSite(
                all.sensor(),
                all.kind(),
                all.place(),
                all.placeCovariance(),
                new SensorSite.Volume(
                        wide.minRangeM(),
                        wide.maxRangeM(),
                        Math.toRadians(300),
                        Math.toRadians(120),
                        wide.minElevationRad(),
                        wide.maxElevationRad()),
                all.sigma(),
                all.performance(),
                all.periodS());
        ClutterMap map = ClutterMap.of(narrow);

        double beside = map.looked(Math.toRadians(90), 1).turns();
        double pieces = 0;
        for (int k = 0; k < 8; k++) {
            pieces += map.looked(k * Math.PI / 4, Math.PI / 4).turns();
        }

        assertEquals(0, beside, 1e-12);
        assertEquals(1, pieces, 1e-12);
        assertEquals(1, map.looked(1, 2 * Math.PI).turns(), 1e-12);
    }
}
