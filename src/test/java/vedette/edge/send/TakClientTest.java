package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotTalk;
import vedette.format.cot.CotVoice;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning;

@Timeout(30)
class TakClientTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final LinkedBlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    private final TakServer.Told told =
            new TakServer.Told("tak", new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of());

    private TakClient<Cleared.Exercise> client(int port) {
        return new TakClient<>(
                new InetSocketAddress(LOOPBACK, port),
                Optional.empty(),
                told,
                (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                _ -> {});
    }

    private static Cleared.Exercise bulletin(int issue, Warning.Stage stage) {
        return new Cleared.Exercise(CotSamples.bulletin(Domain.EXERCISE, "W-1", issue, stage));
    }

    /// Reads one message of a connection, byte by byte.
    private static CotEvent next(Socket socket) throws IOException {
        byte[] bytes = new byte[0];
        while (true) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = (byte) octet;
            if (CotFrames.at(bytes, 0, bytes.length) instanceof CotFrames.Frame frame) {
                return ((Cot.Message) frame.read(bytes)).event().orElseThrow();
            }
        }
    }

    @Test
    void aWarningReachesTheServerAndVersionOneIsAskedFor() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, LOOPBACK);
                TakClient<Cleared.Exercise> client = client(door.getLocalPort());
                Socket peer = door.accept()) {
            peer.getOutputStream().write(CotTalk.offer("deal", 0).xml());
            CotEvent asked = next(peer);
            assertEquals("t-x-takp-q deal", asked.type() + " " + asked.uid());
            peer.getOutputStream().write(CotTalk.response("deal", true, 0).xml());
            client.publish(bulletin(1, Warning.Stage.ISSUED));
            assertEquals("b-a-g", next(peer).type());
            assertEquals("W-1 1 tak", receipts.take());
        }
    }

    @Test
    void anEndReachesAServerThatWasAway() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, LOOPBACK);
                TakClient<Cleared.Exercise> client = client(door.getLocalPort())) {
            try (Socket peer = door.accept()) {
                client.publish(bulletin(1, Warning.Stage.ISSUED));
                assertEquals("b-a-g", next(peer).type());
            }
            client.publish(bulletin(2, Warning.Stage.CANCELLED));
            try (Socket again = door.accept()) {
                assertEquals("b-a-o-can", next(again).type());
            }
        }
    }

    @Test
    void aGroupOnLoopbackHearsWarningsInTheFormItReads() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK);
        Assumptions.assumeTrue(loopback != null, "skipped: no loopback interface");
        InetSocketAddress group = new InetSocketAddress("239.2.3.1", 26_969);
        try (MulticastSocket peer = new MulticastSocket(group.getPort())) {
            peer.setNetworkInterface(loopback);
            peer.joinGroup(group, loopback);
            peer.setSoTimeout(10_000);
            try (TakMesh<Cleared.Exercise> mesh = new TakMesh<>(
                    group,
                    loopback,
                    told,
                    (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                    _ -> {})) {
                mesh.publish(bulletin(1, Warning.Stage.ISSUED));
                Cot.Message first = heard(peer);
                assertEquals("b-a-g", first.event().orElseThrow().type());
                assertEquals("W-1 1 tak", receipts.take());
                while (heard(peer).control().isEmpty()) {
                    assertTrue(receipts.isEmpty());
                }
            }
        }
    }

    private static Cot.Message heard(MulticastSocket peer) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_507], 65_507);
        peer.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        return (Cot.Message) CotFrames.readAll(bytes).getFirst().reading();
    }
}
