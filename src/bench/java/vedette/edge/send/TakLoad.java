package vedette.edge.send;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vedette.edge.Emission;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotVoice;
import vedette.model.Altitude;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.Warning;

/// How long a warning takes from the engine's output to each of many TAK clients, that also hold ten tracks at 1 Hz.
/// Clients: one thread that reads all of them. First the same bytes are written to as many sockets by a bare loop:
/// that is the load generator's own delay.
///
/// `TakLoad CLIENTS REPEATS`
public final class TakLoad {
    /// Begins the quality mark of an alert, and of nothing else here.
    private static final byte[] MARK = "\"9-f-g\"".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private volatile long sentNs;
    private volatile CountDownLatch all = new CountDownLatch(0);
    private final List<Long> delaysNs = new ArrayList<>();

    private TakLoad() throws IOException {}

    private static final class Seen {
        private int matched;
    }

    private void connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Seen());
        channels.add(channel);
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        buffer.clear();
                        if (((SocketChannel) key.channel()).read(buffer) < 0) {
                            key.cancel();
                        }
                        look(buffer.flip(), (Seen) key.attachment());
                    } catch (IOException gone) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException over) {
            // The run is over.
        }
    }

    private void look(ByteBuffer bytes, Seen seen) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            seen.matched = next == MARK[seen.matched] ? seen.matched + 1 : next == MARK[0] ? 1 : 0;
            if (seen.matched == MARK.length) {
                seen.matched = 0;
                delaysNs.add(System.nanoTime() - sentNs);
                all.countDown();
            }
        }
    }

    private interface Act {
        void run(int repeat) throws Exception;
    }

    private void measure(String what, int repeats, int warmUp, Act act) throws Exception {
        for (int i = 0; i < repeats + warmUp; i++) {
            if (i == warmUp) {
                delaysNs.clear();
            }
            all = new CountDownLatch(channels.size());
            sentNs = System.nanoTime();
            act.run(i);
            if (!all.await(10, TimeUnit.SECONDS)) {
                System.out.println(what + ": " + all.getCount() + " clients did not get repeat " + i);
            }
            Thread.sleep(37);
        }
        long[] sorted = delaysNs.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %d deliveries, p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                what,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6));
    }

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        int repeats = Integer.parseInt(arguments[1]);
        bare(clients, repeats);
        served(clients, repeats);
        System.exit(0);
    }

    private static void bare(int clients, int repeats) throws Exception {
        byte[] bytes = new byte[2_000];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(MARK, 0, bytes, 200, MARK.length);
        TakLoad load = new TakLoad();
        List<SocketChannel> taken = new ArrayList<>();
        try (ServerSocketChannel door = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 1024)) {
            for (int i = 0; i < clients; i++) {
                load.connect(door.socket().getLocalPort());
                taken.add(door.accept());
            }
            Thread.ofPlatform().daemon(true).start(load::read);
            load.measure("bare loop", repeats, 20, _ -> {
                for (SocketChannel each : taken) {
                    each.write(ByteBuffer.wrap(bytes));
                }
            });
        }
        load.selector.close();
        for (SocketChannel each : taken) {
            each.close();
        }
    }

    private static void served(int clients, int repeats) throws Exception {
        TakLoad load = new TakLoad();
        try (TakServer<Cleared.Exercise> server = new TakServer<>(
                new InetSocketAddress("127.0.0.1", 0),
                Optional.empty(),
                new TakServer.Told("tak", new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of()),
                (warning, issue, who) -> {},
                System.out::println)) {
            for (int i = 0; i < clients; i++) {
                load.connect(server.port());
            }
            Thread.ofPlatform().daemon(true).start(load::read);
            Thread.ofPlatform().daemon(true).start(() -> tracks(server));
            Thread.sleep(2_500);
            load.measure(
                    "TAK server",
                    repeats,
                    20,
                    i -> server.publish(new Cleared.Exercise(
                            CotSamples.bulletin(Domain.EXERCISE, "W-" + (i % 20), i / 20 + 1, Warning.Stage.ISSUED))));
            System.out.println("clients at the end: " + server.clients() + ", let go: " + server.dropped());
        }
        load.selector.close();
    }

    private static void tracks(TakServer<Cleared.Exercise> server) {
        try {
            for (long seq = 0; true; seq++) {
                for (int i = 1; i <= 10; i++) {
                    Output news = new Output.TrackChanged(
                            CotSamples.drone(i, new Altitude.Ellipsoidal(150, 5), Releasability.OPEN));
                    server.send(new Emission(CotSamples.NOW, seq, i, news));
                }
                Thread.sleep(1_000);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
