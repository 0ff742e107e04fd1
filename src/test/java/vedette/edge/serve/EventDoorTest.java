package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Warning;

/// The live picture as server-sent events.
@Timeout(60)
class EventDoorTest {
    private static final String KEY = "a-generated-operator-key";

    private final FakePicture fake = new FakePicture(Domain.EXERCISE, 5);
    private final DisplayServer display = new DisplayServer(
            DisplaySettings.of(Domain.EXERCISE, KEY).at("127.0.0.1", 0),
            (_, _) -> true,
            NodeView.PLAIN,
            new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(1)));

    @BeforeEach
    void open() {
        display.start();
        fake.second(0).forEach(display::send);
    }

    @AfterEach
    void close() {
        display.close();
    }

    @Test
    void whoComesIsGreetedAndToldTheWholePictureThenTheNews() throws Exception {
        try (EventReader reader = new EventReader(display.address())) {
            assertEquals(Optional.of("text/event-stream"), reader.type());
            Json hello = reader.next();
            assertEquals(Optional.of("hello"), hello.text("type"));
            assertEquals(Optional.of(new Json.Truth(false)), hello.member("mayOrder"));
            assertTrue(!reader.with("tracks").items("tracks").isEmpty());

            fake.warning(1, 1, Warning.Stage.ISSUED).forEach(display::send);

            assertEquals(1, reader.with("warnings").items("warnings").size());
        }
    }

    @Test
    void aProgramSaysWhoItIsWithItsKey() throws Exception {
        try (EventReader reader = new EventReader(display.address(), "Authorization", "Bearer " + KEY)) {
            assertEquals(Optional.of(new Json.Truth(true)), reader.next().member("mayOrder"));
        }
    }

    @Test
    void itEndsInGoodOrderWhenTheDisplayCloses() throws Exception {
        try (EventReader reader = new EventReader(display.address())) {
            reader.with("tracks");

            Thread.ofVirtual().start(display::close);

            assertTrue(reader.ends());
        }
    }

    @Test
    void aReaderThatTakesNothingIsDroppedWithItsReason() throws Exception {
        try (Socket stalled = new Socket()) {
            stalled.setReceiveBufferSize(4096);
            stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), display.port()));
            stalled.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:" + display.port() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            String stalledCount = "vedette_display_clients_dropped_total{reason=\"stalled\"} 1";
            for (int second = 1; !metrics().contains(stalledCount); second++) {
                fill(second);
            }

            assertTrue(metrics().contains("vedette_display_clients 0"), this::metrics);
        }
    }

    // More than the buffers of both ends hold.
    private void fill(int second) throws InterruptedException {
        FakePicture many = new FakePicture(Domain.EXERCISE, 2_000);
        many.second(second).forEach(display::send);
        Thread.sleep(220);
    }

    private String metrics() {
        try {
            return new Wire(display.port()).get("/metrics").body();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
