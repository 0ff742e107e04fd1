package vedette.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;

/// `./vedette decode asterix` and `./vedette encode asterix`, through the front door.
class DecodeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    // Two records of category 062 in one block, a block of an unknown category, one of category 034.
    private static byte[] blocks() {
        return HexFormat.of().parseHex("3e000c801964" + "901964" + "3c6087" + "ff0005abcd" + "220006801964");
    }

    @Test
    void aRecordingBecomesLinesAndItsReadableBlocksComeBack() throws IOException {
        Path recording = folder.resolve("recording.raw");
        Files.write(recording, blocks());
        Path lines = folder.resolve("lines.jsonl");
        Path back = folder.resolve("back.raw");

        assertEquals(0, run("decode", "asterix", recording.toString(), "--out", lines.toString()));
        assertEquals(0, run("encode", "asterix", lines.toString(), "--out", back.toString()));

        List<String> decoded = Files.readAllLines(lines, StandardCharsets.US_ASCII);
        assertEquals(4, decoded.size());
        assertEquals(
                "{\"record\":1,\"offset\":6,\"category\":62,\"edition\":\"1.18\",\"items\":{\"010\":{\"SAC\":25,\"SIC\":100},"
                        + "\"070\":30913.0546875},\"hex\":\"9019643c6087\"}",
                decoded.get(1));
        assertTrue(decoded.get(2).startsWith("{\"rejected\":true,\"offset\":12,\"category\":255,"));
        byte[] readable = new byte[18];
        System.arraycopy(blocks(), 0, readable, 0, 12);
        System.arraycopy(blocks(), 17, readable, 12, 6);
        assertArrayEquals(readable, Files.readAllBytes(back));
        assertTrue(err.toString().contains("category 62: edition 1.18 fits 1 of 1 blocks"), err.toString());
    }

    @Test
    void linesGoToStandardOutputUnlessToldOtherwise() throws IOException {
        Path recording = folder.resolve("recording.raw");
        Files.write(recording, blocks());

        int code = run("decode", "asterix", recording.toString(), "--framing", "raw", "--edition", "062=1.20");

        assertEquals(0, code);
        assertTrue(out.toString().startsWith("{\"record\":0,\"offset\":3,\"category\":62,\"edition\":\"1.20\","));
    }

    @Test
    void wrongNamesAreOneLineEach() throws IOException {
        Path recording = folder.resolve("recording.raw");
        Files.write(recording, blocks());

        assertEquals(2, run("decode", "asterisk", recording.toString()));
        assertEquals(1, run("decode", "asterix", recording.toString(), "--edition", "062=9.9"));
        assertEquals(1, run("decode", "asterix", recording.toString(), "--framing", "boxes"));
        assertEquals(1, run("decode", "asterix", folder.resolve("absent").toString()));
        assertEquals(
                4,
                err.toString()
                        .lines()
                        .filter(line -> !line.startsWith("category"))
                        .count());
    }

    @Test
    void aLineThatCannotBeEncodedIsNamedAndTheOthersAreWritten() throws IOException {
        Path lines = folder.resolve("lines.jsonl");
        Files.writeString(lines, "{\"category\":62,\"items\":{\"040\":7}}\n{\"category\":62,\"items\":{\"041\":7}}\n");
        Path back = folder.resolve("back.raw");

        assertEquals(1, run("encode", "asterix", lines.toString(), "--out", back.toString()));

        assertEquals("3e00070108" + "0007", HexFormat.of().formatHex(Files.readAllBytes(back)));
        assertTrue(err.toString().contains("line 2: item 041 has no place in category 062"), err.toString());
    }

    @Test
    void everyReadableBlockOfARealFileComesBack() throws IOException {
        Path recording = Shared.file("data/surveillance/asterix/goasterix_sample.ast");
        Path lines = folder.resolve("lines.jsonl");
        Path back = folder.resolve("back.raw");

        run("decode", "asterix", recording.toString(), "--out", lines.toString());
        run("encode", "asterix", lines.toString(), "--out", back.toString());

        byte[] original = Files.readAllBytes(recording);
        byte[] found = Files.readAllBytes(back);
        int at = 0;
        for (int from = 0; from < original.length; ) {
            int length = (original[from + 1] & 0xFF) << 8 | (original[from + 2] & 0xFF);
            if (List.of(1, 2, 34, 48).contains(original[from] & 0xFF)) {
                assertArrayEquals(
                        Arrays.copyOfRange(original, from, from + length), Arrays.copyOfRange(found, at, at + length));
                at += length;
            }
            from += length;
        }
        assertEquals(found.length, at);
    }

    @Test
    void elementSetsBecomeLinesOfJsonAndAreReadAgain() throws IOException {
        Path sets = folder.resolve("sets.txt");
        Files.writeString(sets, """
            0 SIMPLE TEST
            1 29238U 06022G   06177.28732010  .00766286  10823-4  13334-2 0   101
            2 29238  51.5595 213.7903 0202579  95.2503 267.9010 15.73823839  1061
            1 29238U 06022G   06177.28732010  .00766286  10823-4  13334-2 0   101
            2 29238  51.5595 213.7903 0202579  95.2503 267.9010 15.73823839  1069
            """);
        Path lines = folder.resolve("sets.jsonl");

        assertEquals(0, run("decode", "tle", sets.toString(), "--out", lines.toString()));
        assertEquals(0, run("decode", "omm", lines.toString()));

        List<String> decoded = Files.readAllLines(lines, StandardCharsets.US_ASCII);
        assertEquals(
                "{\"line\": 1, \"OBJECT_NAME\": \"SIMPLE TEST\", \"OBJECT_ID\": \"2006-022G\","
                        + " \"EPOCH\": \"2006-06-26T06:53:44.456640Z\", \"MEAN_MOTION\": 15.73823839,"
                        + " \"ECCENTRICITY\": 0.0202579, \"INCLINATION\": 51.5595, \"RA_OF_ASC_NODE\": 213.7903,"
                        + " \"ARG_OF_PERICENTER\": 95.2503, \"MEAN_ANOMALY\": 267.901, \"EPHEMERIS_TYPE\": 0,"
                        + " \"CLASSIFICATION_TYPE\": \"U\", \"NORAD_CAT_ID\": 29238, \"ELEMENT_SET_NO\": 10,"
                        + " \"REV_AT_EPOCH\": 106, \"BSTAR\": 0.0013334, \"MEAN_MOTION_DOT\": 0.00766286,"
                        + " \"MEAN_MOTION_DDOT\": 1.0823e-05}",
                decoded.getFirst());
        assertEquals(
                "{\"rejected\": true, \"line\": 5, \"reason\": \"its checksum is '9' instead of 1\"}", decoded.get(1));
        assertTrue(out.toString().contains("\"NORAD_CAT_ID\": 29238"), out::toString);
        assertTrue(out.toString().contains("{\"rejected\": true, \"line\": 2, \"reason\": \"no NORAD_CAT_ID\"}"));
    }
}
