package vedette.edge.share;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import vedette.format.share.Frame;
import vedette.format.share.Items;
import vedette.format.share.Octets;
import vedette.format.share.Sealing;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.NodeId;

/// How long it takes until a gap is seen, over TLS on loopback: from the instant at which a peer leaves a number out,
/// stands still, or falls silent, to the line for the operator and to the feed status that the engine is given.
///
/// `GapTiming [rounds]`
public final class GapTiming {
    private static final Octets STORE = new Octets(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private GapTiming() {}

    /// What a peer does wrong.
    private interface Fault {
        /// From here on it counts.
        ///
        /// @param peer who does it
        /// @param round a number
        void begin(Peer peer, int round) throws IOException;
    }

    private record Peer(Wire wire, Signing keys) {
        void item(long seq) throws IOException {
            var envelope = Sealing.signed(
                            List.of(Sealing.unsigned(Items.missile("A", "W-" + seq, 1), ShareNode.open(), keys)), keys)
                    .getFirst();
            wire.send(new Frame.Stored(seq, new Octets(envelope.bytes())));
        }
    }

    /// The median and the longest of each.
    public static void main(String[] words) throws IOException, InterruptedException {
        int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 10;
        run("a number is left out", rounds, 1, (peer, _) -> peer.item(3));
        run("an item exists and does not come", rounds, 2, (_, _) -> {});
        run("the peer falls silent", rounds, -1, (_, _) -> {});
    }

    private static void run(String what, int rounds, long told, Fault fault) throws IOException, InterruptedException {
        double[] line = new double[rounds];
        double[] status = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Path folder = Files.createTempDirectory("gap");
            try (ShareNode b = new ShareNode(folder, "B").calledBy("A").start()) {
                round(folder, b, told, new Round(i, fault, line, status));
            }
        }
        System.out.println(what + ": line " + spread(line) + ", feed status " + spread(status));
    }

    @SuppressWarnings("ArrayRecordComponent") // It lives as long as the run.
    private record Round(int number, Fault fault, double[] line, double[] status) {}

    private static void round(Path folder, ShareNode b, long told, Round round)
            throws IOException, InterruptedException {
        List<Measurement.FeedStatus> reported = Collections.synchronizedList(new ArrayList<>());
        b.sharing.orElseThrow().report(ShareNode.intake(reported));
        Wire wire = Wire.dial(
                new ShareNode(folder, "A").settings(), new InetSocketAddress(InetAddress.getLoopbackAddress(), b.port));
        wire.send(new Frame.Hello(Domain.EXERCISE, new NodeId("A"), new NodeId("B"), STORE, 0, Frame.Hello.NONE));
        wire.frame();
        Peer peer = new Peer(wire, Signing.of(folder.resolve("A.key"), new TreeMap<>()));
        peer.item(1);
        wire.send(new Frame.Beat(1, 0, Items.NOON));
        until(() -> b.link("A").received() == 1);
        Thread.sleep(37L * round.number());
        int lines = b.troubles.size();
        long began = System.nanoTime();
        round.fault().begin(peer, round.number());
        Thread beats = Thread.ofVirtual().start(() -> beat(wire, told));
        until(() -> b.troubles.size() > lines);
        round.line()[round.number()] = (System.nanoTime() - began) / 1e6;
        until(() -> !reported.getLast().connected());
        round.status()[round.number()] = (System.nanoTime() - began) / 1e6;
        beats.interrupt();
        wire.close();
    }

    // One second after the last one, as a peer does.
    private static void beat(Wire wire, long told) {
        try {
            while (told >= 0) {
                Thread.sleep(1_000);
                wire.send(new Frame.Beat(told, 0, Items.NOON));
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    private static String spread(double[] ms) {
        Arrays.sort(ms);
        return Math.round(ms[ms.length / 2]) + " ms (longest " + Math.round(ms[ms.length - 1]) + ")";
    }
}
