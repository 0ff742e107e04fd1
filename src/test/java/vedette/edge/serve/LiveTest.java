package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Warning;

/// Many who watch: warnings overtake, and a line that takes nothing delays nobody.
class LiveTest {
    private static final String KEY = "a-generated-operator-key";

    private final List<DisplayServer> open = new ArrayList<>();

    private DisplayServer serve(Reach.Limits limits, long stalledS) {
        DisplayServer display = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, KEY)
                        .at("127.0.0.1", 0)
                        .reaching(Reach.here().within(limits)),
                (operator, order) -> true,
                NodeView.PLAIN,
                new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(stalledS)));
        display.start();
        open.add(display);
        return display;
    }

    @AfterEach
    void close() {
        open.forEach(DisplayServer::close);
    }

    private static String metrics(DisplayServer display) throws IOException {
        return new Wire(display.port()).get("/metrics").body();
    }

    private static void awaitMetric(DisplayServer display, String line) throws IOException, InterruptedException {
        for (int i = 0; i < 400 && !metrics(display).contains(line); i++) {
            Thread.sleep(50);
        }
        assertTrue(metrics(display).contains(line), line);
    }

    @Test
    void aWarningOvertakesThePictureThatIsStillBeingSent() throws Exception {
        DisplayServer display = serve(Reach.Limits.USUAL, 60);
        FakePicture fake = new FakePicture(Domain.LIVE, 8_000);
        for (int second = 0; second < 4; second++) {
            fake.second(second).forEach(display::send);
        }
        awaitMetric(display, "vedette_display_tracks 8001");
        try (Socket slow = new Wire(display.port()).deaf()) {
            Thread.sleep(500);
            fake.warning(5, 1, Warning.Stage.ISSUED).forEach(display::send);
            Thread.sleep(300);
            List<String> order = told(slow);

            assertEquals(List.of("warning", "complete"), order);
        }
    }

    // In which order these two come.
    private static List<String> told(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        List<String> order = new ArrayList<>();
        while (order.size() < 2) {
            in.readUnsignedByte();
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (text.contains("\"warnings\":[")) {
                order.add("warning");
            }
            if (text.contains("\"complete\":true")) {
                order.add("complete");
            }
        }
        return order;
    }

    @Test
    void aHundredLinesThatTakeNothingDelayNobodyAndAreDropped() throws Exception {
        DisplayServer display = serve(Reach.Limits.USUAL, 4);
        FakePicture fake = new FakePicture(Domain.LIVE, 8_000);
        for (int second = 0; second < 4; second++) {
            fake.second(second).forEach(display::send);
        }
        awaitMetric(display, "vedette_display_tracks 8001");
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            deaf.add(new Wire(display.port()).deaf());
        }
        try (Watcher watcher = new Watcher(display.port(), "")) {
            watcher.next(message -> message.member("complete").equals(Optional.of(new Json.Truth(true))));
            fake.warning(5, 1, Warning.Stage.ISSUED).forEach(display::send);

            assertEquals(1, watcher.with("warnings").items("warnings").size());
            awaitMetric(display, "clients_dropped_total{reason=\"stalled\"} 100");
            awaitMetric(display, "vedette_display_clients 1.0");
        }
        for (Socket each : deaf) {
            each.close();
        }
    }

    @Test
    void moreThanMayBeAreRefused() throws Exception {
        DisplayServer display = serve(new Reach.Limits(2, 2, 50), 5);
        try (Socket one = new Wire(display.port()).deaf();
                Socket two = new Wire(display.port()).deaf()) {
            awaitMetric(display, "vedette_display_clients 2.0");
            try (Socket three = new Wire(display.port()).deaf()) {
                awaitMetric(display, "vedette_display_clients_refused_total 1");
                assertTrue(one.isConnected() && two.isConnected() && three.isConnected());
            }
        }
    }

    @Test
    void oneOtherMachineDoesNotTakeAllPlaces() {
        Counters counters = new Counters();
        Live live = new Live(
                new ShownPicture(new Utc(vedette.model.LeapSeconds.standard())),
                () -> Item.of("n", Item.Section.NODE, "{}"),
                counters,
                new Live.Limits(10, 2, 1));
        Doorkeeper door = new Doorkeeper(House.of(DisplaySettings.of(Domain.LIVE, KEY), counters, System::nanoTime));
        List<LiveClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new LiveClient(live, door, counters, NOWHERE));
        }

        assertTrue(live.connected(clients.get(0), "192.0.2.1"));
        assertTrue(live.connected(clients.get(1), "192.0.2.1"));
        assertFalse(live.connected(clients.get(2), "192.0.2.1"));
        assertTrue(live.connected(clients.get(3), "192.0.2.2"));
        live.left(clients.get(0));
        assertTrue(live.connected(clients.get(2), "192.0.2.1"));
        assertEquals(1, counters.of("clients_refused_total"));
    }

    @Test
    void whoSaysNothingAtAllIsCutOffInTheEnd() {
        Counters counters = new Counters();
        Live live = new Live(
                new ShownPicture(new Utc(vedette.model.LeapSeconds.standard())),
                () -> Item.of("n", Item.Section.NODE, "{}"),
                counters,
                new Live.Limits(10, 2, 1));
        LiveClient silent = new LiveClient(
                live,
                new Doorkeeper(House.of(DisplaySettings.of(Domain.LIVE, KEY), counters, System::nanoTime)),
                counters,
                NOWHERE);

        assertEquals(0, silent.stalledNs(System.nanoTime()));
        assertTrue(silent.stalledNs(System.nanoTime() + TimeUnit.SECONDS.toNanos(11)) > TimeUnit.HOURS.toNanos(1));
    }

    private static final LiveClient.Line NOWHERE = new LiveClient.Line() {
        @Override
        public void send(WsFrame frame) {}

        @Override
        public void close() {}

        @Override
        public void refuse() {}
    };
}
