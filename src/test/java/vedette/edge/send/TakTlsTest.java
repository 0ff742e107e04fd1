package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.edge.share.Pki;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotVoice;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning;

/// Our client and our server with certificates on both sides.
@Timeout(30)
class TakTlsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final LinkedBlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> troubles = new LinkedBlockingQueue<>();

    private static TakServer.Told told(String name) {
        return new TakServer.Told(name, new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of());
    }

    private TakServer<Cleared.Exercise> server(SSLContext keys) throws IOException {
        return new TakServer<>(
                new InetSocketAddress(HERE, 0), Optional.of(keys), told("server"), (w, i, who) -> {}, troubles::add);
    }

    private TakClient<Cleared.Exercise> client(int port, SSLContext keys, String serverName) {
        return new TakClient<>(
                new InetSocketAddress(HERE, port),
                Optional.of(new TakClient.Secured(keys, serverName)),
                told("client"),
                (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                troubles::add);
    }

    @Test
    void aWarningGoesOverTlsToAServerThatKnowsUs() throws Exception {
        try (TakServer<Cleared.Exercise> server = server(Pki.context("takserver", List.of("us")));
                TakClient<Cleared.Exercise> client =
                        client(server.port(), Pki.context("us", List.of("takserver")), "takserver")) {
            client.publish(new Cleared.Exercise(CotSamples.bulletin(Domain.EXERCISE, "W-1", 1, Warning.Stage.ISSUED)));
            assertEquals("W-1 1 client", receipts.take());
        }
    }

    @Test
    void aServerWithAnotherNameIsToldNothing() throws Exception {
        try (TakServer<Cleared.Exercise> server = server(Pki.context("takserver", List.of("us")));
                TakClient<Cleared.Exercise> client =
                        client(server.port(), Pki.context("us", List.of("takserver")), "headquarters")) {
            client.publish(new Cleared.Exercise(CotSamples.bulletin(Domain.EXERCISE, "W-1", 1, Warning.Stage.ISSUED)));
            String trouble = troubles.take();
            while (!trouble.startsWith("Channel 'client'")) {
                trouble = troubles.take();
            }
            assertTrue(trouble.contains("headquarters"), trouble);
            assertTrue(receipts.isEmpty());
        }
    }

    @Test
    void aClientWhoseCertificateNobodyTrustsHearsNothing() throws Exception {
        try (TakServer<Cleared.Exercise> server = server(Pki.context("takserver", List.of("us")));
                TakClient<Cleared.Exercise> client =
                        client(server.port(), Pki.context("stranger", List.of("takserver")), "takserver")) {
            String trouble = troubles.take();
            while (!trouble.startsWith("Channel 'server'")) {
                trouble = troubles.take();
            }
            assertTrue(trouble.contains("lets go of"), trouble);
            assertEquals(0, server.clients());
            assertTrue(client.name().equals("client") && receipts.isEmpty());
        }
    }
}
