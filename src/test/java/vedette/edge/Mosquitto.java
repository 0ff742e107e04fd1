package vedette.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import vedette.edge.send.TestKeys;

/// A real broker on loopback (Debian's package `mosquitto`). Where it is not installed the test is skipped, and says
/// so.
public final class Mosquitto implements AutoCloseable {
    /// Who may come to a guarded one.
    public static final String USER = "vedette";

    /// Their password.
    public static final String PASSWORD = "pa55";

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final int TRIES = 1_500;

    /// Where it listens.
    public final int port;

    private final Process process;

    private Mosquitto(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /// A port that nobody listens at just now.
    public static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /// One that everybody may come to.
    ///
    /// @param folder for its settings and log
    public static Mosquitto open(Path folder, int port) throws Exception {
        return started(folder, port, "allow_anonymous true\n");
    }

    /// One under TLS, for who has the password.
    public static Mosquitto guarded(Path folder, int port, TestKeys keys) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Mosquitto is not installed");
        Path passwords = folder.resolve("passwords");
        new ProcessBuilder("mosquitto_passwd", "-b", "-c", passwords.toString(), USER, PASSWORD)
                .start()
                .waitFor();
        return started(folder, port, """
                certfile %s
                keyfile %s
                allow_anonymous false
                password_file %s
                """.formatted(keys.certificatePem(), keys.keyPem(), passwords));
    }

    private static Mosquitto started(Path folder, int port, String more) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Mosquitto is not installed");
        Path settings = Files.writeString(
                folder.resolve("mosquitto.conf"), "listener " + port + " 127.0.0.1\n" + more + "user root\n");
        Mosquitto broker = new Mosquitto(
                port,
                new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start());
        for (int i = 0; i < TRIES; i++) {
            if (broker.answers()) {
                return broker;
            }
            Thread.sleep(20);
        }
        broker.close();
        throw new IOException("Mosquitto does not answer: " + Files.readString(folder.resolve("mosquitto.log")));
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Stops it.
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    }
}
