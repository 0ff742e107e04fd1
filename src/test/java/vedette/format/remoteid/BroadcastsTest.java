package vedette.format.remoteid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.SelfId;

/// Octets composed by hand from the tables of ASTM F3411-22a.
class BroadcastsTest {
    private static final String SERIAL = "0212" + "31353831463334" + "00".repeat(13) + "000000";

    // Airborne, above ground, west of north (200°), slow; 5 m/s, 2 m/s down; 48.5° N, 9.25° E; 100 m by
    // pressure, 150 m
    // above the ellipsoid, 40 m above ground; within 10 m, 25 m; 0.3 m/s; 1800.5 s after the hour, to 0.2 s.
    private static final String LOCATION = "12" + "26" + "14" + "14" + "fc" + "4083e81c" + "20708305" + "9808" + "fc08"
            + "2008" + "3a" + "14" + "5546" + "02" + "00";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Reading read(String digits) {
        byte[] bytes = hex(digits);
        return Broadcasts.read(bytes, 0, bytes.length);
    }

    private static Broadcast whole(String digits) {
        return assertInstanceOf(Reading.Whole.class, read(digits)).broadcast();
    }

    private static Fault refused(String digits) {
        return assertInstanceOf(Reading.Refused.class, read(digits)).fault();
    }

    private static Location location(String digits) {
        return whole(digits).first(Location.class).orElseThrow();
    }

    @Test
    void aSerialNumberEndsAtItsFirstNull() {
        assertEquals(List.of(new BasicId(1, 2, "1581F34")), whole(SERIAL).messages());
    }

    @Test
    void aLocationHasTheStandardsUnits() {
        Location location = location(LOCATION);

        assertEquals(2, location.status());
        assertEquals(OptionalDouble.of(200), location.motion().direction());
        assertEquals(OptionalDouble.of(5), location.motion().speedMps());
        assertEquals(OptionalDouble.of(-2), location.motion().climbMps());
        assertEquals(48.5, location.place().orElseThrow().latDeg(), 1e-9);
        assertEquals(9.25, location.place().orElseThrow().lonDeg(), 1e-9);
        assertEquals(
                OptionalDouble.of(100), DroneMessage.metres(location.levels().pressure()));
        assertEquals(
                OptionalDouble.of(150), DroneMessage.metres(location.levels().geodetic()));
        assertEquals(
                OptionalDouble.of(40), DroneMessage.metres(location.levels().height()));
        assertTrue(location.levels().aboveGround());
        assertEquals(new DroneMessage.Accuracy(10, 3, 1, 4, 2), location.accuracy());
        assertEquals(18005, location.tenths());
    }

    @Test
    void aFastDroneHasCoarseSteps() {
        Location fast = location("12" + "01" + LOCATION.substring(4));

        assertEquals(OptionalDouble.of(20 * 0.75 + 63.75), fast.motion().speedMps());
        assertEquals(OptionalDouble.of(20), fast.motion().direction());
    }

    @Test
    void whatIsUnknownIsNoNumber() {
        Location unknown = location("12" + "03" + "b5" + "ff" + "7e" + "00".repeat(16) + "ffff" + "0000");

        assertEquals(OptionalDouble.empty(), unknown.motion().direction());
        assertEquals(OptionalDouble.empty(), unknown.motion().speedMps());
        assertEquals(OptionalDouble.empty(), unknown.motion().climbMps());
        assertEquals(Optional.empty(), unknown.place());
        assertEquals(
                OptionalDouble.empty(), DroneMessage.metres(unknown.levels().geodetic()));
    }

    @Test
    void aPlaceBeyondAPoleIsNoPlace() {
        assertEquals(Optional.empty(), DroneMessage.place(900_000_001, 0));
        assertEquals(Optional.empty(), DroneMessage.place(1, -1_800_000_001));
        assertTrue(DroneMessage.place(0, 1).isPresent());
    }

    @Test
    void aPackHoldsItsMessagesInOrder() {
        Broadcast pack = whole("f21902" + SERIAL + LOCATION);

        assertEquals(2, pack.protocolVersion());
        assertInstanceOf(BasicId.class, pack.messages().get(0));
        assertInstanceOf(Location.class, pack.messages().get(1));
    }

    @Test
    void aCutPackGivesWhatIsWhole() {
        Reading.Partial cut = assertInstanceOf(Reading.Partial.class, read("f21903" + SERIAL + LOCATION + "3200"));

        assertEquals(2, cut.complete().size());
        assertEquals(28, cut.complete().get(1).offset());
        assertEquals(Fault.Kind.SHORT, cut.fault().kind());
        assertEquals(55, cut.fault().offset());
    }

    @Test
    void aPackThatBreaksTheRulesIsRefusedWithPlaceItemAndReason() {
        assertEquals(Fault.invalid(2, "No of Msgs in Pack", "is 0, not 1 to 9"), refused("f21900"));
        assertEquals(Fault.invalid(1, "Single Message Size", "is 26, not 25"), refused("f21a01" + SERIAL));
        assertEquals(
                Fault.invalid(28, "Message Type", "is 1 for the 2. time in one pack"),
                new Fault(
                        Fault.Kind.INVALID,
                        refused("f21902" + LOCATION + LOCATION).offset(),
                        refused("f21902" + LOCATION + LOCATION).item(),
                        refused("f21902" + LOCATION + LOCATION).reason()));
        assertEquals(
                "is 15, which no pack holds",
                refused("f21901" + "f2" + "00".repeat(24)).reason());
        assertEquals("is 7, which is none", refused("72" + "00".repeat(24)).reason());
        assertEquals(Fault.Kind.SHORT, refused("1226").kind());
        assertEquals(Fault.Kind.SHORT, refused("").kind());
    }

    @Test
    void anAuthenticationLongerThanItsPagesIsRefused() {
        String page = "22" + "10" + "01" + "29" + "00".repeat(21);
        Fault alone = refused(page);
        Reading.Whole inPack = assertInstanceOf(Reading.Whole.class, read("f21902" + SERIAL + page));

        assertEquals("Authentication Length", alone.item());
        assertEquals(1, inPack.broadcast().messages().size());
        assertEquals(31, inPack.faults().getFirst().offset());
    }

    @Test
    void theOperatorsStationIsRead() {
        Flight flight = whole("42" + "05" + "4083e81c" + "20708305" + "0300" + "0c" + "9808" + "0000" + "12" + "ea07"
                        + "40e20100" + "00")
                .first(Flight.class)
                .orElseThrow();

        assertEquals(1, flight.operator().source());
        assertEquals(1, flight.classification());
        assertEquals(48.5, flight.operator().place().orElseThrow().latDeg(), 1e-9);
        assertEquals(3, flight.group().count());
        assertEquals(12, flight.group().radiusTens());
        assertEquals(OptionalDouble.of(100), DroneMessage.metres(flight.group().ceiling()));
        assertEquals(OptionalDouble.empty(), DroneMessage.metres(flight.group().floor()));
        assertEquals(1, flight.categoryEu());
        assertEquals(2, flight.classEu());
        assertEquals(
                OptionalDouble.of(13), DroneMessage.metres(flight.operator().altitude()));
        assertEquals(123_456, flight.timestampS());
    }

    @Test
    void writingGivesTheOctetsBack() {
        assertArrayEquals(hex("f21902" + SERIAL + LOCATION), Broadcasts.write(whole("f21902" + SERIAL + LOCATION)));
        assertArrayEquals(hex(LOCATION), Broadcasts.write(whole(LOCATION)));
        assertArrayEquals(hex("f21901" + LOCATION), Broadcasts.pack(whole(LOCATION)));
    }

    @Property(tries = 300)
    void noOctetsDoHarmAndWhatWasReadIsWrittenAndReadAgain(@ForAll("octets") byte[] octets) {
        Reading reading = Broadcasts.read(octets, 0, octets.length);

        if (reading instanceof Reading.Whole(Broadcast broadcast, var _)
                && !broadcast.messages().isEmpty()) {
            byte[] written = Broadcasts.write(broadcast);
            Reading again = Broadcasts.read(written, 0, written.length);
            assertEquals(broadcast, assertInstanceOf(Reading.Whole.class, again).broadcast());
        }
    }

    // Any octets, with the heads of messages and packs more often than chance would give them.
    @Provide
    Arbitrary<byte[]> octets() {
        Arbitrary<byte[]> any =
                Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(240);
        Arbitrary<byte[]> message = Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(25)
                .map(bytes -> {
                    bytes[0] = (byte) ((bytes[0] & 0xFF) % 6 << 4 | 2);
                    return bytes;
                });
        Arbitrary<byte[]> pack = message.list().ofMinSize(1).ofMaxSize(4).map(messages -> {
            byte[] whole = new byte[3 + 25 * messages.size()];
            whole[0] = (byte) 0xF2;
            whole[1] = 25;
            whole[2] = (byte) messages.size();
            for (int i = 0; i < messages.size(); i++) {
                System.arraycopy(messages.get(i), 0, whole, 3 + 25 * i, 25);
            }
            return whole;
        });
        return Arbitraries.oneOf(any, message, pack);
    }

    @Test
    void aTextOfFullLengthIsWhole() {
        Broadcast told = new Broadcast(2, List.of(new SelfId(0, "a".repeat(23))));
        byte[] octets = Broadcasts.write(told);

        assertEquals(
                told,
                assertInstanceOf(Reading.Whole.class, Broadcasts.read(octets, 0, 25))
                        .broadcast());
    }

    @Test
    void pagesOfAnAuthenticationAreKept() {
        Broadcast told = new Broadcast(
                2,
                List.of(
                        new Authentication(
                                1, 0, Optional.of(new DroneMessage.Head(1, 40, 28_000_000)), "ab".repeat(17)),
                        new Authentication(1, 1, Optional.empty(), "cd".repeat(23))));
        byte[] octets = Broadcasts.write(told);

        assertEquals(
                told,
                assertInstanceOf(Reading.Whole.class, Broadcasts.read(octets, 0, octets.length))
                        .broadcast());
    }
}
