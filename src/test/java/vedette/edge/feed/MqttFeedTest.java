package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.lines.SensedDecoder;
import vedette.format.mqtt.ToBroker;
import vedette.model.LeapSeconds;

/// Sensors over a broker: proven against Mosquitto where it is installed (Debian's package `mosquitto`); skipped, and
/// saying so, elsewhere.
class MqttFeedTest {
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");
    private static final String HEARD = """
            {"sensor": "%s", "kind": "acoustic", "time": "2026-01-01T00:00:00Z", "latitude": 50, "longitude": 30,\
             "confidence": 0.9}""";

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private Optional<Process> broker = Optional.empty();

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void start(int port) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(MOSQUITTO), "Mosquitto is not installed");
        Path settings = Files.writeString(
                folder.resolve("mosquitto.conf"), "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
        broker = Optional.of(new ProcessBuilder(MOSQUITTO.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start());
        until(() -> answers(port));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (broker.isPresent()) {
            broker.get().destroy();
            broker.get().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(holds.getAsBoolean());
    }

    private static MqttFeed feed(int port) {
        Source source =
                Source.of("nodes", () -> new SensedDecoder(LeapSeconds.standard(), SensedDecoder.Carrier.DATAGRAM));
        return new MqttFeed(
                source,
                new MqttBroker(
                        "127.0.0.1",
                        port,
                        "vedette-nodes",
                        List.of("nodes/+/heard"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// A node that tells the broker something and waits until the broker has it.
    private static void tell(int port, String topic, String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            ToBroker.Hello hello = new ToBroker.Hello("node", 30, true, Optional.empty(), Optional.empty());
            socket.getOutputStream().write(ToBroker.connect(hello));
            socket.getInputStream().readNBytes(4);
            socket.getOutputStream().write(ToBroker.publish(topic, 1, words.getBytes(StandardCharsets.UTF_8), false));
            assertEquals(4, socket.getInputStream().readNBytes(4).length);
            socket.getOutputStream().write(ToBroker.disconnect());
        }
    }

    @Test
    void whatNodesTellTheBrokerIsHeardAndWhatIsNoLineIsRefused() throws Exception {
        int port = freePort();
        start(port);
        try (MqttFeed feed = feed(port)) {
            feed.start(heard);
            until(() -> feed.counts().connected());
            tell(port, "nodes/a1/heard", HEARD.formatted("a1"));
            tell(port, "nodes/a2/heard", HEARD.formatted("a2") + "\n" + HEARD.formatted("a3"));
            tell(port, "nodes/a1/elsewhere", HEARD.formatted("nobody"));
            tell(port, "nodes/a4/heard", "no line");
            until(() -> feed.counts().messages() == 3 && feed.counts().rejected() == 1);
        }
        assertEquals(3, heard.reports().size());
    }

    @Test
    void whatIsToldWhileWeAreAwayIsKeptForUs() throws Exception {
        int port = freePort();
        start(port);
        try (MqttFeed before = feed(port)) {
            before.start(heard);
            until(() -> before.counts().connected());
        }
        tell(port, "nodes/a1/heard", HEARD.formatted("a1"));
        try (MqttFeed after = feed(port)) {
            after.start(heard);
            until(() -> after.counts().messages() == 1);
        }
    }

    @Test
    void aBrokerThatIsRestartedIsHeardAgain() throws Exception {
        int port = freePort();
        start(port);
        try (MqttFeed feed = feed(port)) {
            feed.start(heard);
            until(() -> feed.counts().connected());
            stop();
            until(() -> !feed.counts().connected());
            start(port);
            until(() -> feed.counts().connected());
            tell(port, "nodes/a1/heard", HEARD.formatted("a1"));
            until(() -> feed.counts().messages() == 1);
        }
    }
}
