package vedette.edge.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Many clients in a process of their own, read by one thread, that note when each sees a warning.
///
/// `LiveReaders PORT CLIENTS HELLO MARK PORT CLIENTS HELLO MARK …`: HELLO is `ws`, or `-` for nothing. Then, on
/// standard
/// input, for each warning the moment it was sent (nanoseconds of the machine's monotonic clock, which all
/// processes share); an empty line asks for the figures.
final class LiveReaders {
    private static final int PATIENCE_MS = 20_000;

    private final Selector selector;
    private final List<Long> delaysNs = new ArrayList<>();
    private int clients;
    private int missing;
    private int lost;
    private int late;
    private long bytesRead;
    private long begunNs;
    private long sentNs = Long.MAX_VALUE;

    private LiveReaders(Selector selector) {
        this.selector = selector;
    }

    private static final class Seen {
        private final byte[] mark;
        private int matched;

        Seen(byte[] mark) {
            this.mark = mark;
        }
    }

    public static void main(String[] arguments) throws Exception {
        LiveReaders readers = new LiveReaders(Selector.open());
        for (int i = 0; i < arguments.length; i += 4) {
            readers.connect(
                    Integer.parseInt(arguments[i]),
                    Integer.parseInt(arguments[i + 1]),
                    arguments[i + 2],
                    arguments[i + 3]);
        }
        System.out.println("connected");
        Thread.ofPlatform().daemon(true).start(readers::read);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(line.isEmpty() ? readers.figures() : readers.await(Long.parseLong(line)));
        }
    }

    private void connect(int port, int count, String hello, String mark) throws IOException {
        byte[] first = hello.equals("ws") ? handshake(port) : new byte[0];
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(first));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Seen(mark.getBytes(StandardCharsets.US_ASCII)));
            clients++;
        }
    }

    // The upgrade, and an empty text at once.
    private static byte[] handshake(int port) {
        String head = "GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        byte[] bytes = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + 6);
        bytes[head.length()] = (byte) 0x81;
        bytes[head.length() + 1] = (byte) 0x80;
        return bytes;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
        try {
            while (true) {
                selector.select(key -> take(key, buffer));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void take(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                gone(key);
            }
        } catch (IOException cut) {
            gone(key);
        }
        look(buffer.flip(), (Seen) key.attachment());
    }

    private synchronized void gone(SelectionKey key) {
        key.cancel();
        lost++;
    }

    private void look(ByteBuffer bytes, Seen seen) {
        bytesRead += bytes.remaining();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            seen.matched = next == seen.mark[seen.matched] ? seen.matched + 1 : next == seen.mark[0] ? 1 : 0;
            if (seen.matched == seen.mark.length) {
                seen.matched = 0;
                seen();
            }
        }
    }

    private synchronized void seen() {
        if (sentNs == Long.MAX_VALUE) {
            return;
        }
        delaysNs.add(System.nanoTime() - sentNs);
        if (--missing == 0) {
            notifyAll();
        }
    }

    // Zero begins to measure anew: what came before was for warming up.
    private synchronized String await(long newSentNs) throws InterruptedException {
        if (newSentNs == 0) {
            delaysNs.clear();
            bytesRead = 0;
            begunNs = System.nanoTime();
            late = 0;
            return "begun";
        }
        sentNs = newSentNs;
        missing = clients;
        System.out.println("armed");
        long until = System.currentTimeMillis() + PATIENCE_MS;
        while (missing > lost && System.currentTimeMillis() < until) {
            wait(100);
        }
        late += Math.max(0, missing);
        sentNs = Long.MAX_VALUE;
        return "seen";
    }

    private synchronized String figures() {
        long[] sorted = delaysNs.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return "nothing came";
        }
        return String.format(
                Locale.ROOT,
                "%d deliveries, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms; not delivered %d, lines lost %d, %.1f kB a second and client",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[(int) (sorted.length * 0.999)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                late,
                lost,
                bytesRead / 1e3 / clients / ((System.nanoTime() - begunNs) / 1e9));
    }
}
