package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.share.Frame;
import vedette.format.share.Items;
import vedette.format.share.Octets;
import vedette.format.share.Sealing;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.SharedNotice;

/// A peer that leaves numbers out, written by hand.
class GapTest {
    private static final Octets STORE = new Octets(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    @TempDir
    Path folder;

    private ShareNode b;
    private Signing keys;

    @BeforeEach
    void begin() throws IOException {
        b = new ShareNode(folder, "B").calledBy("A").start();
        keys = Signing.of(folder.resolve("A.key"), new TreeMap<>());
    }

    @AfterEach
    void end() {
        b.close();
    }

    private Wire linked() throws IOException {
        ShareNode a = new ShareNode(folder, "A");
        Wire wire = Wire.dial(a.settings(), new InetSocketAddress(InetAddress.getLoopbackAddress(), b.port));
        wire.send(new Frame.Hello(Domain.EXERCISE, new NodeId("A"), new NodeId("B"), STORE, 0, Frame.Hello.NONE));
        assertInstanceOf(Frame.Hello.class, wire.frame());
        return wire;
    }

    private Frame.Stored stored(long seq) {
        var envelope = Sealing.signed(
                        List.of(Sealing.unsigned(Items.missile("A", "W-" + seq, 1), ShareNode.open(), keys)), keys)
                .getFirst();
        return new Frame.Stored(seq, new Octets(envelope.bytes()));
    }

    private static String farewell(Wire wire) throws IOException {
        while (true) {
            if (wire.frame() instanceof Frame.Farewell(String reason)) {
                return reason;
            }
        }
    }

    @Test
    void aNumberLeftOutIsSeenAtOnceAndTheLinkBeginsAnew() throws IOException, InterruptedException {
        Wire wire = linked();
        wire.send(stored(1));
        wire.send(stored(3));

        assertEquals("item 3 came after 1", farewell(wire));
        assertEquals(1, b.link("A").counts().gaps());
        Wire again = linked();
        again.send(stored(2));
        again.send(stored(3));
        ShareNode.until(() -> b.heard.size() == 3);
        assertEquals(List.of("W-1/1 A", "W-2/1 A", "W-3/1 A"), b.heard);
    }

    @Test
    void anItemThatABeatTellsOfAndThatDoesNotComeIsSeenWithinFiveSeconds() throws IOException, InterruptedException {
        Wire wire = linked();
        wire.send(stored(1));
        Thread beats = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    wire.send(new Frame.Beat(2, 0, Items.NOON));
                    Thread.sleep(500);
                }
            } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });

        ShareNode.until(() -> b.link("A").behind() == 1);
        assertEquals(1, b.link("A").behind());
        assertEquals("items up to 2 exist, 1 came", farewell(wire));
        beats.interrupt();
    }

    @Test
    void silenceAndStandstillAreSeenWithinFiveSeconds() {
        assertTrue(Session.SILENT_MS < 5_000);
        assertTrue(Session.STUCK_NS + Session.BEAT_NS < 5_000_000_000L);
    }

    @Test
    void theEngineIsToldOfASilentPeerWithinFiveSeconds() throws IOException, InterruptedException {
        List<Measurement.FeedStatus> reported = Collections.synchronizedList(new ArrayList<>());
        b.sharing.orElseThrow().report(ShareNode.intake(reported));
        Wire wire = linked();
        wire.send(stored(1));
        ShareNode.until(() -> b.link("A").received() == 1 && reported.getLast().connected());

        long silentSince = System.nanoTime();
        ShareNode.until(() -> !reported.getLast().connected());

        double seconds = (System.nanoTime() - silentSince) / 1e9;
        assertTrue(
                reported.getLast().words().startsWith("link to A ended: "),
                reported.getLast().words());
        assertTrue(seconds <= 5, seconds + " s");
        wire.close();
    }

    @Test
    void aNumberLeftOutIsToldToTheEngineWithoutWaitingForTheNextReport() throws IOException, InterruptedException {
        List<Measurement.FeedStatus> reported = Collections.synchronizedList(new ArrayList<>());
        b.sharing.orElseThrow().report(ShareNode.intake(reported));
        Wire wire = linked();
        wire.send(stored(1));
        wire.send(stored(3));

        ShareNode.until(() -> reported.stream().anyMatch(each -> each.words().contains("item 3 came after 1")));

        assertTrue(reported.stream().anyMatch(each -> each.words().contains("item 3 came after 1")));
        wire.close();
    }

    @Test
    void whatThePeersStoreHadNoRoomForIsCountedAndTheRestComes() throws IOException, InterruptedException {
        Wire wire = linked();
        wire.send(stored(1));
        wire.send(new Frame.Lost(2, 40));
        wire.send(stored(41));

        ShareNode.until(() -> b.heard.size() == 2);
        assertEquals(39, b.link("A").counts().lost());
        assertEquals(41, b.link("A").received());
        assertEquals(0, b.link("A").counts().gaps());
    }

    @Test
    void aForgedItemIsRefusedAndTheLinkGoesOn() throws IOException, InterruptedException {
        Wire wire = linked();
        byte[] forged = stored(1).envelope().bytes();
        forged[forged.length - 40] ^= 1;
        wire.send(new Frame.Stored(1, new Octets(forged)));
        wire.send(new Frame.Stored(2, new Octets(new byte[] {9, 9, 9})));
        wire.send(stored(3));

        ShareNode.until(() -> b.heard.size() == 1);
        assertEquals(List.of("W-3/1 A"), b.heard);
        assertEquals(2, b.link("A").counts().refused());
    }

    @Test
    void anItemOfAnotherDomainIsRefusedEvenOnALinkOfTheRightOne() throws IOException, InterruptedException {
        Wire wire = linked();
        Origin live = new Origin(
                new NodeId("A"), "X", 1, Domain.LIVE, Items.NOON, Items.NOON.plusS(60), Releasability.OPEN, List.of());
        SharedNotice notice =
                new SharedNotice(live, false, "rocket", Optional.empty(), Optional.empty(), Optional.empty());
        var envelope = Sealing.signed(List.of(Sealing.unsigned(notice, ShareNode.open(), keys)), keys)
                .getFirst();
        wire.send(new Frame.Stored(1, new Octets(envelope.bytes())));
        wire.send(stored(2));

        ShareNode.until(() -> b.heard.size() == 1);
        assertEquals(List.of("W-2/1 A"), b.heard);
        assertEquals(1, b.link("A").counts().refused());
    }

    @Test
    void bytesThatAreNoFrameEndTheLink() throws IOException, InterruptedException {
        Wire wire = linked();
        wire.socket().getOutputStream().write(new byte[] {0x7F, 0, 0, 0, 1, 2, 3});

        assertTrue(farewell(wire).contains("a frame of"));
        ShareNode.until(() -> !b.link("A").up());
        assertTrue(!b.link("A").up());
    }
}
