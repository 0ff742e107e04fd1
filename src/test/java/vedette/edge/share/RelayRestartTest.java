package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.ClassPath;
import vedette.format.share.Items;
import vedette.format.share.Octets;

/// Three nodes in a chain; the one in the middle is a process that is killed (SIGKILL) before the last one is there.
class RelayRestartTest {
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private ShareNode a;
    private ShareNode c;
    private int port;
    private Optional<Process> relay = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        System.setProperty("vedette.pki", folder.toString());
        c = new ShareNode(folder, "C").calledBy("B");
        c.port = free();
        ShareNode b = new ShareNode(folder, "B");
        b.port = free();
        a = new ShareNode(folder, "A").calling(b);
        a.start();
        port = b.port;
        relay = Optional.of(start());
    }

    @AfterEach
    void end() {
        a.close();
        c.close();
        relay.ifPresent(Process::destroyForcibly);
        System.clearProperty("vedette.pki");
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dvedette.pki=" + folder,
                        "-cp",
                        ClassPath.text(),
                        ShareProcess.class.getName(),
                        "relay",
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(c.port)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("relay.out").toFile())
                .start();
    }

    @Test
    void whatWasTakenBeforeTheRelayDiedComesUnderItsMakersSharedSignatures() throws IOException, InterruptedException {
        // One at a time, so that each came to the relay under a signature of its own.
        for (int i = 0; i < MANY; i++) {
            a.offer(Items.missile("A", "W-" + i, 1));
            int sent = i;
            ShareNode.until(() -> a.link("B").acknowledged() > sent);
        }
        assertEquals(MANY, a.link("B").acknowledged());

        relay.orElseThrow().destroyForcibly().waitFor();
        relay = Optional.of(start());
        c.start();
        ShareNode.until(() -> c.heard.size() >= MANY);

        assertEquals(MANY, new HashSet<>(c.heard).size());
        assertEquals("W-0/1 A>B", c.heard.getFirst());
        // 300 items: two covers, and the last 44 under their own signatures.
        assertTrue(signaturesAtC().size() <= 2 + 44, signaturesAtC().size() + " signatures");
    }

    private Set<Octets> signaturesAtC() throws IOException {
        c.close();
        Set<Octets> signatures = new HashSet<>();
        try (Inbox inbox = new Inbox(c.settings(), new Signal())) {
            long next = inbox.first();
            for (List<Inbox.Entry> some = inbox.read(next); !some.isEmpty(); some = inbox.read(next)) {
                some.forEach(entry -> entry.arrival().item().ifPresent(item -> signatures.add(item.signature())));
                next = some.getLast().record() + 1;
            }
        }
        return signatures;
    }
}
