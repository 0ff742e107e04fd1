package vedette.format.remoteid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The French beacon and DJI's, composed by hand.
class BeaconsTest {
    private static final FrenchBeacon FRENCH = new FrenchBeacon(
            1,
            Optional.of("VDTM01000000000000000000000042"),
            Optional.empty(),
            Optional.of(new FrenchBeacon.Point(4_850_000, -123_456)),
            OptionalInt.of(140),
            OptionalInt.of(-3),
            Optional.of(new FrenchBeacon.Point(4_849_990, -123_450)),
            OptionalInt.of(12),
            OptionalInt.of(353));

    private static Content read(byte[] bytes) {
        return Content.read(bytes, 0, bytes.length);
    }

    @Test
    void aFrenchBeaconComesBack() {
        Content content = read(FRENCH.write());

        assertEquals(new Content.French(FRENCH), content);
        assertEquals(48.5, FRENCH.place().orElseThrow().latLon().orElseThrow().latDeg(), 1e-9);
    }

    @Test
    void aFrenchBeaconWithoutAFixHasNoPlace() {
        assertEquals(Optional.empty(), new FrenchBeacon.Point(0, 0).latLon());
        assertEquals(Optional.empty(), new FrenchBeacon.Point(9_000_001, 0).latLon());
    }

    @Test
    void unknownTypesOfAFrenchBeaconArePassed() {
        byte[] octets = HexFormat.of().parseHex("6a5c3501" + "63020000" + "010101" + "0a0107");

        FrenchBeacon beacon =
                assertInstanceOf(Content.French.class, read(octets)).beacon();

        assertEquals(OptionalInt.of(7), beacon.speedMps());
        assertEquals(Optional.empty(), beacon.place());
    }

    @Test
    void aFrenchBeaconThatIsCutOrOfAWrongSizeIsRefused() {
        Fault cut = assertInstanceOf(Content.Refused.class, read(HexFormat.of().parseHex("6a5c3501" + "0404004a")))
                .fault();
        Fault wide = assertInstanceOf(
                        Content.Refused.class, read(HexFormat.of().parseHex("6a5c3501" + "010101" + "0a020007")))
                .fault();
        Fault nothing = assertInstanceOf(
                        Content.Refused.class, read(HexFormat.of().parseHex("6a5c3501" + "0a0107")))
                .fault();

        assertEquals(Fault.Kind.SHORT, cut.kind());
        assertEquals("type 10", wide.item());
        assertEquals("type 1", nothing.item());
    }

    // 0.85 rad north, 0.15 rad east; 3 m/s north, 4 m/s west; the pilot beside it.
    private static byte[] dji() {
        String place = "20a38100" + "60e31600";
        String lonLat = "60e31600" + "20a38100";
        return HexFormat.of()
                .parseHex("26371210" + "02" + "0700" + "f71f" + "31".repeat(16) + lonLat + "0a00" + "1400" + "2c01"
                        + "70fe" + "0000" + "e803" + "00e40b5402000000" + place + lonLat + "10");
    }

    @Test
    void aDjiReportHasItsPlacesAndVelocity() {
        DjiReport report = assertInstanceOf(Content.Dji.class, read(dji())).report();

        assertEquals("1".repeat(16), report.serial());
        assertEquals(7, report.sequence());
        assertEquals(Math.toDegrees(0.15), report.place().latLon().orElseThrow().lonDeg(), 1e-6);
        assertEquals(300, report.north());
        assertEquals(-400, report.east());
        assertEquals(16, report.productType());
        assertEquals(
                OptionalLong.of(10_000_000_000L), report.pilot().orElseThrow().unixS());
        assertEquals(report.home(), report.pilot().orElseThrow().place());
    }

    @Test
    void aDjiReportThatIsCutIsRefused() {
        byte[] cut = java.util.Arrays.copyOf(dji(), 60);

        assertEquals(
                Fault.cut(60, "telemetry", "has 60 octets of 70"),
                assertInstanceOf(Content.Refused.class, read(cut)).fault());
    }

    @Test
    void aFrenchBeaconIsWrittenInTheOrderOfItsTypes() {
        assertArrayEquals(
                HexFormat.of().parseHex("6a5c3501" + "010101"),
                new FrenchBeacon(
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty())
                        .write());
    }
}
