package vedette.edge.send;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One thread for all the unencrypted connections of a server. Who has a bulletin writes it to each connection at once,
/// without waiting and without waking anybody; only what a slow peer does not take is left to the thread. So a thousand
/// clients cost a thousand writes, not a thousand threads that must be woken first.
final class TakLoop implements Closeable {
    private static final int FIRST_BUFFER = 1_024;

    private final Selector selector;
    private final Consumer<String> troubles;

    /// A loop whose thread runs already.
    ///
    /// @param troubles told in one line when the loop itself fails
    TakLoop(String name, Consumer<String> troubles) throws IOException {
        selector = Selector.open();
        this.troubles = troubles;
        Thread.ofPlatform().name("tak-loop-" + name).daemon(true).start(this::run);
    }

    /// A place for a connection, that does not block from now on.
    TakLine seat(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        return new Seat(channel);
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(TakLoop::serve);
            } catch (IOException fault) {
                troubles.accept("The loop of the TAK server fails (" + fault.getMessage() + ").");
            } catch (java.nio.channels.ClosedSelectorException over) {
                return;
            }
        }
    }

    private static void serve(SelectionKey key) {
        if (key.attachment() instanceof Seat seat) {
            seat.serve(key);
        }
    }

    private final class Seat implements TakLine {
        private final SocketChannel channel;
        private final ReentrantLock writing = new ReentrantLock();
        private byte[] heard = new byte[FIRST_BUFFER];
        private int end;
        private volatile @Nullable TakLink link;
        private @Nullable SelectionKey key;
        private TakLink.@Nullable Piece piece;
        private ByteBuffer left = ByteBuffer.allocate(0);
        private volatile long stuckSinceNs;

        Seat(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void begin(TakLink link) {
            this.link = link;
            writing.lock();
            try {
                key = channel.register(selector, SelectionKey.OP_READ, this);
                selector.wakeup();
            } catch (ClosedChannelException gone) {
                link.drop(gone);
            } finally {
                writing.unlock();
            }
        }

        private void serve(SelectionKey ready) {
            TakLink served = link;
            if (served == null) {
                return;
            }
            try {
                if (ready.isReadable()) {
                    read(served);
                }
                if (ready.isValid() && ready.isWritable()) {
                    wake();
                    served.settle();
                }
            } catch (IOException gone) {
                served.drop(gone);
            } catch (CancelledKeyException gone) {
                served.drop("it went away");
            } catch (RuntimeException ours) {
                // The other connections do not pay for a fault of ours in reading this one.
                served.drop("reading it failed: " + ours);
            }
        }

        private void read(TakLink served) throws IOException {
            heard = TakThreads.roomy(heard, end);
            int count = channel.read(ByteBuffer.wrap(heard, end, heard.length - end));
            if (count < 0) {
                throw new IOException("it went away");
            }
            end = served.taken(heard, end + count);
        }

        @Override
        public void wake() {
            TakLink served = link;
            if (served == null) {
                return;
            }
            writing.lock();
            try {
                if (key != null) {
                    write(served, key);
                }
            } catch (IOException gone) {
                served.drop(gone);
            } catch (CancelledKeyException gone) {
                served.drop("it went away");
            } finally {
                writing.unlock();
            }
        }

        // Until nothing is left, or the peer takes no more.
        private void write(TakLink served, SelectionKey mine) throws IOException {
            while (begun(served)) {
                int count = channel.write(left);
                if (left.hasRemaining()) {
                    if (count > 0 || stuckSinceNs == 0) {
                        stuckSinceNs = System.nanoTime() | 1;
                    }
                    if ((mine.interestOpsOr(SelectionKey.OP_WRITE) & SelectionKey.OP_WRITE) == 0) {
                        selector.wakeup();
                    }
                    return;
                }
                TakLink.Piece whole = piece;
                piece = null;
                stuckSinceNs = 0;
                if (whole != null) {
                    served.done(whole);
                }
            }
            mine.interestOpsAnd(~SelectionKey.OP_WRITE);
        }

        private boolean begun(TakLink served) {
            if (piece == null) {
                piece = served.next();
                if (piece == null) {
                    return false;
                }
                left = ByteBuffer.wrap(served.bytes(piece));
            }
            return true;
        }

        @Override
        public long stuckSinceNs() {
            return stuckSinceNs;
        }

        @Override
        public void end() {
            try {
                channel.close();
            } catch (IOException _) {
                // It is gone already.
            }
            selector.wakeup();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
