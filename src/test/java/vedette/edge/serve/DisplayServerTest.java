package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.edge.Guests;
import vedette.format.text.Json;
import vedette.model.Affiliation;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;

class DisplayServerTest {
    private static final String KEY = "a-generated-operator-key";
    private static final String BEARER = "Authorization: Bearer " + KEY;
    private static final String ACKNOWLEDGE = "{\"act\":\"acknowledge\",\"warning\":\"intrusion-1\",\"revision\":1}";

    private final List<Order> placed = new CopyOnWriteArrayList<>();
    private final List<Operator> operators = new CopyOnWriteArrayList<>();
    private final FakePicture fake = new FakePicture(Domain.LIVE, 20);
    private final DisplayServer display = open(settings());
    private final Wire wire = new Wire(display.port());

    private static DisplaySettings settings() {
        return DisplaySettings.of(Domain.LIVE, KEY)
                .at("127.0.0.1", 0)
                .showing(FakePicture.zones(), FakePicture.sites());
    }

    private DisplayServer open(DisplaySettings settings) {
        DisplayServer.Trial trial = new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(1));
        DisplayServer server = new DisplayServer(settings, this::place, NodeView.PLAIN, trial);
        server.start();
        return server;
    }

    private boolean place(Operator operator, Order order) {
        operators.add(operator);
        return placed.add(order);
    }

    @AfterEach
    void closeTheDisplay() {
        display.close();
    }

    private void saySeconds(int from, int to) {
        for (int second = from; second < to; second++) {
            fake.second(second).forEach(display::send);
        }
    }

    private void awaitTracks(int count) throws IOException, InterruptedException {
        await("/api/v1/tracks", answer -> answer.items("features").size() == count);
    }

    // What is sent is shown a moment later: a test waits for all that it reads, not for the first of it.
    private void await(String path, Predicate<Json> shown) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            Wire.Answer answer = wire.get(path);
            if (answer.status() != 404 && shown.test(answer.json())) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " never as awaited: " + wire.get(path).body());
    }

    @Test
    void everythingComesFirstAndThenOnlyWhatChanged() throws Exception {
        saySeconds(0, 4);
        awaitTracks(21);
        try (Watcher watcher = new Watcher(display.port(), "")) {
            Json hello = watcher.next(message -> true);
            Json all = watcher.with("tracks");
            fake.warning(5, 1, Warning.Stage.ISSUED).forEach(display::send);
            Json news = watcher.with("warnings");
            Json more = watcher.with("tracks");

            assertEquals(Optional.of("hello"), hello.text("type"));
            assertEquals(21, all.items("tracks").size());
            assertEquals(21, all.items("trails").size());
            assertEquals(2, all.items("zones", "features").size());
            assertEquals(1, news.items("warnings").size());
            assertEquals(1, more.items("tracks").size(), "the intruder alone, for its zone");
        }
    }

    @Test
    void theHeartbeatTellsTimeAndPlaceInTheOrder() throws Exception {
        try (Watcher watcher = new Watcher(display.port(), "")) {
            saySeconds(0, 1);
            Json beat = watcher.with("beat");

            assertEquals(1_792_000_000_000L, beat.whole("beat", "at").orElseThrow());
            assertTrue(beat.whole("beat", "seq").orElseThrow() > 0);
        }
    }

    @Test
    void aTrackThatEndsIsGoneAndStillExplained() throws Exception {
        saySeconds(0, 4);
        awaitTracks(21);
        try (Watcher watcher = new Watcher(display.port(), "")) {
            watcher.with("tracks");
            Output.TrackChanged last = fake.intruderAt(5);
            fake.emitted(FakePicture.BEGIN, List.of(new Output.TrackEnded(last.track(), "It landed.")))
                    .forEach(display::send);
            Json gone = watcher.with("gone");

            assertEquals(1.0, gone.numbers("gone")[0]);
            assertEquals(
                    Optional.of("It landed."),
                    wire.get("/api/v1/tracks/1").json().text("properties", "ended"));
        }
    }

    @Test
    void aTrackIsToldWithIdentityEvidenceAndHistory() throws Exception {
        saySeconds(0, 12);
        fake.warning(12, 1, Warning.Stage.ISSUED).forEach(display::send);
        awaitTracks(21);
        await(
                "/api/v1/tracks/1",
                told -> !told.items("properties", "intrusions").isEmpty());
        Json track = wire.get("/api/v1/tracks/1").json();

        assertEquals(Optional.of("Feature"), track.text("type"));
        assertEquals(2, track.numbers("geometry", "coordinates").length);
        assertEquals(Optional.of("DRONE"), track.text("properties", "kind"));
        assertEquals(2, track.items("properties", "kinds").size());
        assertEquals(1, track.items("properties", "sources").size());
        assertEquals(
                Optional.of("plant"),
                track.items("properties", "intrusions").getFirst().text("zone"));
        assertTrue(!track.items("properties", "history").isEmpty());
        assertEquals(404, wire.get("/api/v1/tracks/999").status());
        assertEquals(404, wire.get("/api/v1/tracks/x").status());
    }

    @Test
    void aClientThatReadsNothingIsDroppedAndDelaysNobody() throws Exception {
        try (var deaf = wire.deaf();
                Watcher watcher = new Watcher(display.port(), "")) {
            FakePicture crowd = new FakePicture(Domain.LIVE, 3_000);
            boolean dropped = false;
            for (int second = 0; second < 400 && !dropped; second++) {
                crowd.second(second).forEach(display::send);
                watcher.with("beat");
                dropped = wire.get("/metrics")
                        .body()
                        .contains("vedette_display_clients_dropped_total{reason=\"stalled\"} 1");
            }

            assertTrue(dropped);
            assertTrue(deaf.isConnected());
            assertTrue(wire.get("/metrics").body().contains("vedette_display_clients 1.0"));
        }
    }

    @Test
    void ordersNeedTheKey() throws Exception {
        assertEquals(401, wire.post("/api/v1/orders", ACKNOWLEDGE).status());
        assertEquals(
                401,
                wire.post("/api/v1/orders", ACKNOWLEDGE, "Authorization: Bearer wrong")
                        .status());
        assertTrue(placed.isEmpty());
        assertTrue(wire.get("/metrics").body().contains("requests_refused_total{reason=\"key\"} 2"));
    }

    @Test
    void ordersWithTheKeyReachTheDesk() throws Exception {
        assertEquals(202, wire.post("/api/v1/orders", ACKNOWLEDGE, BEARER).status());
        assertEquals(
                202,
                wire.post("/api/v1/orders", "{\"act\":\"identity\",\"track\":7,\"affiliation\":\"FRIEND\"}", BEARER)
                        .status());

        assertEquals(
                List.of(
                        new Order.Acknowledge(new WarningId("intrusion-1"), 1),
                        new Order.SetIdentity(new TrackId(7), Affiliation.FRIEND, Optional.empty())),
                placed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"act\":\"fire\"}",
                "{\"act\":\"note\",\"track\":0,\"text\":\"x\"}",
                "{\"act\":\"identity\",\"track\":1,\"affiliation\":\"EVIL\"}",
                "{\"act\":\"acknowledge\",\"warning\":\"../x\",\"revision\":1}",
                "{\"act\":\"inhibit\",\"track\":1,\"zone\":\"z\",\"forS\":90000}"
            })
    void whatIsNoOrderIsRefusedWithItsReason(String text) throws Exception {
        Wire.Answer answer = wire.post("/api/v1/orders", text, BEARER);

        assertEquals(400, answer.status());
        assertFalse(answer.json().text("error").orElse("").isEmpty());
        assertTrue(placed.isEmpty());
    }

    @Test
    void aLinkMakesAnOperatorOnce() throws Exception {
        String link = display.operatorLink();
        String enter = "{\"secret\":\"" + link.substring(link.indexOf('=') + 1) + "\",\"name\":\"Ilze\"}";

        Wire.Answer first = wire.post("/api/v1/session", enter);
        Wire.Answer second = wire.post("/api/v1/session", enter);
        String session = first.json().text("session").orElseThrow();
        wire.post("/api/v1/orders", ACKNOWLEDGE, "Authorization: Bearer " + session);

        assertEquals(200, first.status());
        assertEquals(401, second.status());
        assertEquals(List.of(new Operator("Ilze", Operator.Role.OPERATOR)), operators);
    }

    @Test
    void placesOfSensorsAreForOperatorsOnly() throws Exception {
        saySeconds(0, 1);
        awaitTracks(6);
        try (Watcher open = new Watcher(display.port(), "");
                Watcher operator = new Watcher(display.port(), KEY)) {
            List<Json> seen = open.with("sensors").items("sensors");
            List<Json> known = operator.with("sensors").items("sensors");

            assertTrue(seen.stream().noneMatch(sensor -> sensor.member("place").isPresent()));
            assertTrue(known.stream().allMatch(sensor -> sensor.member("place").isPresent()));
            assertFalse(wire.get("/api/v1/sensors").body().contains("place"));
            assertTrue(wire.get("/api/v1/sensors", BEARER).body().contains("place"));
        }
    }

    @Test
    void otherSitesAndForeignNamesAreRefused() throws Exception {
        int port = display.port();
        assertEquals(
                403, wire.get("/api/v1/tracks", "Origin: http://evil.example").status());
        assertEquals(
                403, wire.get("/api/v1/tracks", "Origin: http://127.0.0.1:1").status());
        assertEquals(403, wire.get("/api/v1/tracks", "Origin: null").status());
        assertEquals(403, wire.get("/", "Host: evil.example:" + port).status());
        assertEquals(
                403,
                wire.post("/api/v1/orders", ACKNOWLEDGE, BEARER, "Origin: http://evil.example")
                        .status());
        assertEquals(
                200,
                wire.get("/api/v1/tracks", "Origin: http://127.0.0.1:" + port).status());
        assertEquals(200, wire.get("/api/v1/tracks", "Host: localhost:" + port).status());
        assertTrue(placed.isEmpty());
    }

    @Test
    void aLivePictureIsNotForOtherSites() {
        assertThrows(
                CompletionException.class, () -> new Watcher(display.port(), KEY, "Origin", "http://evil.example"));
    }

    @Test
    void longBodiesAreCutOff() throws Exception {
        String note = "{\"act\":\"note\",\"track\":1,\"text\":\"" + "x".repeat(20_000) + "\"}";

        assertEquals(413, wire.post("/api/v1/orders", note, BEARER).status());
        assertEquals(
                415, wire.ask("POST", "/api/v1/orders", ACKNOWLEDGE, BEARER).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/%2e%2e/vedette/edge/serve/Api.class",
                "/js/../../vedette/app/Main.class",
                "/js/%2e%2e%2f%2e%2e%2fdata/x.json",
                "//etc/passwd",
                "/js",
                "/.hidden.txt",
                "/vendor/refresh.sh",
                "/main.js%00.html"
            })
    void pathsDoNotLeadOut(String path) throws Exception {
        int status = wire.get(path).status();

        assertTrue(status == 404 || status == 400, path + " gives " + status);
    }

    @Test
    void modulesAreServedAsModulesAndEverythingIsGuarded() throws Exception {
        Wire.Answer worker = wire.get("/vendor/maplibre-gl/maplibre-gl-worker.mjs");
        Wire.Answer page = wire.get("/");

        assertTrue(worker.head().contains("Content-Type: text/javascript"));
        assertTrue(page.head().contains("Content-Security-Policy: default-src 'none'"));
        assertTrue(page.head().contains("X-Content-Type-Options: nosniff"));
        assertTrue(page.head().contains("X-Frame-Options: DENY"));
        assertTrue(page.head().contains("frame-ancestors 'none'"));
        assertTrue(page.head().contains("Referrer-Policy: no-referrer"));
        assertTrue(page.head().contains("Permissions-Policy: camera=(), geolocation=(), microphone=()"));
        assertTrue(page.head().contains("Content-Type: text/html; charset=utf-8"));
        assertFalse(page.head().contains("Access-Control-Allow-Origin"));
        assertTrue(page.body().contains("<title>Vedette</title>"));
        String tag = page.head()
                .lines()
                .filter(l -> l.startsWith("ETag: "))
                .findFirst()
                .orElseThrow();
        assertEquals(304, wire.get("/", "If-None-Match: " + tag.substring(6)).status());
    }

    @Test
    void healthIsBadWithoutAHeartbeat() throws Exception {
        Wire.Answer before = wire.get("/health");
        saySeconds(0, 1);
        await("/health", told -> told.text("status").filter("UP"::equals).isPresent());
        Wire.Answer after = wire.get("/health");

        assertEquals(503, before.status());
        assertEquals(Optional.of("DOWN"), before.json().text("status"));
        assertEquals(200, after.status());
        assertEquals(Optional.of("LIVE"), after.json().text("domain"));
        assertEquals(Optional.of("OK"), after.json().text("sensors", "radar-north"));
    }

    @Test
    void zonesAreGeoJsonWithClosedRings() throws Exception {
        for (Json zone : wire.get("/api/v1/zones").json().items("features")) {
            List<Json> ring = zone.items("geometry", "coordinates")
                    .getFirst()
                    .items()
                    .getFirst()
                    .items();

            assertEquals(ring.getFirst(), ring.getLast());
            assertTrue(ring.size() >= 4);
        }
    }

    @Test
    void aTakenPortIsOneClearLine() {
        CannotServe fault =
                assertThrows(CannotServe.class, () -> open(settings().at("127.0.0.1", display.port())));

        assertTrue(fault.what().contains("127.0.0.1:" + display.port() + ": the port is in use"), fault.what());
        assertEquals("Maybe another Vedette runs here; give another port", fault.next());
    }

    @Test
    void withoutTlsItAnswersOnThisMachineOnly() {
        CannotServe fault =
                assertThrows(CannotServe.class, () -> open(settings().at("0.0.0.0", 0)));

        assertTrue(fault.getMessage().contains("display.tls.keystore"));
    }

    @Test
    void aReplayTakesNoOrders() throws Exception {
        DisplayServer replay = open(settings().replaying());
        try {
            Wire.Answer answer = new Wire(replay.port()).post("/api/v1/orders", ACKNOWLEDGE, BEARER);

            assertEquals(409, answer.status());
            assertTrue(placed.isEmpty());
        } finally {
            replay.close();
        }
    }

    @Test
    void oneMachineThatOnlyConnectsLeavesPlacesForOthersAndIsCounted() throws Exception {
        DisplayServer.Trial trial = new DisplayServer.Trial(
                Optional.empty(), TimeUnit.SECONDS.toNanos(1), Optional.of(new Guests(2, true)));
        DisplayServer bounded = new DisplayServer(settings(), this::place, NodeView.PLAIN, trial);
        bounded.start();
        try {
            try (Socket one = new Socket(InetAddress.getLoopbackAddress(), bounded.port());
                    Socket two = new Socket(InetAddress.getLoopbackAddress(), bounded.port());
                    Socket three = new Socket(InetAddress.getLoopbackAddress(), bounded.port())) {
                three.setSoTimeout(10_000);

                assertTrue(isEnded(three), "the third one is closed at once");
                assertTrue(one.isConnected() && two.isConnected());
            }
            Wire.Answer metrics = answered(new Wire(bounded.port()));
            assertTrue(metrics.body().contains("connections_refused_total{reason=\"address\"}"), metrics.body());
        } finally {
            bounded.close();
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    // Once the server has seen that the two are gone.
    private static Wire.Answer answered(Wire wire) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try {
                return wire.get("/metrics");
            } catch (IOException refused) {
                Thread.sleep(20);
            }
        }
        throw new AssertionError("nobody gets in any more");
    }
}
