package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.ClassPath;
import vedette.edge.serve.People;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Operator;

/// A whole node as a process of its own, killed with a warning public and one of its channels down.
@Tag("long")
class KilledNodeTest {
    private static final String PASSWORD = "a password of hers";

    /// Within so long after its decision a correction is with everybody who had the warning, seconds.
    private static final double CORRECTED_S = 60;

    @TempDir
    Path folder;

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<Process> node = Optional.empty();
    private int display;
    private int feed;

    /// What came at a receiver.
    private record Got(String at, String id, String stage, int issue, long ns) {}

    @AfterEach
    void end() throws InterruptedException {
        if (node.isPresent()) {
            node.get().destroyForcibly().waitFor();
        }
    }

    @Test
    void aCorrectionAndAnAllClearReachAChannelThatWasDownWhileTheNodeWasKilled() throws Exception {
        HttpServer up = receiver("up", 0);
        HttpServer down = receiver("down", 0);
        int downPort = down.getAddress().getPort();
        Path settings = settings(up.getAddress().getPort(), downPort);
        start(settings);
        sayUntil(() -> has("up", "NORTH", "ISSUED") && has("down", "NORTH", "ISSUED"));
        sayUntil(() -> has("up", "SOUTH", "ISSUED") && has("down", "SOUTH", "ISSUED"));

        down.stop(0);
        long decidedNs = takeBack(first("NORTH").id());
        until(() -> has("up", "NORTH", "CANCELLED"), 20);
        node.orElseThrow().destroyForcibly().waitFor();
        start(settings);
        until(() -> has("up", "SOUTH", "ALL_CLEAR") || has("up", "SOUTH", "EXPIRED"), 120);
        assertTrue(!has("down", "NORTH", "CANCELLED"));
        HttpServer back = receiver("down", downPort);
        long backNs = System.nanoTime();
        until(() -> has("down", "NORTH", "CANCELLED"), 60);
        until(() -> has("down", "SOUTH", "ALL_CLEAR") || has("down", "SOUTH", "EXPIRED"), 60);
        feedHas("CANCELLED");

        long corrected = at("down", "NORTH", "CANCELLED");
        tell("decided to corrected at the channel that was up", decidedNs, at("up", "NORTH", "CANCELLED"));
        tell("decided to corrected at the channel that was down", decidedNs, corrected);
        tell("channel back to corrected", backNs, corrected);
        assertTrue((corrected - decidedNs) / 1e9 < CORRECTED_S, () -> got.toString());
        assertEquals(1, count("down", "NORTH", "CANCELLED"), () -> got.toString());
        up.stop(0);
        back.stop(0);
    }

    @Test
    void aFlightAuthorisedOverTheApiIsQuietAfterAKillAndOneThatWasEndedIsWarnedOfAfterAStop() throws Exception {
        HttpServer up = receiver("up", 0);
        Path settings = listing(settings(up.getAddress().getPort(), free()));
        start(settings);
        String flight = flight("ORDERED", "DRONE-1");
        assertTrue(flights("POST", "", flight).contains("taken"), flight);
        until(() -> flights("GET", "", "").contains("\"id\":\"ORDERED\""), 10);

        node.orElseThrow().destroyForcibly().waitFor();
        start(settings);
        String known = flights("GET", "", "");
        sayUntil(() -> has("up", "SOUTH", "ISSUED"));
        long before = System.nanoTime() + 4_000_000_000L;
        sayUntil(() -> System.nanoTime() > before);
        boolean quiet = !has("up", "NORTH", "ISSUED");
        flights("DELETE", "/ORDERED", "");
        until(() -> !flights("GET", "", "").contains("ORDERED"), 10);
        node.orElseThrow().destroy();
        node.orElseThrow().waitFor();
        start(settings);

        assertTrue(known.contains("ORDERED") && known.contains("LISTED"), known);
        assertTrue(quiet, () -> got.toString());
        String left = flights("GET", "", "");
        assertTrue(!left.contains("ORDERED") && left.contains("LISTED"), left);
        sayUntil(() -> has("up", "NORTH", "ISSUED"));
        up.stop(0);
    }

    // The same settings with a list of authorised flights.
    private Path listing(Path settings) throws IOException {
        Files.writeString(folder.resolve("flights.json"), "{\"flights\": [" + flight("LISTED", "NOBODY") + "]}");
        return Files.writeString(settings, Files.readString(settings) + "authorised: [flights.json]\n");
    }

    private static String flight(String id, String serial) {
        return """
                {"id": "%s", "purpose": "WORK", "serials": ["%s"], "volumes": [
                  {"volume": {"outline_circle": {"center": {"lat": 57.55, "lng": 24.05}, "radius": {"value": 9000, "units": "M"}}},
                   "time_start": {"value": "%s", "format": "RFC3339"},
                   "time_end": {"value": "%s", "format": "RFC3339"}}]}
                """.formatted(
                id, serial, Instant.now().minusSeconds(600), Instant.now().plusSeconds(3_600));
    }

    private String flights(String method, String one, String body) {
        return asked(method, "/api/v1/flights" + one, body, session());
    }

    private static void tell(String what, long fromNs, long toNs) {
        System.out.println(String.format(Locale.ROOT, "%s: %.1f s", what, (toNs - fromNs) / 1e9));
    }

    private HttpServer receiver(String name, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            Json body = json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            got.add(new Got(
                    name,
                    body.text("id").orElse(""),
                    body.text("stage").orElse(""),
                    (int) body.number("issue").orElse(0),
                    System.nanoTime()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Json json(String text) {
        return JsonText.read(text) instanceof JsonText.Read(Json value) ? value : new Json.Nothing();
    }

    private Stream<Got> all(String at, String zone, String stage) {
        return got.stream().filter(each -> each.at.equals(at) && each.id.contains(zone) && each.stage.equals(stage));
    }

    private boolean has(String at, String zone, String stage) {
        return all(at, zone, stage).findAny().isPresent();
    }

    private long count(String at, String zone, String stage) {
        return all(at, zone, stage).count();
    }

    private long at(String at, String zone, String stage) {
        return all(at, zone, stage).findFirst().orElseThrow().ns;
    }

    private Got first(String zone) {
        return got.stream().filter(each -> each.id.contains(zone)).findFirst().orElseThrow();
    }

    private Path settings(int up, int down) throws Exception {
        display = free();
        feed = free();
        Files.writeString(folder.resolve("zones.geojson"), """
                {"type":"FeatureCollection","features":[%s,%s]}
                """.formatted(zone("NORTH", 57.5), zone("SOUTH", 56.5)));
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        new People(folder.resolve("data/people.json")).add("Anna", Operator.Role.RELEASER, PASSWORD.toCharArray());
        return Files.writeString(folder.resolve("vedette.yaml"), """
                domain: exercise
                data: data
                display: {port: %d}
                feeds:
                  - {name: rid, type: lines-udp, address: '127.0.0.1:%d', timebase: arrival, period_s: 5}
                zones: [zones.geojson]
                outputs: {cap: cap}
                channels:
                  - {name: up, type: webhook, domain: exercise, url: 'http://127.0.0.1:%d/', secret_file: secret}
                  - {name: down, type: webhook, domain: exercise, url: 'http://127.0.0.1:%d/', secret_file: secret}
                """.formatted(display, feed, up, down));
    }

    private static String zone(String name, double lat) {
        return """
                {"type":"Feature","properties":{"identifier":"%s","name":"%s"},
                 "geometry":{"type":"Polygon","coordinates":[[[24,%s],[24.1,%s],[24.1,%s],[24,%s],[24,%s]]]}}
                """.formatted(name, name, lat, lat, lat + 0.1, lat + 0.1, lat);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start(Path settings) throws Exception {
        node = Optional.of(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        ClassPath.text(),
                        Main.class.getName(),
                        "run",
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("node.out").toFile()))
                .start());
        until(() -> asked("GET", "/health", "", "").startsWith("{"), 60);
    }

    // Two drones that tell their places, one in each zone.
    private void sayUntil(Supplier<Boolean> holds) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; !holds.get(); i++) {
                assertTrue(i < 120, () -> "not warned: " + got);
                for (int drone = 0; drone < 2; drone++) {
                    byte[] line = """
                            {"sensor":"rid-1","time":"%s","kind":"remoteid","uasId":"DRONE-%d","latitude":%s,"longitude":%s,"heightM":80,"speed":0,"track":0}
                            """.formatted(Instant.now(), drone, 56.55 + drone, 24.05)
                            .getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(line, line.length, InetAddress.getLoopbackAddress(), feed));
                }
                Thread.sleep(500);
            }
        }
    }

    private void until(Supplier<Boolean> holds, int seconds) throws Exception {
        long endNs = System.nanoTime() + seconds * 1_000_000_000L;
        while (!holds.get()) {
            String said = Files.readString(folder.resolve("node.out"));
            assertTrue(System.nanoTime() < endNs, () -> "it did not come: " + got + "\n" + said);
            Thread.sleep(50);
        }
    }

    // When the act was taken.
    private long takeBack(String warning) {
        String session = session();
        long nowNs = System.nanoTime();
        String answer = asked(
                "POST",
                "/api/v1/orders",
                "{\"act\":\"takeBack\",\"warning\":\"" + warning + "\",\"why\":\"a balloon\"}",
                session);
        assertTrue(answer.contains("taken"), answer);
        return nowNs;
    }

    private String session() {
        return json(asked("POST", "/api/v1/session", "{\"account\":\"Anna\",\"password\":\"" + PASSWORD + "\"}", ""))
                .text("session")
                .orElseThrow();
    }

    private void feedHas(String stage) {
        String feedText = asked("GET", "/cap/feed.json", "", "");
        boolean listed = json(feedText).items("alerts").stream()
                .map(alert -> URI.create(alert.text("url").orElseThrow()).getPath())
                .anyMatch(path -> asked("GET", path, "", "").contains("<value>" + stage + "</value>"));
        assertTrue(listed, feedText);
    }

    private String asked(String method, String path, String body, String session) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + display + path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (!session.isEmpty()) {
                request.header("Authorization", "Bearer " + session);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
