package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// How long a warning takes through the whole node, from a sensor's line on its socket to the line in `warnings.jsonl`,
/// the draft of CAP and the live picture. Every drone turns up in a zone of its own and tells its place once a second;
/// the last line that was sent before a warning is the one that decided it. The figures go to the test's report; that
/// every warning came on every way is asserted.
@Tag("long")
class WarningLatencyTest {
    private static final int DRONES = 120;
    private static final int LINES = 6;
    private static final long STAGGER_NS = 130_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Pattern NAMED = Pattern.compile("INTRUSION-Z(\\d+)-\\d+-1");

    @TempDir
    private Path folder;

    private final List<List<Long>> sent = new ArrayList<>();
    private volatile boolean done;

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static double latDeg(int drone) {
        return 50 + 0.03 * (drone / 12);
    }

    private static double lonDeg(int drone) {
        return 30 + 0.05 * (drone % 12);
    }

    private static String zones() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < DRONES; i++) {
            double lat = latDeg(i);
            double lon = lonDeg(i);
            features.add(String.format(
                    Locale.ROOT,
                    "{\"type\":\"Feature\",\"properties\":{\"identifier\":\"Z%d\"},\"geometry\":{\"type\":\"Polygon\","
                            + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                    i,
                    lon - 0.01,
                    lat - 0.01,
                    lon + 0.01,
                    lat - 0.01,
                    lon + 0.01,
                    lat + 0.01,
                    lon - 0.01,
                    lat + 0.01,
                    lon - 0.01,
                    lat - 0.01));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private Path settings(int display, int lines) throws IOException {
        Files.writeString(folder.resolve("zones.geojson"), zones());
        return Files.writeString(folder.resolve("vedette.yaml"), """
                domain: exercise
                display: {port: %d}
                zones: [zones.geojson]
                feeds:
                  - {name: lines, type: lines-server, address: '127.0.0.1:%d'}
                outputs: {warnings: warnings.jsonl, cap: cap, sender: test.invalid}
                """.formatted(display, lines));
    }

    @Test
    void aWarningIsThereSoonAfterTheReportThatDecidedIt(TestReporter reporter) throws Exception {
        int display = freePort();
        int port = freePort();
        Path settings = settings(display, port);
        StringWriter said = new StringWriter();
        Thread node = Thread.ofPlatform()
                .start(() -> Main.run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "run",
                        "--config",
                        settings.toString(),
                        "--exit-after",
                        "45"));
        Map<Integer, Long> file = new ConcurrentHashMap<>();
        Map<Integer, Long> cap = new ConcurrentHashMap<>();
        Map<Integer, Long> shown = new ConcurrentHashMap<>();
        try (Socket line = connected(port);
                HttpClient http = HttpClient.newHttpClient()) {
            WebSocket live = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + display + "/api/v1/live"), new Seeing(shown))
                    .join();
            live.sendText("", true).join();
            Path data = folder.resolve("vedette-data");
            Thread.ofPlatform().daemon().start(() -> tail(data.resolve("warnings.jsonl"), file));
            Thread.ofPlatform().daemon().start(() -> list(data.resolve("cap/drafts"), cap));
            fly(line.getOutputStream());
            LockSupport.parkNanos(3 * SECOND_NS);
            live.abort();
        } finally {
            done = true;
            node.interrupt();
            node.join(70_000);
        }

        reporter.publishEntry("warnings.jsonl", figures(file));
        reporter.publishEntry("cap/drafts", figures(cap));
        reporter.publishEntry("live picture", figures(shown));
        assertEquals(DRONES, file.size(), said.toString());
        assertEquals(DRONES, cap.size());
        assertEquals(DRONES, shown.size());
    }

    private static Socket connected(int port) throws IOException {
        for (int i = 0; i < 600; i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                LockSupport.parkNanos(SECOND_NS / 20);
            }
        }
        throw new IOException("the node does not listen");
    }

    private void fly(OutputStream out) throws IOException {
        for (int i = 0; i < DRONES; i++) {
            sent.add(new ArrayList<>());
        }
        long began = System.nanoTime() + SECOND_NS;
        int slots = (int) (DRONES + LINES * SECOND_NS / STAGGER_NS + 1);
        for (int slot = 0; slot < slots; slot++) {
            LockSupport.parkNanos(began + slot * STAGGER_NS - System.nanoTime());
            for (int drone = Math.max(0, slot - 60); drone <= Math.min(slot, DRONES - 1); drone++) {
                tell(out, drone, System.nanoTime() - began - drone * STAGGER_NS);
            }
        }
    }

    private void tell(OutputStream out, int drone, long ageNs) throws IOException {
        List<Long> lines = sent.get(drone);
        if (lines.size() >= LINES || ageNs < lines.size() * SECOND_NS) {
            return;
        }
        double aheadDeg = 1e-4 * lines.size();
        String line = String.format(
                Locale.ROOT,
                "{\"sensor\":\"rid\",\"kind\":\"remoteid\",\"time\":\"%s\",\"uasId\":\"D%d\",\"latitude\":%f,"
                        + "\"longitude\":%f,\"heightM\":60,\"speed\":11,\"track\":0}%n",
                Instant.now(),
                drone,
                latDeg(drone) + aheadDeg,
                lonDeg(drone));
        synchronized (lines) {
            lines.add(System.nanoTime());
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static void see(String text, Map<Integer, Long> seen) {
        long now = System.nanoTime();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            seen.putIfAbsent(Integer.parseInt(named.group(1)), now);
        }
    }

    private void tail(Path file, Map<Integer, Long> seen) {
        long read = 0;
        while (!done) {
            LockSupport.parkNanos(2_000_000);
            try {
                if (Files.exists(file) && Files.size(file) > read) {
                    byte[] bytes = Files.readAllBytes(file);
                    see(new String(bytes, (int) read, bytes.length - (int) read, StandardCharsets.UTF_8), seen);
                    read = bytes.length - 200 > read ? bytes.length - 200 : read;
                }
            } catch (IOException again) {
                // Looked at again.
            }
        }
    }

    private void list(Path drafts, Map<Integer, Long> seen) {
        while (!done) {
            LockSupport.parkNanos(3_000_000);
            try (Stream<Path> files = Files.list(drafts)) {
                files.map(each -> each.getFileName().toString())
                        .filter(name -> name.endsWith(".xml"))
                        .forEach(name -> see(name, seen));
            } catch (IOException notYet) {
                // Looked at again.
            }
        }
    }

    private record Seeing(Map<Integer, Long> seen, StringBuilder part) implements WebSocket.Listener {
        Seeing(Map<Integer, Long> seen) {
            this(seen, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                see(part.toString(), seen);
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private String figures(Map<Integer, Long> seen) {
        double[] ms = seen.entrySet().stream()
                .mapToDouble(each -> sinceMs(each.getKey(), each.getValue()))
                .sorted()
                .toArray();
        assertTrue(ms.length > 0, "nothing came");
        return String.format(
                Locale.ROOT,
                "%d warnings: p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                ms.length,
                ms[ms.length / 2],
                ms[(int) (0.99 * (ms.length - 1))],
                ms[ms.length - 1]);
    }

    private double sinceMs(int drone, long seenNs) {
        List<Long> lines = sent.get(drone);
        synchronized (lines) {
            long last = lines.stream()
                    .filter(at -> at <= seenNs)
                    .mapToLong(at -> at)
                    .max()
                    .orElseThrow();
            return (seenNs - last) * 1e-6;
        }
    }
}
