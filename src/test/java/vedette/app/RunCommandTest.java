package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aStoppedNodeGoesOnWhereItsJournalEnds() throws Exception {
        Path settings = settings(freePort());

        assertEquals(0, run("run", "--config", settings.toString(), "--exit-after", "2"), err.toString());
        assertEquals(0, run("run", "--config", settings.toString(), "--exit-after", "1"), err.toString());
        assertEquals(0, run("replay", folder.resolve("vedette-data/journal").toString()), err.toString());

        assertEquals(0, run("journal", "info", folder.resolve("vedette-data").toString()), err.toString());
        assertTrue(out.toString().contains("digests in the journal: "), out.toString());
        assertTrue(out.toString().contains(" 0 differ"), out.toString());
    }

    @Test
    void anOccupiedPortIsOneLineWithTheRemedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path settings = settings(taken.getLocalPort());

            assertEquals(1, run("run", "--config", settings.toString(), "--exit-after", "1"));
            assertTrue(err.toString().contains(Integer.toString(taken.getLocalPort())), err.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
    }

    @Test
    void missingSettingsAreOneLineWithTheRemedy() {
        assertEquals(1, run("run", "--config", folder.resolve("none.yaml").toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private Path settings(int port) throws Exception {
        return Files.writeString(folder.resolve("vedette.yaml"), "domain: test\ndisplay: {port: " + port + "}\n");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
