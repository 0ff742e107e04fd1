package vedette.format.remoteid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.Shared;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// The reference library's reading of real captures, of its own encoder's output, and of that output with
/// faults (opendroneid-core-c): every field of every line is the same here.
class VectorsTest {
    private static Json json(String text) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(text)).value();
    }

    private static List<Json> decoded(byte[] bytes) {
        List<Json> lines = new ArrayList<>();
        RemoteIdLines reader = new RemoteIdLines(line -> lines.add(json(line)));
        Framing framing = Framing.of(bytes);
        if (framing == Framing.RAW) {
            reader.text(bytes);
            return lines;
        }
        Frames frames = new Frames(bytes, framing);
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            var capture = new RemoteIdLines.Capture(frame.packet(), frame.timeNs());
            reader.payload(frame.bytes(), frame.offset(), frame.end(), capture);
        }
        return lines;
    }

    private static void assertSays(Json expected, Json line, String where) {
        for (Json.Member member : assertInstanceOf(Json.Members.class, expected).members()) {
            assertEquals(Optional.of(member.value()), line.member(member.name()), where + " " + member.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bluetooth5_pack",
                "dji_mavic_alessa_spoofed",
                "library_self_test",
                "mutated",
                "reference_encoded",
                "wifi_beacon_pack",
                "wifi_nan_and_beacon"
            })
    void everyLineSaysWhatTheReferenceReads(String name) throws IOException {
        Path file = Shared.file("data/lowaltitude/remoteid/" + name + ".jsonl");
        List<Json> vectors =
                Files.readAllLines(file).stream().map(VectorsTest::json).toList();

        List<Json> lines = decoded(Files.readAllBytes(file));

        assertEquals(vectors.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String where = name + " line " + (i + 1);
            assertSays(vectors.get(i).member("expected").orElseThrow(), lines.get(i), where);
            assertEquals(vectors.get(i).member("completeMessages"), completeOf(lines.get(i)), where);
        }
    }

    // The vectors leave out an empty list.
    private static Optional<Json> completeOf(Json line) {
        return line.member("completeMessages").filter(list -> !list.items().isEmpty());
    }

    @Test
    void theFrenchBeaconSaysWhatItsLayoutReads() throws IOException {
        Path file = Shared.file("data/lowaltitude/remoteid/french_beacon.json");

        List<Json> lines = decoded(Files.readAllBytes(file));

        assertEquals(json(Files.readString(file)).items().getFirst().member("expected"), Optional.of(lines.getFirst()));
    }

    @ParameterizedTest
    @CsvSource({
        "odid_wifi_bcn_sample.pcap, wifi_beacon_pack, 21",
        "odid_wifi_sample.pcap, wifi_nan_and_beacon, 42",
        "odid_bt5_lr_sample.pcapng, bluetooth5_pack, 273"
    })
    void capturesGiveTheOctetsOfTheirVectors(String capture, String vectors, int broadcasts) throws IOException {
        Path file = Shared.file("data/lowaltitude/remoteid/" + capture);
        Path expected = Shared.file("data/lowaltitude/remoteid/" + vectors + ".jsonl");

        List<Json> lines = decoded(Files.readAllBytes(file));

        assertEquals(broadcasts, lines.size());
        for (String vector : Files.readAllLines(expected)) {
            Json wanted = json(vector);
            Json line = lines.stream()
                    .filter(l -> l.whole("frame").equals(wanted.whole("frame")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing of " + vector));
            assertEquals(wanted.text("hex"), line.text("hex"), vector);
            assertEquals(wanted.whole("counter"), line.whole("counter"), vector);
            assertEquals(wanted.text("transport"), line.text("transport"), vector);
            assertSays(wanted.member("expected").orElseThrow(), line, vector);
        }
    }

    @Test
    void whatTheReferenceEncodedIsEncodedAlike() throws IOException {
        Path file = Shared.file("data/lowaltitude/remoteid/reference_encoded.jsonl");
        for (String vector : Files.readAllLines(file)) {
            String hex = json(vector).text("hex").orElseThrow();
            String told = JsonText.write(json(vector).member("expected").orElseThrow(), 0);
            String pack = hex.startsWith("f") ? ", \"pack\": true}" : "}";

            var written = RemoteIdLines.encode(told.substring(0, told.length() - 1) + pack);

            assertEquals(new RemoteIdLines.Written("{\"hex\": \"" + hex + "\"}"), written);
        }
    }
}
