package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Plots;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Domain;

/// `./vedette journal` checks, tells and exports.
final class JournalCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    private void record(long from, long to) throws Exception {
        JournalSettings settings = JournalSettings.of(folder, Domain.SIMULATION);
        try (JournalWriter writer = JournalWriter.open(settings, JournalDisk.ofMachine(), "canon 1\nroot i32\n")) {
            for (long seq = from; seq <= to; seq++) {
                writer.append(Plots.event(seq));
            }
            writer.snapshot(to, Plots.event(to).stamp().arrivedAt(), () -> new byte[] {2});
        }
    }

    @Test
    void aWholeJournalIsWhole() throws Exception {
        record(1, 20);
        record(21, 30);

        assertEquals(0, run("journal", "verify", folder.toString()), err::toString);

        assertTrue(out.toString().startsWith("2 segments, 30 events, "), out.toString());
        assertTrue(out.toString().endsWith(" 2 snapshots: whole\n"), out.toString());
    }

    @Test
    void aFlippedBitIsNamedWithFileAndByte() throws Exception {
        record(1, 20);
        Path segment = folder.resolve("0000000000000000001.events");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 700] ^= 1;
        Files.write(segment, bytes);

        assertEquals(1, run("journal", "verify", folder.toString()));

        assertTrue(out.toString().startsWith("0000000000000000001.events, byte "), out.toString());
        assertTrue(out.toString().contains("a checksum that does not fit"), out.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void aSegmentThatWasExchangedOrLeftOutIsSeen() throws Exception {
        record(1, 10);
        record(11, 20);
        record(21, 30);
        Files.delete(folder.resolve("0000000000000000011.events"));

        assertEquals(1, run("journal", "verify", folder.toString()));

        assertTrue(
                out.toString().contains("0000000000000000021.events does not follow the segment before it"),
                out.toString());
        assertTrue(out.toString().contains("event 21 where 11 was due"), out.toString());
    }

    @Test
    void infoTellsWhatIsInside() throws Exception {
        record(1, 20);

        assertEquals(0, run("journal", "info", folder.toString()));

        Json json = ((JsonText.Read) JsonText.read(out.toString())).value();
        assertEquals(20, json.whole("events").orElseThrow());
        assertEquals(
                "SIMULATION", json.items("segments").getFirst().text("domain").orElseThrow());
        assertEquals(20, json.items("snapshots").getFirst().whole("seq").orElseThrow());
    }

    @Test
    void exportWritesOneLineAnEvent() throws Exception {
        record(1, 20);

        assertEquals(0, run("journal", "export", folder.toString(), "--from", "11"));

        List<String> lines = out.toString().lines().toList();
        assertEquals(10, lines.size());
        Json first = ((JsonText.Read) JsonText.read(lines.getFirst())).value();
        assertEquals(11, first.whole("stamp", "seq").orElseThrow());
        assertEquals("VED11", first.text("measurement", "identity", "callsign").orElseThrow());
    }

    @Test
    void aFolderWithoutJournalIsOneLine() {
        assertEquals(1, run("journal", "verify", folder.toString()));
        assertEquals(1, run("journal", "export", folder.resolve("none").toString()));

        assertEquals(2, err.toString().lines().count());
    }
}
