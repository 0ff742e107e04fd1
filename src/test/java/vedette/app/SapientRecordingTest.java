package vedette.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.Shared;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.format.sapient.Frames;
import vedette.format.sapient.Sapient;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorSite;

/// Recordings of SAPIENT messages through `replay` and `raid`.
class SapientRecordingTest {
    private static final String NODE = "a8654cdf-4328-47de-81fa-c495589e30c9";

    @TempDir
    private Path folder;

    private static String at(int second, String content) {
        return "{\"timestamp\":\"2026-01-01T00:00:%02dZ\",\"nodeId\":\"%s\",%s}".formatted(second, NODE, content);
    }

    private static final String REGISTRATION = """
            "registration":{"nodeDefinition":[{"nodeType":"NODE_TYPE_RADAR"}],"icdVersion":"BSI Flex 335 v2.0",\
            "name":"Hill","capabilities":[{"category":"sensor","type":"detect"}],\
            "statusDefinition":{"statusInterval":{"units":"TIME_UNITS_SECONDS","value":5}},\
            "modeDefinition":[{"modeName":"default","modeType":1,"settleTime":{"units":4,"value":1},\
            "task":{"regionDefinition":{"regionType":[1],"regionArea":[{"locationUnits":1,"locationDatum":1}]},\
            "command":[{"units":"Status","completionTime":{"units":4,"value":5},"type":1}]}}],\
            "configData":[{"manufacturer":"Maker","model":"Model"}]}""";

    private static final String STATUS = """
            "statusReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY2","system":1,"info":1,"mode":"default",\
            "nodeLocation":{"x":24,"y":56,"z":20,"coordinateSystem":1,"datum":1}}""";

    private static String plot(double x) {
        return """
                "detectionReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY3","objectId":"01H4R63D7NVN8444Z5M77WEBY4",\
                "location":{"x":%s,"y":56.01,"z":120,"xError":5,"yError":5,"zError":10,"coordinateSystem":1,"datum":1}}""".formatted(x);
    }

    // A radar that tells its state every five seconds and sees something pass at 12 m/s.
    private static List<String> messages(int seconds) {
        List<String> messages = new java.util.ArrayList<>(List.of(at(0, REGISTRATION)));
        for (int t = 0; t < seconds; t++) {
            if (t % 5 == 0) {
                messages.add(at(t, STATUS));
            }
            messages.add(at(t, plot(24.01 + 0.0002 * t)));
        }
        return messages;
    }

    private static byte[] frames(List<String> messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String json : messages) {
            Sapient.Taken taken = assertInstanceOf(Sapient.Taken.class, Sapient.json(json, Optional.empty()));
            out.writeBytes(Frames.frame(Sapient.binary(taken.part())));
        }
        return out.toByteArray();
    }

    private record Run(int code, String said) {}

    private static Run run(String... words) {
        StringWriter said = new StringWriter();
        int code = Main.run(new PrintWriter(said), new PrintWriter(said), words);
        return new Run(code, said.toString());
    }

    @Test
    void itIsKnownByItsFirstMessageFramedOrAsLines() {
        byte[] lines = String.join("\n", messages(5)).getBytes(StandardCharsets.UTF_8);

        assertEquals(Wire.SAPIENT, Wire.of(Path.of("any"), frames(messages(5))));
        assertEquals(Wire.SAPIENT, Wire.of(Path.of("any"), lines));
        assertArrayEquals(frames(messages(5)), SapientRecording.framed(lines));
        assertFalse(SapientRecording.is(new byte[] {48, 0, 3}));
        assertFalse(SapientRecording.is(new byte[] {}));
        assertFalse(SapientRecording.is("{\"uasId\": 1}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void replayTracksWhatItsRadarSaw() throws IOException {
        Path file = folder.resolve("recording");
        Files.write(file, frames(messages(30)));

        Run run = run("replay", file.toString());

        assertEquals(0, run.code(), run.said());
        assertTrue(run.said().contains("radar plots: 30"), run.said());
        assertTrue(run.said().contains("status reports: 6"), run.said());
        assertTrue(run.said().contains("tracks shown: 1"), run.said());
        assertTrue(run.said().contains("rejected: 0"), run.said());
    }

    private static final class Listening implements Intake {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public Moment now() {
            return new Moment(1_800_000_000_000_000_000L);
        }

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            return heard.add(measurement.getClass().getSimpleName());
        }

        @Override
        public void put(Measurement measurement, Moment arrivedAt) {
            offer(measurement, arrivedAt);
        }

        @Override
        public void presented(SensorSite site) {
            heard.add("presented " + Math.round(Math.toDegrees(site.place().latRad())) + " every " + site.periodS());
        }
    }

    /// A node that plays a recording is told where its radars stand before it is given their plots.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFeedOfAFilePlacesTheRadarsInIt(boolean framed) throws Exception {
        Path file = folder.resolve("recording");
        Files.write(
                file,
                framed ? frames(messages(10)) : String.join("\n", messages(10)).getBytes(StandardCharsets.UTF_8));
        Settings settings = SettingsReader.parse(
                "vedette.yaml",
                folder,
                "domain: test\nfeeds:\n  - {name: tape, type: file, file: recording, speed: 0}");
        Listening listening = new Listening();

        List<String> order = new java.util.ArrayList<>();
        try (Feed feed = Feeds.of(settings.feeds().getFirst(), new Wire.Known(Domain.TEST, List.of()), new Moment(0))) {
            feed.start(listening);
            while (!order.contains("RadarPlot")) {
                order.add(Objects.requireNonNull(listening.heard.poll(20, TimeUnit.SECONDS), "nothing more came"));
            }
        }

        assertTrue(order.contains("presented 56 every 1.0"), order.toString());
    }

    @Test
    void aMessageLongerThanAChunkOfTheRecordingIsReadWhole() throws IOException {
        Path file = folder.resolve("recording");
        List<String> messages = messages(30);
        messages.add(1, at(0, STATUS.replace("\"mode\":\"default\"", "\"mode\":\"" + "d".repeat(20_000) + "\"")));
        Files.write(file, frames(messages));

        assertTrue(run("replay", file.toString()).said().contains("radar plots: 30"));
    }

    @Test
    void linesThatAreNoMessagesAreCountedAndTheRestIsPlayed() throws IOException {
        Path file = folder.resolve("recording.jsonl");
        List<String> messages = messages(30);
        messages.add(10, "{\"no\": \"message\"}");
        Files.writeString(file, String.join("\n", messages));

        Run run = run("replay", file.toString());

        assertTrue(run.said().contains("radar plots: 30"), run.said());
        assertTrue(run.said().contains("rejected: 1"), run.said());
    }

    /// Drones land; who hears their broadcasts is not dead then.
    @ParameterizedTest
    @ValueSource(strings = {"single_real_drone", "swarm_with_birds", "birds_only", "radar_dies"})
    void aReplayTellsNoSilenceButTheRadarsThatDied(String name) throws IOException {
        Path messages = Shared.file("data/lowaltitude/flights/" + name + "/sapient.bin");
        Path out = folder.resolve("replayed");

        assertEquals(
                0, run("replay", messages.toString(), "--out", out.toString()).code());

        List<String> silent = Files.readAllLines(out.resolve("sensors.jsonl")).stream()
                .filter(line -> line.contains("SILENT"))
                .toList();
        assertEquals(name.equals("radar_dies") ? 1 : 0, silent.size(), silent.toString());
    }

    private List<String> raid(Path from) throws IOException {
        Path out = folder.resolve("out");
        Run run = run("raid", from.toString(), "--out", out.toString());
        assertEquals(0, run.code(), run.said());
        return Files.readAllLines(out.resolve("sensors.jsonl"));
    }

    @Test
    void theEndOfTheRecordingIsNotTheSilenceOfWhoSpokeUntilThen() throws IOException {
        Files.write(folder.resolve("sapient.bin"), frames(messages(59)));

        assertFalse(raid(folder).toString().contains("SILENT"), raid(folder).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"single_real_drone", "swarm_with_birds", "birds_only", "radar_dies"})
    void thePublicFlightsAreWatchedByTheirMessagesAlone(String name) throws IOException {
        Path shared = Shared.file("data/lowaltitude/flights/" + name);
        Files.copy(shared.resolve("sapient.bin"), folder.resolve("sapient.bin"));
        Files.copy(shared.resolve("zones.geojson"), folder.resolve("zones.geojson"));

        List<String> silent =
                raid(folder).stream().filter(line -> line.contains("SILENT")).toList();

        boolean intruded =
                Files.readString(folder.resolve("out/warnings.jsonl")).contains("INTRUSION");
        assertEquals(!name.equals("birds_only"), intruded);
        assertEquals(name.equals("radar_dies"), silent.size() == 1, silent.toString());
        if (name.equals("radar_dies")) {
            double at = Double.parseDouble(silent.getFirst().replaceAll(".*\"t\": ([0-9.]+),.*", "$1"));
            assertTrue(at > 120 && at <= 130, silent.toString());
        }
    }
}
