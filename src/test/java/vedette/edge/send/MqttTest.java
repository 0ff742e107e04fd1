package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.QUICK;
import static vedette.edge.send.Bulletins.exercise;
import static vedette.edge.send.Bulletins.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Mosquitto;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning.Stage;

/// Proven against Mosquitto where it is installed (Debian's package `mosquitto`); skipped elsewhere.
class MqttTest {
    @TempDir
    private Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
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

    private Delivery<Cleared.Exercise> channel(int port) {
        Server server = new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                Server.Security.NONE,
                Optional.empty(),
                Optional.empty());
        return new Delivery<>(
                "broker", new Mqtt(server, "vedette-1", "vedette", Domain.EXERCISE), heard.ties(folder), QUICK);
    }

    /// What the broker has kept for one who comes later, and says at once: a subscription over a plain socket.
    private static String kept(int port, String topic) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            byte[] name = topic.getBytes(StandardCharsets.UTF_8);
            var out = socket.getOutputStream();
            out.write(new byte[] {0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 2, 't', '1'});
            out.write(new byte[] {(byte) 0x82, (byte) (name.length + 5), 0, 1, 0, (byte) name.length});
            out.write(name);
            out.write(0);
            var in = socket.getInputStream();
            in.readNBytes(4 + 5);
            int type = in.read();
            assertEquals(0x31, type);
            int low = in.read();
            int length = low < 0x80 ? low : (low & 0x7F) + (in.read() << 7);
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theBrokerKeepsTheNewestOfAWarning() throws Exception {
        int port = Mosquitto.freePort();
        start(port);
        try (var channel = channel(port)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 1);
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            until(() -> heard.receipts.size() == 2);
            String message = kept(port, "vedette/exercise/warnings/W1");
            assertTrue(message.contains("\"ALL_CLEAR\"") && message.contains("EXERCISE: "), message);
            assertTrue(kept(port, "vedette/exercise/status").endsWith("online"));
        }
        assertEquals(List.of("W1 1 broker", "W1 2 broker"), heard.receipts);
        assertTrue(kept(port, "vedette/exercise/status").endsWith("offline"));
    }

    @Test
    void aBrokerThatWasDownHasTheAllClearWhenItIsBack() throws Exception {
        int port = Mosquitto.freePort();
        start(port);
        try (var channel = channel(port)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 1);
            stop();
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            until(() -> channel.state().fault().isPresent());
            start(port);
            until(() -> heard.receipts.size() == 2);
            assertTrue(kept(port, "vedette/exercise/warnings/W1").contains("\"ALL_CLEAR\""));
        }
        assertEquals(2, heard.troubles.size(), heard.troubles::toString);
    }

    @Test
    void theLineIsHeldOpenWhileThereIsNothingToSay() throws Exception {
        int port = Mosquitto.freePort();
        start(port);
        try (Mqtt line = new Mqtt(
                new Server(
                        InetSocketAddress.createUnresolved("127.0.0.1", port),
                        Server.Security.NONE,
                        Optional.empty(),
                        Optional.empty()),
                "vedette-2",
                "vedette",
                Domain.TEST)) {
            line.rest();
            line.rest();
            assertTrue(kept(port, "vedette/test/status").endsWith("online"));
        }
    }
}
