package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A connection with two virtual threads of its own, one that writes and one that reads: for TLS, and for the one
/// connection of a client.
final class TakThreads implements TakLine {
    private static final int FIRST_BUFFER = 4_096;

    private final Socket socket;
    private final Socket wire;
    private volatile @Nullable Thread writer;
    private volatile long writingSinceNs;
    private volatile boolean over;

    /// @param socket what is written to
    /// @param wire the bare connection below it, which can be closed while somebody writes
    TakThreads(Socket socket, Socket wire) {
        this.socket = socket;
        this.wire = wire;
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void begin(TakLink link) {
        writer = Thread.ofVirtual().name("tak-write").start(() -> guarded(link, () -> write(link)));
        Thread.ofVirtual().name("tak-read").start(() -> guarded(link, () -> read(link)));
    }

    private static void guarded(TakLink link, Work work) {
        try {
            work.run();
        } catch (IOException gone) {
            link.drop(gone);
        }
    }

    @Override
    public void wake() {
        LockSupport.unpark(writer);
    }

    @Override
    public long stuckSinceNs() {
        return writingSinceNs;
    }

    private void write(TakLink link) throws IOException {
        OutputStream out = socket.getOutputStream();
        while (!over) {
            TakLink.Piece piece = link.next();
            if (piece == null) {
                LockSupport.park(this);
                continue;
            }
            writingSinceNs = System.nanoTime() | 1;
            out.write(link.bytes(piece));
            writingSinceNs = 0;
            link.done(piece);
            link.settle();
        }
    }

    private void read(TakLink link) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[FIRST_BUFFER];
        int end = 0;
        while (true) {
            buffer = roomy(buffer, end);
            int count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                throw new IOException("it went away");
            }
            end = link.taken(buffer, end + count);
        }
    }

    /// A buffer with room after what it holds.
    ///
    /// @throws IOException when that would be longer than a message may be
    static byte[] roomy(byte[] buffer, int end) throws IOException {
        if (end < buffer.length) {
            return buffer;
        }
        if (end >= TakLink.MOST_SAID) {
            throw new IOException("a message of more than " + TakLink.MOST_SAID + " bytes");
        }
        return Arrays.copyOf(buffer, 2 * end);
    }

    @Override
    public void end() {
        over = true;
        wake();
        try {
            wire.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }
}
