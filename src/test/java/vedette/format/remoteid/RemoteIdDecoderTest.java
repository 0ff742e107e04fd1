package vedette.format.remoteid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.Station;
import vedette.model.Altitude;
import vedette.model.LeapSeconds;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.StationKind;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;

class RemoteIdDecoderTest {
    private static final BasicId ID = new BasicId(1, 2, "SERIAL7");
    private static final Motion EAST = new Motion(90, 40, 4);
    private static final Levels LEVELS = new Levels(2200, 2300, false, 2080);

    private final Ears ears = new Ears();

    private static Location location(int latE7, int tenths) {
        return new Location(2, EAST, latE7, 92_500_000, LEVELS, new Accuracy(10, 4, 3, 3, 5), tenths);
    }

    private static String octets(DroneMessage... messages) {
        return HexFormat.of().formatHex(Broadcasts.write(new Broadcast(2, List.of(messages))));
    }

    private void hearNamed(Location location, Moment at) {
        ears.packet(1, 0, octets(ID, location), at);
    }

    @Test
    void aPackBecomesAPlaceUnderItsSerialNumber() {
        hearNamed(location(485_000_000, 36_000 - 5), Ears.NOON);

        PositionReport report = ears.places().getFirst();
        assertEquals(Optional.of("SERIAL7"), report.identity().serial());
        assertEquals(48.5, report.position().latDeg(), 1e-9);
        assertEquals(9.25, report.position().lonDeg(), 1e-9);
        assertEquals(10 / 2.4477, report.sigmaM().getAsDouble(), 1e-9);
        assertEquals(10, report.velocity().orElseThrow().enuMps().east(), 1e-9);
        assertEquals(2, report.velocity().orElseThrow().enuMps().up(), 1e-9);
        assertEquals(new Altitude.Ellipsoidal(150, 10 / 1.96), report.altitude());
        // Half a second before noon: the hour has turned since.
        assertEquals(Ears.NOON.plusS(-0.5), report.provenance().observedAt());
    }

    @Test
    void anUnknownPlaceIsNoPlaceAndAnImpossibleOneIsRefused() {
        hearNamed(new Location(2, EAST, 0, 0, LEVELS, Accuracy.UNKNOWN, 0), Ears.NOON);
        hearNamed(new Location(2, EAST, 910_000_000, 0, LEVELS, Accuracy.UNKNOWN, 0), Ears.NOON.plusS(1));

        assertEquals(List.of(), ears.places());
        assertEquals(1, ears.refusals.size());
        assertEquals("Latitude, Longitude", ears.refusals.getFirst().item());
    }

    @Test
    void anUnknownAccuracyIsNoSigma() {
        hearNamed(new Location(2, Motion.UNKNOWN, 485_000_000, 1, Levels.UNKNOWN, Accuracy.UNKNOWN, 0), Ears.NOON);

        PositionReport report = ears.places().getFirst();
        assertEquals(OptionalDouble.empty(), report.sigmaM());
        assertEquals(Optional.empty(), report.velocity());
        assertEquals(Altitude.UNKNOWN, report.altitude());
    }

    @Test
    void aHeightAboveTheTakeOffPointNeedsThatPointsHeight() {
        Levels levels = new Levels(0, 0, false, 2080);
        Location low = new Location(2, EAST, 485_000_000, 1, levels, Accuracy.UNKNOWN, 0);
        Station takeOff = new Station(0, 484_000_000, 1, 2200);
        ears.packet(1, 0, octets(ID, low), Ears.NOON);
        ears.packet(1, 1, octets(ID, low, new Flight(takeOff, 0, Group.ALONE, 0, 0, 0)), Ears.NOON.plusS(1));

        assertEquals(Altitude.UNKNOWN, ears.places().get(0).altitude());
        assertEquals(140, ((Altitude.Ellipsoidal) ears.places().get(1).altitude()).heightM(), 1e-9);
    }

    @Test
    void aClockThatIsOffMovesNoPlaceButIsTold() {
        hearNamed(location(485_000_000, 6000), Ears.NOON);

        assertEquals(Ears.NOON, ears.places().getFirst().provenance().observedAt());
        assertEquals(-600, ears.flights().getFirst().lateS().getAsDouble(), 1e-9);
    }

    @Test
    void aLeapSecondLiesAtTheEndOfItsHour() {
        LeapSeconds leaps = LeapSeconds.standard();
        Moment newYear = leaps.moment(1_483_228_800_000_000_000L); // 2017-01-01T00:00:00, after 23:59:60

        assertEquals(newYear.plusS(-0.5), HourClock.resolve(36_005, newYear.plusS(0.2), leaps));
        assertEquals(newYear.plusS(-1), HourClock.resolve(36_000, newYear.plusS(-0.9), leaps));
        assertEquals(newYear, HourClock.resolve(0, newYear.plusS(0.3), leaps));
    }

    @Property(tries = 200)
    void theNearestTimeWithinTheHourIsAtMostHalfAnHourAway(
            @ForAll @IntRange(max = 35_999) int tenths, @ForAll @IntRange(max = 7_200_000) int ms) {
        Moment heardAt = Ears.NOON.plusNs(ms * 1_000_000L);

        Moment told = HourClock.resolve(tenths, heardAt, LeapSeconds.standard());

        assertTrue(Math.abs(told.secondsSince(heardAt)) <= 1800);
    }

    @Test
    void aMessageHeardAgainCountsOnce() {
        String pack = octets(ID, location(485_000_000, 0));
        ears.packet(1, 7, pack, Ears.NOON);
        ears.packet(1, 7, pack, Ears.NOON.plusS(0.2));
        ears.packet(1, 8, pack, Ears.NOON.plusS(0.4));

        assertEquals(2, ears.places().size());
        assertEquals(1, ears.decoder.repeated());
    }

    @Test
    void singleMessagesAreLaidTogetherByTheirTransmitter() {
        ears.packet(1, 0, octets(ID), Ears.NOON);
        ears.packet(2, 0, octets(new BasicId(1, 2, "OTHER")), Ears.NOON.plusS(0.1));
        ears.packet(1, 1, octets(location(485_000_000, 0)), Ears.NOON.plusS(0.2));

        assertEquals(Optional.of("SERIAL7"), ears.places().getFirst().identity().serial());
    }

    @Test
    void anAircraftThatTellsNoNameGoesByItsAddressAfterThreeSeconds() {
        ears.packet(0xABC, 0, octets(location(485_000_000, 0)), Ears.NOON);
        ears.packet(0xABC, 1, octets(location(485_000_100, 31)), Ears.NOON.plusS(3.1));

        assertEquals(1, ears.places().size());
        assertEquals(
                Optional.of("mac 000000000abc"),
                ears.places().getFirst().identity().serial());
    }

    @Test
    void theOperatorsPlaceIsToldWhenItChangesAndOnceASecond() {
        Flight live = new Flight(new Station(1, 484_000_000, 92_000_000, 2100), 1, Group.ALONE, 1, 2, 0);
        Flight moved = new Flight(new Station(1, 484_100_000, 92_000_000, 2100), 1, Group.ALONE, 1, 2, 0);
        ears.packet(1, 0, octets(ID, live), Ears.NOON);
        ears.packet(1, 1, octets(ID, live), Ears.NOON.plusS(0.5));
        ears.packet(1, 2, octets(ID, moved), Ears.NOON.plusS(0.6));
        ears.packet(1, 3, octets(ID, moved), Ears.NOON.plusS(1.7));

        List<UasReport> flights = ears.flights();
        assertEquals(3, flights.size());
        assertEquals(
                StationKind.OPERATOR_LIVE,
                flights.getFirst().stations().getFirst().kind());
        assertEquals(48.4, flights.getFirst().stations().getFirst().place().latDeg(), 1e-9);
        assertEquals(
                new Altitude.Ellipsoidal(50, 150 / 1.96),
                flights.getFirst().stations().getFirst().altitude());
    }

    @Test
    void aPacketWithAWrongChecksumIsRefused() {
        ears.hear("e8000000000001" + "07" + octets(ID, location(485_000_000, 0)), Ears.NOON);

        assertEquals(List.of(), ears.measurements);
        assertEquals("packet", ears.refusals.getFirst().item());
    }

    @Test
    void aCutPackGivesItsPlace() {
        String pack = octets(ID, location(485_000_000, 0), new DroneMessage.SelfId(0, "x"));
        ears.packet(1, 0, pack.substring(0, pack.length() - 10), Ears.NOON);

        assertEquals(1, ears.places().size());
        assertEquals("Messages", ears.refusals.getFirst().item());
    }

    @Test
    void whatNobodyOwnsIsRefused() {
        byte[] line = ("{\"hex\": \"" + octets(location(485_000_000, 0)) + "\"}").getBytes(StandardCharsets.US_ASCII);
        ears.decoder.decode(line, 0, line.length, Ears.NOON, ears);

        assertEquals("UAS ID", ears.refusals.getFirst().item());
    }

    @Property(tries = 50)
    void receiversLinesMayBeCutAnywhere(@ForAll @IntRange(min = 1, max = 200) int piece) {
        Ears cut = new Ears();
        String line = "{\"hex\": \"" + octets(ID, location(485_000_000, 0)) + "\", \"mac\": \"aa:bb\","
                + " \"time\": 1780315200.5}\n";
        byte[] bytes = line.repeat(2).getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += piece) {
            cut.decoder.decode(bytes, at, Math.min(bytes.length, at + piece), Ears.NOON, cut);
        }

        assertEquals(1, cut.places().size());
        assertEquals(Ears.NOON, cut.places().getFirst().provenance().observedAt());
    }

    @Test
    void namesAreWhatAnIdentityCanHold() {
        assertEquals(Optional.of("AB"), UasNames.text(" AB "));
        assertEquals(Optional.empty(), UasNames.text("  "));
        assertEquals(Optional.of("410142"), UasNames.text("A\u0001B"));
        assertEquals(Optional.of("SERIAL7"), UasNames.of(new Broadcast(2, List.of(new BasicId(4, 0, "\u00ff"), ID))));
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < RemoteIdDecoder.MOST + 10; i++) {
            ears.packet(i + 1, 0, octets(ID), Ears.NOON);
        }

        assertEquals(RemoteIdDecoder.MOST, ears.decoder.remembered());
    }
}
