package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.edge.DeliveryState;
import vedette.edge.Guests;
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

            DeliveryState state = client.state();
            assertEquals(1, state.audience().orElseThrow().connected());
            Bulletins.until(() -> server.clients() == 1);
            assertEquals("EXERCISE.W-1.1", state.last().orElseThrow().parcel());
            assertTrue(state.fault().isEmpty());
            assertEquals(1, server.state().audience().orElseThrow().connected());
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
            DeliveryState.Audience audience = server.state().audience().orElseThrow();
            assertTrue(audience.dropped() >= 1 && audience.connected() == 0, audience::toString);
            assertTrue(audience.last().orElseThrow().who().contains("127.0.0.1"), audience::toString);
            assertTrue(client.name().equals("client") && receipts.isEmpty());
        }
    }

    @Test
    void whoShowsNoCertificateHoldsNoMorePlacesThanItsShare() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (TakServer<Cleared.Exercise> server = new TakServer<Cleared.Exercise>(
                                new InetSocketAddress(HERE, 0),
                                Optional.of(Pki.context("takserver", List.of("us"))),
                                told("server"),
                                (_, _, _) -> {},
                                told::add)
                        .admitting(new Guests(1, true));
                Socket mute = new Socket(HERE, server.port())) {
            for (int i = 0; i < 2; i++) {
                try (Socket next = new Socket(HERE, server.port())) {
                    next.setSoTimeout(10_000);
                    assertEquals(-1, next.getInputStream().read(), "it is closed at once");
                }
            }
            assertTrue(mute.isConnected());
            assertEquals(2, server.refused());
            assertEquals(
                    1,
                    told.stream()
                            .filter(each -> each.contains("turns connections of"))
                            .count());
        }
    }
}
