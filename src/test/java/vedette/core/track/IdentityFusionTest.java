package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Track;

/// Codes in a whole tracker: garbled, shared, doubled and changed ones.
class IdentityFusionTest {
    private static final Enu EAST = new Enu(200, 0, 0);
    private static final Enu NORTH = new Enu(0, 200, 0);
    private static final double END_S = 120;

    private static Sky radar() {
        return new Sky().radar2d("A", 0, 4);
    }

    private static Sky.Seen seen(Sky sky, BiFunction<Double, Identity, Identity> telling) {
        List<Sky.Arrival> told = new ArrayList<>();
        for (Sky.Arrival arrival : sky.fly(0, END_S, 0.95)) {
            told.add(
                    arrival.measurement() instanceof RadarPlot plot
                            ? new Sky.Arrival(
                                    arrival.timeS(), saying(plot, telling.apply(arrival.timeS(), plot.identity())))
                            : arrival);
        }
        return Sky.track(sky.sites(), told, END_S);
    }

    private static RadarPlot saying(RadarPlot plot, Identity identity) {
        return new RadarPlot(
                plot.provenance(),
                plot.polar(),
                plot.sigma(),
                plot.altitude(),
                identity,
                plot.detection(),
                plot.sensorTrack());
    }

    private static Altitude level() {
        return new Altitude.Pressure(5000, 20);
    }

    private static List<Track> shown(Sky.Seen seen) {
        return seen.picture().stream().filter(Track::shown).toList();
    }

    @Test
    void aGarbledReplyDoesNotStealATrack() {
        Identity first = Identity.ofModeA(01234);
        Identity second = Identity.ofModeA(05670);
        Sky sky = radar().flyer(new Enu(-10_000, 40_000, 5000), EAST, first, level())
                .flyer(new Enu(-10_000, 42_000, 5000), EAST, second, level());

        // Every seventh turn the first one's reply is garbled to the code of the second.
        Sky.Seen seen = seen(sky, (timeS, told) -> told.equals(first) && (int) (timeS / 4) % 7 == 6 ? second : told);

        List<Track> tracks = shown(seen);
        assertEquals(2, tracks.size());
        assertEquals(0, seen.ended());
        for (Track track : tracks) {
            boolean isFirst = track.identity().modeA().equals(first.modeA());
            double apartM = track.kinematics()
                    .position()
                    .ecef()
                    .distanceM(sky.place(isFirst ? 0 : 1, END_S).ecef());
            assertTrue(apartM < 1500, track.identity() + " is " + apartM + " m away from its object");
        }
    }

    @Test
    void twoThatShareTheCodeOfVisualFlightsStayApart() {
        Identity visual = Identity.ofModeA(07000);
        Sky sky = radar().flyer(new Enu(-12_000, 30_000, 5000), EAST, visual, level())
                .flyer(new Enu(0, 18_000, 5000), NORTH, visual, level());

        Sky.Seen seen = seen(sky, (_, told) -> told);

        assertEquals(2, shown(seen).size());
        assertEquals(0, seen.ended());
    }

    @Test
    void oneAddressInTwoPlacesKeepsBothTracksAlive() {
        Identity doubled = Sky.address(0x3C6585);
        Sky sky = radar().flyer(new Enu(-12_000, 60_000, 5000), EAST, doubled, level())
                .flyer(new Enu(30_000, -20_000, 5000), NORTH, doubled, level());

        Sky.Seen seen = seen(sky, (_, told) -> told);

        assertEquals(2, shown(seen).size());
        assertEquals(0, seen.ended());
    }

    @Test
    void oneAddressReportedFromTwoPlacesKeepsBothTracksAlive() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            arrivals.add(new Sky.Arrival(k, Sky.report(k, LatLon.ofDegrees(50 + k * 0.001, 10), 0x3C1234, 9000)));
            arrivals.add(new Sky.Arrival(
                    k + 0.5, Sky.report(k + 0.5, LatLon.ofDegrees(48, 9 + k * 0.001), 0x3C1234, 5000)));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 60);

        assertEquals(2, shown(seen).size());
        assertEquals(0, seen.ended());
    }

    @Test
    void oneAddressReportedFromEverywhereStaysBounded() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            arrivals.add(new Sky.Arrival(k, Sky.report(k, LatLon.ofDegrees(40 + k * 0.2, 10), 0x3C1234, 9000)));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 100);

        assertTrue(seen.state().files().size() <= 2);
        assertTrue(seen.outputs().stream().anyMatch(output -> output instanceof Output.Refused));
    }

    private static final String ONE = "1581F4XXX1234567890A";
    private static final String TWO = "1581F4XXX1234567890B";

    // A drone at 10 m/s, some metres beside a line along a parallel, as it reports itself.
    private static Sky.Arrival drone(double timeS, double fromLonDeg, double mps, String serial) {
        double lonDeg = fromLonDeg + mps * timeS / 71_700;
        return new Sky.Arrival(
                timeS,
                new Measurement.PositionReport(
                        Provenance.open(new SensorId("RID"), Sky.at(timeS)),
                        LatLon.ofDegrees(50, lonDeg),
                        OptionalDouble.of(10),
                        new Altitude.Ellipsoidal(200, 10),
                        Optional.empty(),
                        Identity.ofSerial(serial),
                        false));
    }

    @Test
    void twoDronesThatMeetKeepTheirSerialNumbers() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            arrivals.add(drone(k, 9.9958, 10, ONE));
            arrivals.add(drone(k + 0.5, 10.0042, -10, TWO));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 60);

        List<Track> tracks = shown(seen);
        assertEquals(2, tracks.size());
        for (Track track : tracks) {
            boolean isFirst = track.identity().serial().equals(Optional.of(ONE));
            assertEquals(isFirst ? 10 : -10, track.kinematics().velocityMps().east(), 3);
        }
    }

    @Test
    void oneGarbledSerialNumberDoesNotStealATrack() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            arrivals.add(drone(k, 9.999, 10, k == 30 ? TWO : ONE));
            arrivals.add(drone(k + 0.5, 10.003, 10, TWO));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 60);

        List<Track> lasting = shown(seen).stream()
                .filter(track -> track.lastPlotAt().taiNs() > Sky.at(55).taiNs())
                .toList();
        assertEquals(2, lasting.size());
        assertEquals(
                2,
                lasting.stream()
                        .map(track -> track.identity().serial())
                        .distinct()
                        .count());
    }

    @Test
    void oneSerialNumberInTwoPlacesIsTwoTracks() {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            arrivals.add(drone(k, 9.9, 10, ONE));
            arrivals.add(drone(k + 0.5, 10.1, 10, ONE));
        }

        Sky.Seen seen = Sky.track(List.of(), arrivals, 40);

        assertEquals(2, shown(seen).size());
        assertEquals(0, seen.ended());
    }

    @Test
    void anAddressThatWasUnlearntIsFreeForAnother() {
        Sky sky = radar().flyer(new Enu(-12_000, 40_000, 5000), EAST, Sky.address(1), level());
        TrackState state = seen(sky, (_, told) -> told).state();
        Working working = new Working(state, 1);
        TrackFile file = state.files().values().getFirst();
        Provenance radar = Provenance.open(new SensorId("A"), Sky.at(END_S));
        Claims claims = file.claims();
        for (int i = 0; i < 2; i++) {
            claims = claims.with(radar, Sky.address(2), Altitude.UNKNOWN);
        }

        long before = working.byAddress(1);
        working.index(file.claiming(claims));

        assertEquals(file.id(), before);
        assertEquals(-1, working.byAddress(1));
        assertEquals(file.id(), working.byAddress(2));
    }

    @Test
    void aChangedSquawkIsFollowedByTheSameTrack() {
        Sky sky = radar().flyer(new Enu(-12_000, 40_000, 5000), EAST, Identity.ofModeA(01234), level());

        Sky.Seen seen = seen(sky, (timeS, told) -> timeS > 60 ? Identity.ofModeA(04321) : told);

        assertEquals(1, shown(seen).size());
        assertEquals(0, seen.ended());
        assertEquals(OptionalInt.of(04321), shown(seen).getFirst().identity().modeA());
    }

    @Test
    void aTrackBornFromAWrongAddressFindsItsOwn() {
        Identity own = Sky.address(0x3C6585);
        Sky sky = radar().flyer(new Enu(-12_000, 40_000, 5000), EAST, own, level());

        Sky.Seen seen = seen(sky, (timeS, told) -> timeS < 4 ? Sky.address(0x3C6584) : told);

        List<Track> right = shown(seen).stream()
                .filter(track -> track.identity().equals(own))
                .toList();
        assertEquals(1, right.size(), () -> seen.picture().toString());
    }
}
