package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Plots;
import vedette.edge.Sender;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.model.Domain;

/// What a replay leaves behind, and what its display says at the end.
class ReplayOutletsTest {
    private static final byte[] ONE_PLOT =
            HexFormat.of().parseHex("300011" + "f0" + "1964" + "5fe000" + "20" + "0a004000" + "0000");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private int run(String... words) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    private Path replayed() throws IOException {
        Path recording = Files.write(folder.resolve("one.ast"), ONE_PLOT);
        Path results = folder.resolve("results");
        assertEquals(0, run("replay", recording.toString(), "--out", results.toString()), () -> err.toString());
        return results;
    }

    @Test
    void aSecondReplayIntoAFolderStartsAfresh() throws IOException {
        Path results = replayed();
        for (String name : List.of("warnings.jsonl", "sensors.jsonl", "tracks.csv")) {
            Files.writeString(results.resolve(name), "of an earlier replay\n");
        }

        replayed();

        for (String name : List.of("warnings.jsonl", "sensors.jsonl", "tracks.csv")) {
            Path file = results.resolve(name);
            assertTrue(!Files.exists(file) || !Files.readString(file).contains("earlier"), name);
        }
    }

    @Test
    void messagesOfAnEarlierReplayGoAndThoseOfANodeStay() throws IOException {
        Path messages = Files.createDirectories(folder.resolve("results").resolve("cap"));
        Path earlier = Files.writeString(messages.resolve("a.xml"), "<alert><sender>vedette.invalid</sender></alert>");
        Path sent = Files.writeString(messages.resolve("b.xml"), "<alert><sender>watch.example.org</sender></alert>");

        replayed();

        assertFalse(Files.exists(earlier));
        assertTrue(Files.exists(sent));
    }

    @Test
    void aReplayedJournalWritesItsResultsToo() throws Exception {
        Path journal = folder.resolve("journal");
        JournalSettings settings = JournalSettings.of(journal, Domain.SIMULATION);
        try (JournalWriter writer = JournalWriter.open(settings, JournalDisk.ofMachine(), "canon 1\nroot i32\n")) {
            for (long seq = 1; seq <= 20; seq++) {
                writer.append(Plots.event(seq));
            }
        }
        Path results = folder.resolve("results");

        int code = run("replay", journal.toString(), "--out", results.toString());

        assertEquals(0, code, () -> err.toString());
        assertTrue(Files.readString(results.resolve("tracks.csv")).startsWith("unix_s,"), out.toString());
    }

    @Test
    void theLastThingAPageHearsIsThatTheReplayHasEnded() throws Exception {
        int port = freePort();
        Sender display = ReplayOutlets.display(Domain.TEST, port, Optional.empty());
        Page page = new Page();
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket line = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), page)
                    .join();
            line.sendText("", true).join();
            page.hears("\"running\":true");

            display.close();

            page.hears("\"running\":false");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Page implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.append(text);
            notifyAll();
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        synchronized void hears(String words) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (heard.indexOf(words) < 0) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                assertTrue(leftMs > 0, () -> words + " in " + heard);
                wait(leftMs);
            }
        }
    }
}
