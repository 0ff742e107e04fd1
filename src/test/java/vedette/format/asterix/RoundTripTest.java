package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.format.asterix.AsterixReader.Rejection;
import vedette.format.asterix.AsterixReader.Step;

/// Own golden cases, worked out by hand from the specifications, and the law that bytes come back.
class RoundTripTest {
    private static final String SOURCE = "{\"010\":{\"SAC\":25,\"SIC\":100}";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /// A record reads as the items (after its source), and its line gives its bytes.
    private static void reads(int category, String record, String items) {
        byte[] block = AsterixEncoder.block(category, hex(record));
        AsterixReader reader = new AsterixReader(Editions.preferred());
        reader.open(block, 0, block.length);
        assertEquals(Step.RECORD, reader.next(), () -> reader.rejection().toString());
        AsterixLines lines = new AsterixLines();
        lines.record(reader.record(), 0, 0);

        assertTrue(lines.toString().contains("\"items\":" + SOURCE + "," + items), lines.toString());
        var back = assertInstanceOf(AsterixEncoder.Encoded.class, new AsterixEncoder().line(lines.toString()));
        assertEquals(record.replace(" ", ""), HexFormat.of().formatHex(back.bytes()));
    }

    @Test
    void quantitiesAreInTheUnitsOfTheirSpecification() {
        reads(62, "98 1964 3c6087 00800000 00300000", "\"070\":30913.0546875,\"105\":{\"LAT\":45.0,\"LON\":16.875}}");
        reads(62, "82 1964 0000 ff80", "\"185\":{\"VX\":0.0,\"VY\":-32.0}}");
    }

    @Test
    void octalAndSixBitTextsAreTexts() {
        reads(48, "88 1964 0abc", "\"070\":{\"V\":0,\"G\":0,\"L\":0,\"MODE3A\":\"5274\"}}");
        reads(48, "8140 1964 04c152513820", "\"240\":\"ALERTS  \"}");
    }

    @Test
    void extentsAndRepetitionsNest() {
        reads(
                48,
                "a120 1964 2180 01 aabbccddeeff1140",
                "\"020\":{\"TYP\":1,\"SIM\":0,\"RDP\":0,\"SPI\":0,\"RAB\":0,\"TST\":1,\"ERR\":0,\"XPP\":0,\"ME\":0,"
                        + "\"MI\":0,\"FOEFRI\":0},\"250\":[{\"MBDATA\":48057234611961617,\"BDS1\":4,\"BDS2\":0}]}");
    }

    @Test
    void theScaleOfAirSpeedFollowsItsFlag() {
        reads(21, "8140 1964 8320", "\"150\":{\"IM\":1,\"AS\":0.8}}");
        reads(21, "8140 1964 0320", "\"150\":{\"IM\":0,\"AS\":0.048828125}}");
    }

    @Test
    void category001HasTwoLayouts() {
        String plot = "\"020\":{\"TYP\":%d,\"SIM\":0,\"SSRPSR\":0,\"ANT\":0,\"SPI\":0,\"RAB\":0},";

        reads(1, "e0 1964 00 0280 4000", plot.formatted(0) + "\"040\":{\"RHO\":5.0,\"THETA\":90.0}}");
        reads(1, "f0 1964 80 0007 0280 4000", plot.formatted(1) + "\"161\":7,\"040\":{\"RHO\":5.0,\"THETA\":90.0}}");
    }

    @Test
    void expansionFieldsAreDecodedOrKept() {
        reads(
                62,
                "8101010104 1964 0880 01 1964 05 0102",
                "\"RE\":{\"CST\":[{\"SAC\":25,\"SIC\":100,\"TYP\":5,\"LTN\":258}]}}");
        reads(62, "8101010104 1964 04ffaabb", "\"RE\":\"ffaabb\"}");
        reads(62, "8101010102 1964 03abcd", "\"SP\":\"abcd\"}");
    }

    @Test
    void whatTheValuesCannotTellStandsBesideThem() {
        reads(48, "8110 1964 f123", "\"161\":{\"TRN\":291}},\"bits\":{\"161\":[[0,4,15]]}");
        reads(48, "8120 1964 00", "\"250\":[]}");
        reads(48, "8140 1964 000000000000", "\"240\":\"\"},\"bits\":{\"240\":[[0,48,0]]}");
        reads(62, "8110 1964 0100", "\"380\":{}},\"fspec\":{\"380\":\"0100\"}");
    }

    private static Rejection rejection(String bytes) {
        AsterixReader reader = new AsterixReader(Editions.preferred());
        byte[] block = hex(bytes);
        reader.open(block, 0, block.length);
        Step step = reader.next();
        while (step == Step.RECORD) {
            step = reader.next();
        }
        assertEquals(Step.REJECTED, step);
        return reader.rejection();
    }

    @Test
    void aRejectionNamesOffsetItemAndReason() {
        assertEquals(new Rejection(6, 48, "140", "ends beyond its block"), rejection("300008 c0 1964 0001"));
        assertEquals(new Rejection(3, 62, "FSPEC", "names field 2, which is free"), rejection("3e0006 c0 1964"));
        assertEquals(
                new Rejection(0, 62, "", "the block has a length of 9 with 6 bytes left"), rejection("3e0009 80 1964"));
        assertEquals(new Rejection(0, 10, "", "category 010 is not defined here"), rejection("0a0005 0000"));
        assertEquals("SP", rejection("3e000b 8101010102 1964 00").item());
    }

    @Test
    void behindARejectedBlockTheNextIsRead() {
        byte[] blocks = hex("3e0006 c0 1964" + "3e0006 80 1964");
        AsterixReader reader = new AsterixReader(Editions.preferred());
        reader.open(blocks, 0, blocks.length);

        assertEquals(
                List.of(Step.REJECTED, Step.RECORD, Step.END), List.of(reader.next(), reader.next(), reader.next()));
    }

    @Test
    void aLineThatCannotBeEncodedSaysWhy() {
        String line = "{\"category\":62,\"items\":{\"105\":{\"LAT\":45.0,\"LNO\":1.0}}}";

        assertEquals(new AsterixEncoder.NotEncoded("105/LNO is not defined"), new AsterixEncoder().line(line));
        assertEquals(
                new AsterixEncoder.NotEncoded("item 999 has no place in category 062"),
                new AsterixEncoder().line("{\"category\":62,\"items\":{\"999\":1}}"));
        assertEquals(
                new AsterixEncoder.NotEncoded("040 does not fit its bits: 65536"),
                new AsterixEncoder().line("{\"category\":62,\"items\":{\"040\":65536}}"));
    }

    @Property(tries = 3000)
    void whatIsReadComesBackToTheByte(@ForAll @Size(max = 120) byte[] record) {
        for (int category : Editions.categories()) {
            byte[] block = AsterixEncoder.block(category, record);
            AsterixReader reader = new AsterixReader(Editions.preferred());
            reader.open(block, 0, block.length);
            while (record.length > 0 && reader.next() == Step.RECORD) {
                AsterixRecord read = reader.record();
                AsterixLines lines = new AsterixLines();
                lines.record(read, 0, 0);
                var back = assertInstanceOf(AsterixEncoder.Encoded.class, new AsterixEncoder().line(lines.toString()));
                assertArrayEquals(
                        Arrays.copyOfRange(block, read.offset(), read.offset() + read.length()), back.bytes());
            }
        }
    }

    @Test
    void everyEditionOfEveryCategoryCompiles() {
        for (int category : Editions.categories()) {
            for (String edition : Editions.of(category)) {
                Plan plan = Editions.preferred()
                        .with(category, edition)
                        .plan(category)
                        .orElseThrow();

                assertEquals(edition, plan.edition());
                assertTrue(plan.hasItem("010"));
            }
        }
    }
}
