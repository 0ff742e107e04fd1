package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Measurement.Phase;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;

/// What a watch officer may expect of the picture.
class TrackerTest {
    private static final Enu EAST = new Enu(15, 0, 0);

    private static Sky droneSky() {
        return new Sky().radar3d("A", 0, 1.5).radar3d("B", 1500, 2);
    }

    private static double errorM(Track track, Geodetic truth) {
        return track.kinematics().position().ecef().distanceM(truth.ecef());
    }

    @Test
    void aCrossingDroneIsOneTrack() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);

        Sky.Seen seen = sky.watched(120);

        assertEquals(1, seen.picture().size());
        assertEquals(0, seen.ended());
        assertTrue(errorM(seen.picture().getFirst(), sky.place(0, 120)) < 25);
        assertEquals(15, seen.picture().getFirst().kinematics().velocityMps().horizontal(), 2);
    }

    @Test
    void twoDronesThatCrossStayTwo() {
        Sky sky = droneSky().flyer(new Enu(-900, 600, 100), EAST).flyer(new Enu(0, -300, 130), new Enu(0, 15, 0));

        Sky.Seen seen = sky.watched(120);
        assertEquals(2, seen.picture().size());
        assertEquals(0, seen.ended());
    }

    @Test
    void anEmptySkyGivesNoTrack() {
        assertTrue(droneSky().watched(60).picture().isEmpty());
    }

    @Test
    void clutterAloneGivesHardlyATrack() {
        Sky.Seen seen = droneSky().clutter(40).watched(120);

        long shown = seen.outputs().stream()
                .filter(o -> o instanceof Output.TrackChanged)
                .map(o -> ((Output.TrackChanged) o).track().id())
                .distinct()
                .count();
        assertTrue(shown <= 1, shown + " tracks of nothing");
    }

    @Test
    void anAircraftInClutterIsFoundByFlatRadars() {
        Sky sky = new Sky()
                .radar2d("A", 0, 4)
                .radar2d("B", 60_000, 5)
                .radar2d("C", -40_000, 10)
                .clutter(10)
                .flyer(new Enu(20_000, 30_000, 8000), new Enu(-150, 120, 0));

        Sky.Seen seen = sky.watched(200);

        assertEquals(1, seen.picture().size());
        Track track = seen.picture().getFirst();
        assertTrue(errorM(track, sky.place(0, 200)) < 1500, "error " + errorM(track, sky.place(0, 200)));
        // Nobody told a height: the ranges of three radars did.
        double height = sky.place(0, 200).heightM();
        assertEquals(height, track.kinematics().position().heightM(), 1200);
    }

    @Test
    void anUnknownHeightIsUnknownAndNotNothing() {
        Sky sky = new Sky().radar2d("A", 0, 4).flyer(new Enu(40_000, 30_000, 9000), new Enu(-150, 120, 0));

        Track track = sky.watched(60).picture().getFirst();

        assertTrue(track.altitude() instanceof Altitude.Unknown);
        assertTrue(Math.sqrt(track.kinematics().covariance().get(2, 2)) > 1500);
        assertTrue(track.kinematics().position().heightM() > 2000);
    }

    @Test
    void aTransponderTellsTheHeight() {
        Sky sky = new Sky()
                .radar2d("A", 0, 4)
                .flyer(
                        new Enu(40_000, 30_000, 9000),
                        new Enu(-150, 120, 0),
                        Identity.ofModeA(01234),
                        new Altitude.Pressure(9200, 10));

        Track track = sky.watched(60).picture().getFirst();

        assertEquals(9200, track.kinematics().position().heightM(), 200);
        assertEquals(01234, track.identity().modeA().orElse(0));
    }

    @Test
    void repeatedPlotsChangeNothing() {
        Sky sky = droneSky().clutter(5).flyer(new Enu(-1500, 800, 120), EAST);
        List<Sky.Arrival> once = sky.fly(0, 60, 0.9);
        List<Sky.Arrival> twice = new ArrayList<>();
        for (Sky.Arrival arrival : once) {
            twice.add(arrival);
            if (arrival.measurement() instanceof Measurement.RadarPlot) {
                twice.add(arrival);
            }
        }

        Sky.Seen first = Sky.track(sky.sites(), once, 60);
        Sky.Seen second = Sky.track(sky.sites(), twice, 60);

        assertEquals(first.picture(), second.picture());
        assertTrue(second.state().refusals().stream().anyMatch(r -> r.what().equals("repeated plot")));
    }

    @Test
    void sameInputsSameBits() {
        Sky sky = droneSky().clutter(30).flyer(new Enu(-1500, 800, 120), EAST);
        List<Sky.Arrival> arrivals = sky.fly(0, 40, 0.8);

        assertEquals(
                Sky.track(sky.sites(), arrivals, 40).outputs(),
                Sky.track(sky.sites(), arrivals, 40).outputs());
    }

    @Test
    void anOldStateIsNotDisturbed() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);
        Sky.Seen early = Sky.track(sky.sites(), sky.fly(0, 30, 0.9), 30);
        Tracker tracker = new Tracker();
        TrackState state = early.state();
        long seq = 10_000;
        for (Sky.Arrival arrival : sky.fly(30, 60, 0.9)) {
            state = tracker.step(state, new TrackInput.Seen(++seq, Sky.at(arrival.timeS()), arrival.measurement()))
                    .next();
        }

        assertEquals(early.picture(), new Tracker().picture(early.state(), Sky.at(30)));
        assertNotEquals(early.picture(), tracker.picture(state, Sky.at(60)));
    }

    @Test
    void aCoastingTrackWidens() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);
        Sky.Seen seen = Sky.track(sky.sites(), sky.fly(0, 40, 0.9), 40);
        Tracker tracker = new Tracker();

        double spread = 0;
        for (double timeS = 40; timeS <= 52; timeS += 2) {
            Track track = tracker.picture(seen.state(), Sky.at(timeS)).getFirst();
            double now = track.kinematics().covariance().leading(3).trace();
            assertTrue(now > spread, "at " + timeS);
            spread = now;
        }
    }

    @Test
    void aSilentTrackEnds() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, 40, 1));
        arrivals.addAll(sky.fly(40, 70, 0));

        Sky.Seen seen = Sky.track(sky.sites(), arrivals, 70);

        assertTrue(seen.picture().isEmpty());
        assertEquals(1, seen.ended());
    }

    @Test
    void theOrderOfTwoEqualSensorsDoesNotMatter() {
        Sky ab = new Sky().radar3d("A", 0, 2).radar3d("B", 0, 2).flyer(new Enu(-1500, 800, 120), EAST);
        Sky ba = new Sky().radar3d("B", 0, 2).radar3d("A", 0, 2).flyer(new Enu(-1500, 800, 120), EAST);

        Track first = ab.watched(60).picture().getFirst();
        Track second = ba.watched(60).picture().getFirst();

        // Both look at the same time: only the order of the updates differs, and with it where they are
        // linearised.
        assertEquals(0, errorM(first, second.kinematics().position()), 1);
    }

    @Test
    void anAddressSticksToItsTrackThroughACrossing() {
        Sky sky = new Sky()
                .radar2d("A", 0, 4)
                .radar2d("B", 50_000, 5)
                .flyer(new Enu(10_000, 30_000, 7000), new Enu(150, 0, 0), Sky.address(0x3C1111), Altitude.UNKNOWN)
                .flyer(new Enu(25_000, 30_300, 7000), new Enu(-150, 0, 0), Sky.address(0x3C2222), Altitude.UNKNOWN);

        Sky.Seen seen = sky.watched(150);

        assertEquals(2, seen.picture().size());
        for (Track track : seen.picture()) {
            boolean first = track.identity().address().orElse(0) == 0x3C1111;
            double east = track.kinematics().velocityMps().east();
            assertEquals(first ? 150 : -150, east, 40);
        }
        assertEquals(0, seen.ended());
    }

    @Test
    void reportsOfAnAddressAreOneTrack() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            LatLon place = LatLon.ofDegrees(50 + k * 0.001, 10);
            arrivals.add(new Sky.Arrival(k, Sky.report(k, place, 0x3C1234, 9000)));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 30);

        assertEquals(1, seen.picture().size());
        Track track = seen.picture().getFirst();
        assertEquals(0x3C1234, track.identity().address().orElse(0));
        assertEquals(111, track.kinematics().velocityMps().north(), 5);
    }

    @Test
    void aReportedPositionJoinsTheRadarTrackThere() {
        Sky sky = new Sky()
                .radar2d("A", 0, 4)
                .radar2d("B", 50_000, 5)
                .flyer(new Enu(20_000, 30_000, 9000), new Enu(-150, 120, 0));
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, 100, 0.95));
        for (int k = 60; k < 100; k++) {
            Geodetic place = sky.place(0, k);
            arrivals.add(new Sky.Arrival(k, Sky.report(k, place.latLon(), 0x3C1234, place.heightM())));
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));

        Sky.Seen seen = Sky.track(sky.sites(), arrivals, 100);

        assertEquals(1, seen.picture().size());
        assertEquals(3, seen.picture().getFirst().sources().size());
        assertTrue(errorM(seen.picture().getFirst(), sky.place(0, 100)) < 150);
    }

    @Test
    void aPlotOfAnUnknownSensorIsRefusedAndCounted() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);

        Sky.Seen seen = Sky.track(List.of(), sky.fly(0, 10, 1), 10);

        assertTrue(seen.picture().isEmpty());
        assertTrue(seen.outputs().stream()
                .anyMatch(o -> o instanceof Output.Refused(long _, String what, String _, long _)
                        && what.equals("plot of an unknown sensor")));
    }

    @Test
    void plotsAreTrackedWithoutSweepsToo() {
        Sky sky = droneSky().clutter(20).flyer(new Enu(-1500, 800, 120), EAST);
        List<Sky.Arrival> plotsOnly = sky.fly(0, 60, 0.9).stream()
                .filter(a -> a.measurement() instanceof Measurement.RadarPlot)
                .toList();

        Sky.Seen seen = Sky.track(sky.sites(), plotsOnly, 60);

        assertEquals(1, seen.picture().size());
        assertTrue(errorM(seen.picture().getFirst(), sky.place(0, 60)) < 30);
    }

    @Test
    void plotsThatComeLateAreWaitedFor() {
        Sky sky = new Sky().radar3d("A", 0, 2).flyer(new Enu(-1500, 800, 120), EAST);
        List<Sky.Arrival> delayed = new ArrayList<>();
        for (Sky.Arrival arrival : sky.fly(0, 60, 1)) {
            boolean plot = arrival.measurement() instanceof Measurement.RadarPlot;
            delayed.add(new Sky.Arrival(arrival.timeS() + (plot ? 0.4 : 0), arrival.measurement()));
        }
        delayed.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));

        Sky.Seen seen = Sky.track(sky.sites(), delayed, 60);

        assertEquals(1, seen.picture().size());
        assertEquals(0, seen.ended());
        assertTrue(errorM(seen.picture().getFirst(), sky.place(0, 60)) < 30);
    }

    private static Sky.Arrival told(double timeS, int number, Phase phase) {
        return new Sky.Arrival(
                timeS,
                new Measurement.SystemTrack(
                        Provenance.open(new SensorId("ARTAS"), Sky.at(timeS)),
                        number,
                        phase,
                        LatLon.ofDegrees(50 + timeS * 0.002, 10),
                        new Altitude.Pressure(9000, 8),
                        Optional.empty(),
                        Identity.NONE,
                        OptionalDouble.of(80)));
    }

    @Test
    void aReusedNumberIsANewTrack() {
        List<Sky.Arrival> arrivals = List.of(
                told(0, 7, Phase.FIRST),
                told(5, 7, Phase.HELD),
                told(10, 7, Phase.HELD),
                told(10, 7, Phase.LAST),
                told(10, 7, Phase.LAST),
                told(40, 7, Phase.HELD),
                told(40, 8, Phase.HELD));

        Sky.Seen seen = Sky.track(List.of(), arrivals, 41);

        assertEquals(2, seen.picture().size());
        assertEquals(1, seen.ended());
        assertEquals(7, seen.picture().getFirst().reportedNumber().orElse(0));
        assertEquals(2, seen.picture().getFirst().id().number());
    }

    @Test
    void aSystemTrackThatFallsSilentEnds() {
        Sky.Seen seen = Sky.track(List.of(), List.of(told(0, 7, Phase.FIRST)), 200);

        assertTrue(seen.picture().isEmpty());
        assertEquals(1, seen.ended());
    }

    @Test
    void sensorsMayChangeWhileTracksLive() {
        Sky sky = droneSky().flyer(new Enu(-1500, 800, 120), EAST);
        Sky.Seen early = Sky.track(sky.sites(), sky.fly(0, 30, 0.9), 30);
        Tracker tracker = new Tracker();
        List<SensorSite> turned = new ArrayList<>(sky.sites()).reversed();
        TrackState state =
                tracker.step(early.state(), new TrackInput.Known(turned)).next();
        long seq = 10_000;
        for (Sky.Arrival arrival : sky.fly(30, 60, 0.9)) {
            state = tracker.step(state, new TrackInput.Seen(++seq, Sky.at(arrival.timeS()), arrival.measurement()))
                    .next();
        }

        assertEquals(1, tracker.picture(state, Sky.at(60)).size());
        assertEquals(
                early.picture().getFirst().id(),
                tracker.picture(state, Sky.at(60)).getFirst().id());
    }

    @Test
    void aStateThatWasWrittenAndReadGoesOnAsIfNothingHadHappened() {
        Sky sky = droneSky().clutter(10).flyer(new Enu(-1500, 800, 120), EAST);
        Sky.Seen early = Sky.track(sky.sites(), sky.fly(0, 30.3, 0.9), 30.3);
        Canon<TrackState> canon = Canon.of(TrackState.class);

        TrackState back = canon.read(canon.bytes(early.state())).orThrow();

        assertEquals(canon.digest(early.state()), canon.digest(back));
        assertEquals(onwards(sky, early.state()), onwards(sky, back));
    }

    private static List<Output> onwards(Sky sky, TrackState from) {
        Tracker tracker = new Tracker();
        TrackState state = from;
        List<Output> outputs = new ArrayList<>();
        long seq = 10_000;
        for (Sky.Arrival arrival : sky.fly(30, 50, 0.9)) {
            TrackStep step =
                    tracker.step(state, new TrackInput.Seen(++seq, Sky.at(arrival.timeS()), arrival.measurement()));
            outputs.addAll(step.outputs());
            state = step.next();
        }
        return outputs;
    }
}
