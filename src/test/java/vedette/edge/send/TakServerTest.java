package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.edge.Emission;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotTalk;
import vedette.format.cot.CotVoice;
import vedette.model.Altitude;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.Warning;

@Timeout(30)
class TakServerTest {
    private final LinkedBlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> troubles = new LinkedBlockingQueue<>();
    private TakServer<Cleared.Exercise> server;

    @BeforeEach
    void open() throws IOException {
        CotObjects objects = new CotObjects(CotVoice.of("node", Domain.EXERCISE));
        server = new TakServer<>(
                new InetSocketAddress("127.0.0.1", 0),
                Optional.empty(),
                new TakServer.Told("tak", objects, List.of()),
                (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                troubles::add);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// A client that reads event after event, whatever their form.
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private byte[] bytes = new byte[0];

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
        }

        void say(byte[] words) throws IOException {
            socket.getOutputStream().write(words);
        }

        CotEvent next() throws IOException {
            while (true) {
                if (CotFrames.at(bytes, 0, bytes.length) instanceof CotFrames.Frame frame) {
                    Cot.Message message = (Cot.Message) frame.read(bytes);
                    form = frame.form();
                    bytes = Arrays.copyOfRange(bytes, frame.to(), bytes.length);
                    return message.event().orElseThrow();
                }
                byte[] more = new byte[4096];
                int count = socket.getInputStream().read(more);
                if (count < 0) {
                    throw new IOException("closed");
                }
                int had = bytes.length;
                bytes = Arrays.copyOf(bytes, had + count);
                System.arraycopy(more, 0, bytes, had, count);
            }
        }

        private CotFrames.Form form = CotFrames.Form.XML;

        CotEvent next(String type) throws IOException {
            CotEvent event = next();
            while (!event.type().equals(type)) {
                event = next();
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Cleared.Exercise bulletin(int issue, Warning.Stage stage) {
        return new Cleared.Exercise(CotSamples.bulletin(Domain.EXERCISE, "W-1", issue, stage));
    }

    private void track(long number) {
        Output news =
                new Output.TrackChanged(CotSamples.drone(number, new Altitude.Ellipsoidal(150, 5), Releasability.OPEN));
        server.send(new Emission(CotSamples.NOW, number, 0, news));
    }

    @Test
    void aClientIsToldOfTracksAndWarnings() throws Exception {
        try (Client client = new Client(server.port())) {
            assertEquals("t-x-takp-v", client.next().type());
            track(1);
            assertEquals("a-s-A-M-F-Q", client.next().type());
            server.publish(bulletin(1, Warning.Stage.ISSUED));
            assertEquals("b-a-g", client.next("b-a-g").type());
            assertEquals("W-1 1 tak", receipts.take());
            assertTrue(receipts.take().startsWith("W-1 1 tak/"));
        }
    }

    @Test
    void versionOneIsAgreedUponAndSpoken() throws Exception {
        try (Client client = new Client(server.port())) {
            CotEvent offer = client.next();
            client.say(CotTalk.request(offer.uid(), 0).xml());
            CotEvent answer = client.next("t-x-takp-r");
            assertEquals(CotFrames.Form.XML, client.form);
            assertEquals(CotTalk.Said.AGREES, CotTalk.said(answer));
            client.say(CotTalk.ping("p", 0).stream());
            assertEquals("t-x-c-t-r", client.next().type());
            assertEquals(CotFrames.Form.STREAM, client.form);
        }
    }

    @Test
    void whoComesLateIsToldWhatHolds() throws Exception {
        server.publish(bulletin(1, Warning.Stage.ISSUED));
        server.publish(bulletin(2, Warning.Stage.UPDATED));
        server.publish(bulletin(2, Warning.Stage.UPDATED));
        track(1);
        try (Client early = new Client(server.port())) {
            early.next("a-s-A-M-F-Q");
        }
        try (Client client = new Client(server.port())) {
            CotEvent warning = client.next("b-a-g");
            assertTrue(warning.detail().first("remarks").orElseThrow().text().contains("UPDATED"));
            assertEquals("u-d-f", client.next().type());
            assertEquals("a-s-A-M-F-Q", client.next().type());
        }
    }

    @Test
    void anEndReachesWhoHadTheBegin() throws Exception {
        try (Client client = new Client(server.port())) {
            server.publish(bulletin(1, Warning.Stage.ISSUED));
            CotEvent begin = client.next("b-a-g");
            server.publish(bulletin(2, Warning.Stage.CANCELLED));
            assertEquals(begin.uid(), client.next("b-a-o-can").uid());
        }
    }

    /// Clients that read nothing, and tracks until their buffers are full.
    private void fill(Client stalled) throws IOException, InterruptedException {
        stalled.say(new byte[0]);
        for (int second = 0; second < 3; second++) {
            for (long number = 1; number <= 2_000; number++) {
                track(number);
            }
            Thread.sleep(1_100);
        }
    }

    @Test
    @Tag("long")
    void aClientThatTakesNothingDelaysNobodyAndIsLetGoWithTheReason() throws Exception {
        try (Client stalled = new Client(server.port());
                Client client = new Client(server.port())) {
            client.next();
            Thread reader = Thread.ofVirtual().start(() -> drain(client));
            fill(stalled);
            server.publish(bulletin(1, Warning.Stage.ISSUED));
            assertEquals("W-1 1 tak", receipts.take());
            assertTrue(troubles.take().contains("it took nothing for 10 s"));
            assertEquals(1, server.dropped());
            assertTrue(reader.isAlive());
        }
    }

    private void drain(Client client) {
        try {
            client.next("b-a-g");
            while (true) {
                client.next();
            }
        } catch (IOException over) {
            troubles.add("the reader ends");
        }
    }

    @Test
    void rubbishEndsAConnectionWithAReason() throws Exception {
        try (Client client = new Client(server.port())) {
            client.next();
            client.say("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(troubles.take().contains("neither XML nor TAK protocol"));
            assertThrows(IOException.class, client::next);
        }
    }

    @Test
    void aBulletinOfAnotherDomainIsRefused() {
        CotObjects live = new CotObjects(CotVoice.of("node", Domain.LIVE));
        assertEquals(Domain.LIVE, live.voice().domain());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Cleared.Exercise(CotSamples.bulletin(Domain.LIVE, "W-1", 1, Warning.Stage.ISSUED)));
    }
}
