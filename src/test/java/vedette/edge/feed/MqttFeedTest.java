package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Mosquitto;
import vedette.edge.TlsKeys;
import vedette.edge.send.TestKeys;
import vedette.format.lines.SensedDecoder;
import vedette.format.mqtt.ToBroker;
import vedette.model.LeapSeconds;

/// Sensors over a broker: proven against Mosquitto where it is installed (Debian's package `mosquitto`); skipped, and
/// saying so, elsewhere.
class MqttFeedTest {
    private static final String HEARD = """
            {"sensor": "%s", "kind": "acoustic", "time": "2026-01-01T00:00:00Z", "latitude": 50, "longitude": 30,\
             "confidence": 0.9}""";

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private Optional<Mosquitto> broker = Optional.empty();

    private void start(int port) throws Exception {
        broker = Optional.of(Mosquitto.open(folder, port));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (broker.isPresent()) {
            broker.get().close();
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(holds.getAsBoolean());
    }

    private static MqttFeed feed(int port) {
        return feed(port, Optional.empty(), Optional.empty());
    }

    private static MqttFeed feed(int port, Optional<MqttBroker.Login> login, Optional<SSLContext> secure) {
        Source source =
                Source.of("nodes", () -> new SensedDecoder(LeapSeconds.standard(), SensedDecoder.Carrier.DATAGRAM));
        return new MqttFeed(
                source, new MqttBroker("127.0.0.1", port, "vedette-nodes", List.of("nodes/+/heard"), login, secure));
    }

    /// A node that tells the broker something and waits until the broker has it.
    private static void tell(int port, String topic, String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            tell(socket, Optional.empty(), topic, words);
        }
    }

    private static void tell(Socket socket, Optional<ToBroker.Login> login, String topic, String words)
            throws IOException {
        try (socket) {
            socket.setSoTimeout(5_000);
            ToBroker.Hello hello = new ToBroker.Hello("node", 30, true, Optional.empty(), login);
            socket.getOutputStream().write(ToBroker.connect(hello));
            socket.getInputStream().readNBytes(4);
            socket.getOutputStream().write(ToBroker.publish(topic, 1, words.getBytes(StandardCharsets.UTF_8), false));
            assertEquals(4, socket.getInputStream().readNBytes(4).length);
            socket.getOutputStream().write(ToBroker.disconnect());
        }
    }

    @Test
    void whatNodesTellTheBrokerIsHeardAndWhatIsNoLineIsRefused() throws Exception {
        int port = Mosquitto.freePort();
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
        int port = Mosquitto.freePort();
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
        int port = Mosquitto.freePort();
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

    @Test
    void aBrokerUnderTlsIsHeardByWhoHasThePasswordAndTrustsIt() throws Exception {
        int port = Mosquitto.freePort();
        TestKeys keys = guarded(port);
        SSLContext secure = context(keys, keys);
        try (MqttFeed feed = feed(port, login("pa55"), Optional.of(secure))) {
            feed.start(heard);
            until(() -> feed.counts().connected());
            Socket node = secure.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
            tell(node, Optional.of(new ToBroker.Login("vedette", "pa55")), "nodes/a1/heard", HEARD.formatted("a1"));
            until(() -> feed.counts().messages() == 1);
        }
    }

    @Test
    void aWrongPasswordIsRefusedByTheBrokerAndToldWithoutIt() throws Exception {
        int port = Mosquitto.freePort();
        TestKeys keys = guarded(port);
        try (MqttFeed feed = feed(port, login("guessed"), Optional.of(context(keys, keys)))) {
            feed.start(heard);
            until(() -> feed.counts().words().contains("refuses us, code 5"));
            assertFalse(feed.counts().words().contains("guessed"));
            assertFalse(feed.counts().connected());
        }
    }

    @Test
    void aBrokerWhoseCertificateIsNotTrustedOrIsOfAnotherNameIsToldNoPassword() throws Exception {
        int port = Mosquitto.freePort();
        TestKeys keys = guarded(port);
        TestKeys elsewhere = TestKeys.made(folder, "elsewhere", "dns:elsewhere.example");
        try (MqttFeed feed = feed(port, login("pa55"), Optional.of(context(keys, elsewhere)))) {
            feed.start(heard);
            until(() -> feed.counts().words().contains("cannot be heard"));
            assertFalse(feed.counts().connected());
        }
        stop();
        guarded(port, elsewhere);
        try (MqttFeed feed = feed(port, login("pa55"), Optional.of(context(keys, elsewhere)))) {
            feed.start(heard);
            until(() -> feed.counts().words().contains("cannot be heard"));
            assertFalse(feed.counts().connected());
        }
    }

    private Optional<MqttBroker.Login> login(String password) throws IOException {
        Path file = Files.writeString(folder.resolve("login-" + password), password + "\n");
        return Optional.of(new MqttBroker.Login("vedette", file));
    }

    private static SSLContext context(TestKeys own, TestKeys trusted) {
        return new TlsKeys(own.keystore(), trusted.truststore(), own.passwordFile()).context("nodes");
    }

    private TestKeys guarded(int port) throws Exception {
        TestKeys keys = TestKeys.made(folder, "here", "ip:127.0.0.1");
        guarded(port, keys);
        return keys;
    }

    private void guarded(int port, TestKeys keys) throws Exception {
        broker = Optional.of(Mosquitto.guarded(folder, port, keys));
    }
}
