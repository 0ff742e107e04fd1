package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.format.asterix.Found.decoded;
import static vedette.format.asterix.Found.from;
import static vedette.format.asterix.Found.utc;
import static vedette.format.asterix.Found.values;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.format.asterix.AsterixReader.Rejection;
import vedette.format.asterix.AsterixReader.Step;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;

/// Random field sequencing of 001 and 002, worked out by hand: 81 01 02 are leading octets that name 010 and RFS.
class RandomFieldsTest {
    private static final Moment NOON = utc("2026-03-01T12:00:00Z");
    private static final String HEAD = "810102 1964";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static AsterixReader readerOf(int category, String record) {
        byte[] block = AsterixEncoder.block(category, hex(record));
        AsterixReader reader = new AsterixReader(Editions.preferred());
        reader.open(block, 0, block.length);
        return reader;
    }

    private static void reads(int category, String record, String sequence) {
        AsterixReader reader = readerOf(category, record);
        assertEquals(Step.RECORD, reader.next(), () -> reader.rejection().toString());
        AsterixLines lines = new AsterixLines();
        lines.record(reader.record(), 0, 0);

        assertTrue(lines.toString().contains(",\"RFS\":" + sequence), lines.toString());
        var back = assertInstanceOf(AsterixEncoder.Encoded.class, new AsterixEncoder().line(lines.toString()));
        assertEquals(record.replace(" ", ""), HexFormat.of().formatHex(back.bytes()));
    }

    private static void refuses(String record, int offset, String item, String reason) {
        AsterixReader reader = readerOf(1, record);
        assertEquals(Step.REJECTED, reader.next());
        assertEquals(new Rejection(offset, 1, item, reason), reader.rejection());
        assertEquals(Step.END, reader.next());
    }

    @Test
    void itemsStandInTheOrderOfTheBytesAndMayRepeat() {
        reads(
                1,
                HEAD + "03 05 0190 03 0280 4000 05 4190",
                "[{\"090\":{\"V\":0,\"G\":0,\"HGT\":100.0}},{\"040\":{\"RHO\":5.0,\"THETA\":90.0}},"
                        + "{\"090\":{\"V\":0,\"G\":1,\"HGT\":100.0}}]}");
        reads(1, HEAD + "00", "[]}");
        reads(2, "8102 1964 02 02 01 09 0204 0405 0809 0a0b", "[{\"000\":1},{\"100\":{\"RS\":");
    }

    @Test
    void chainsRepetitionsAndSpareBitsComeBack() {
        reads(1, HEAD + "02 06 0302 02 01fe", "[{\"130\":[1,1]},{\"020\":{\"TYP\":0,");
        reads(
                1,
                HEAD + "01 04 1abc",
                "[{\"070\":{\"V\":0,\"G\":0,\"L\":0,\"MODE3A\":\"5274\"}}]},\"bits\":{\"RFS\":[[19,1,1]]}");
        reads(2, "8102 1964 01 08 02 0001 0402", "[{\"070\":[{\"A\":0,\"IDENT\":0,\"COUNTER\":1},");
    }

    @Test
    void theNumbersAreThoseOfTheRecordsOwnLayout() {
        reads(1, "c10102 1964 80 01 03 0007", "[{\"161\":7}]}");
        reads(1, "c10102 1964 00 01 03 0280 4000", "[{\"040\":{\"RHO\":5.0,\"THETA\":90.0}}]}");
    }

    @Test
    void whatCannotStandInASequenceIsRefusedWhereItStands() {
        refuses(HEAD + "02 05 0190 00 01", 12, "RFS", "names field 0, which is free");
        refuses(HEAD + "01 10 0000", 9, "RFS", "names field 16, which is free");
        refuses(HEAD + "01 ff 0000", 9, "RFS", "names field 255, which is free");
        refuses(HEAD + "01 14 02ff", 9, "RFS", "names field 20, SP, which may not stand in it");
        refuses(HEAD + "01 15 00", 9, "RFS", "names field 21, RFS, which may not stand in it");
    }

    @Test
    void aSequenceThatPromisesMoreThanThereIsIsRefused() {
        refuses(HEAD + "ff 05 0190", 12, "RFS", "ends beyond its block");
        refuses(HEAD + "02 05 0190 03 0280", 13, "RFS/040", "ends beyond its block");
        refuses(HEAD + "01 06 0101", 10, "RFS/130", "ends beyond its block");
        refuses(HEAD, 8, "RFS", "ends beyond its block");
    }

    @Test
    void aSequenceThatTellsTheOtherLayoutIsRefused() {
        refuses(HEAD + "01 02 80", 10, "RFS/020", "tells a record layout other than it stands in");
    }

    @Test
    void aPlotMayStandInASequence() {
        Tree.Branch items = from(25, 12)
                .with(
                        "RFS",
                        Tree.Row.of(
                                values().with("070", values().with("MODE3A", "1234")),
                                values().with("040", values().with("RHO", 10.0).with("THETA", 90.0)),
                                values().with("020", values().with("SSRPSR", 3L))));

        RadarPlot plot =
                decoded(Found.block(1, items), NOON).of(RadarPlot.class).getFirst();

        assertEquals(18_520, plot.polar().rangeM(), 1e-9);
        assertEquals(OptionalInt.of(0x29C), plot.identity().modeA());
    }

    @Test
    void whatIsToldFirstHolds() {
        Tree.Branch near = values().with("RHO", 10.0).with("THETA", 90.0);
        Tree.Branch far = values().with("RHO", 20.0).with("THETA", 90.0);
        Tree.Branch seen = values().with("SSRPSR", 1L);
        Tree.Row twice = Tree.Row.of(values().with("040", near), values().with("040", far));
        Tree.Row other = Tree.Row.of(values().with("040", far));

        Found repeated = decoded(Found.block(1, from(25, 12).with("020", seen).with("RFS", twice)), NOON);
        Found besides = decoded(
                Found.block(1, from(25, 12).with("020", seen).with("040", near).with("RFS", other)), NOON);

        assertEquals(18_520, repeated.of(RadarPlot.class).getFirst().polar().rangeM(), 1e-9);
        assertEquals(18_520, besides.of(RadarPlot.class).getFirst().polar().rangeM(), 1e-9);
    }

    @Test
    void aRecordAfterOneWithASequenceKnowsNothingOfIt() {
        AsterixReader reader = readerOf(1, HEAD + "01 05 0190" + "80 1964");
        Field height = Editions.preferred().plan(1).orElseThrow().field("090/HGT");
        reader.next();
        boolean first = reader.record().has(height);
        reader.next();

        assertTrue(first);
        assertEquals(Double.NaN, reader.record().number(height));
    }

    @Test
    void aSectorMessageMayStandInASequence() {
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        decoded(decoder, Found.block(2, sector(32, 43_199.0)), NOON);

        Found found = decoded(decoder, Found.block(2, sector(40, 43_199.5)), NOON);

        assertEquals(Math.PI / 16, found.of(Sweep.class).getFirst().widthRad(), 1e-9);
    }

    private static Tree.Branch sector(int number, double timeS) {
        return from(25, 12)
                .with(
                        "RFS",
                        Tree.Row.of(
                                values().with("030", timeS),
                                values().with("020", number * 360 / 256.0),
                                values().with("000", 2L)));
    }

    @Test
    void aLineWithAStrangeSequenceSaysWhy() {
        assertEquals("RFS is not a list", reasonOf("{}"));
        assertEquals("RFS/0 is not one item", reasonOf("[{}]"));
        assertEquals("RFS/1/SP has no place in it", reasonOf("[{\"130\":[1]},{\"SP\":\"00\"}]"));
        assertEquals("RFS/0/161 has no place in it", reasonOf("[{\"161\":1}]"));
        assertEquals("RFS/0/- has no place in it", reasonOf("[{\"-\":1}]"));
    }

    private static String reasonOf(String sequence) {
        String line = "{\"category\":1,\"items\":{\"RFS\":" + sequence + "}}";
        return assertInstanceOf(AsterixEncoder.NotEncoded.class, new AsterixEncoder().line(line))
                .reason();
    }

    @Property(tries = 1000)
    void anySequenceComesBackToTheByte(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 15) Integer> numbers,
            @ForAll @Size(400) byte[] noise,
            @ForAll boolean isService) {
        List<Integer> fields = new ArrayList<>(numbers);
        fields.removeIf(number -> isService ? number > 11 : number == 2);
        StringBuilder record = new StringBuilder(isService ? "8102 1964" : HEAD);
        record.append("%02x".formatted(fields.size()));
        int at = 0;
        for (int number : fields) {
            record.append("%02x".formatted(number));
            Shape shape =
                    Editions.preferred().plan(isService ? 2 : 1).orElseThrow().first().shapes[number - 1];
            int length = Math.clamp(shape.length(noise, at, noise.length), 0, 18);
            record.append(
                    length == shape.length(noise, at, at + length)
                            ? HexFormat.of().formatHex(noise, at, at + length)
                            : "00");
            at += length;
        }
        reads(isService ? 2 : 1, record.toString(), "[");
    }
}
