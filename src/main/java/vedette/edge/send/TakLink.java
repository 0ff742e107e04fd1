package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotTalk;

/// One connection with a TAK peer: two virtual threads, one that writes and one that reads.
///
/// Bulletins wait in a queue of their own and go first; of tracks only the newest batch waits, and who missed one gets
/// the whole picture next. A peer that takes nothing for ten seconds is let go.
final class TakLink implements AutoCloseable {
    static final int MOST_URGENT = 512;
    private static final int MOST_SAID = 262_144;
    private static final int FIRST_BUFFER = 4_096;
    private static final long STALLED_NS = TimeUnit.SECONDS.toNanos(10);

    private final Side side;
    private final Socket socket;
    private final Socket wire;
    private final Ends ends;
    private final String uid = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Deque<Urgent> urgent = new ArrayDeque<>();
    private final Deque<CotChunk> batch = new ArrayDeque<>();
    private @Nullable List<CotChunk> waiting;
    private boolean missed;
    private boolean paused;
    private boolean closed;
    private volatile boolean numbered;
    private volatile long writingSinceNs;
    private volatile String name;
    private String why = "";

    /// Which side of the connection we are.
    enum Side {
        /// They came to us.
        SERVER,
        /// We went to them.
        CLIENT
    }

    /// What others want to know of a connection.
    interface Ends {
        /// The picture, for one who missed some of it.
        CotAudience.Picture picture();

        /// A bulletin was handed to the connection.
        void written(TakLink link, CotAudience.Letter letter);

        /// The connection is no more.
        void ended(TakLink link, String why);
    }

    private record Urgent(CotChunk chunk, CotAudience.@Nullable Letter letter, boolean switches) {}

    /// @param socket what is written to
    /// @param wire the bare connection below it, which can be closed while somebody writes
    TakLink(Side side, Socket socket, Socket wire, String name, Ends ends) {
        this.side = side;
        this.socket = socket;
        this.wire = wire;
        this.name = name;
        this.ends = ends;
    }

    /// What the peer calls itself.
    String name() {
        return name;
    }

    /// Whether it speaks TAK protocol version 1.
    boolean numbered() {
        return numbered;
    }

    /// Begins, with everything there is to tell.
    void start() {
        if (side == Side.SERVER) {
            put(new Urgent(CotChunk.of(CotTalk.offer(uid, System.currentTimeMillis())), null, false));
        }
        ends.picture().warnings().forEach(this::urgent);
        lock.lock();
        try {
            missed = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("tak-write").start(() -> guarded(this::write));
        Thread.ofVirtual().name("tak-read").start(() -> guarded(this::read));
    }

    void urgent(CotAudience.Letter letter) {
        urgent(CotChunk.of(letter.reports()), letter);
    }

    /// A bulletin, encoded already.
    void urgent(CotChunk chunk, CotAudience.Letter letter) {
        put(new Urgent(chunk, letter, false));
    }

    private void put(Urgent next) {
        lock.lock();
        try {
            if (urgent.size() < MOST_URGENT) {
                urgent.add(next);
                come.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        drop(MOST_URGENT + " warnings wait for it");
    }

    /// Tracks.
    void news(List<CotChunk> chunks) {
        if (chunks.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            missed |= waiting != null;
            waiting = chunks;
            come.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Lets go of a peer that takes nothing.
    void look(long nowNs) {
        long since = writingSinceNs;
        if (since != 0 && nowNs - since > STALLED_NS) {
            drop("it took nothing for " + TimeUnit.NANOSECONDS.toSeconds(STALLED_NS) + " s");
        }
    }

    /// Asks whether the peer is there.
    void ping() {
        put(new Urgent(CotChunk.of(CotTalk.ping(uid, System.currentTimeMillis())), null, false));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException gone) {
            drop(gone.getMessage() == null ? gone.getClass().getSimpleName() : gone.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        while (true) {
            Urgent next = next();
            if (next == null) {
                return;
            }
            writingSinceNs = System.nanoTime() | 1;
            out.write(numbered ? next.chunk.numbered() : next.chunk.xml());
            writingSinceNs = 0;
            if (next.switches) {
                numbered = true;
            }
            if (next.letter != null) {
                ends.written(this, next.letter);
            }
        }
    }

    private @Nullable Urgent next() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                if (closed) {
                    return null;
                }
                if (!paused) {
                    Urgent first = urgent.poll();
                    if (first != null) {
                        return first;
                    }
                    if (batch.isEmpty()) {
                        refill();
                    }
                    CotChunk chunk = batch.poll();
                    if (chunk != null) {
                        return new Urgent(chunk, null, false);
                    }
                }
                come.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        List<CotChunk> next = waiting;
        waiting = null;
        if (missed) {
            missed = false;
            batch.addAll(CotChunk.all(ends.picture().objects()));
        } else if (next != null) {
            batch.addAll(next);
        }
    }

    private void read() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[FIRST_BUFFER];
        int end = 0;
        while (true) {
            if (end == buffer.length) {
                if (end >= MOST_SAID) {
                    throw new IOException("a message of more than " + MOST_SAID + " bytes");
                }
                buffer = Arrays.copyOf(buffer, 2 * end);
            }
            int count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                throw new IOException("it went away");
            }
            end = taken(buffer, end + count);
        }
    }

    /// Takes the whole messages of a buffer.
    ///
    /// @return how many bytes are left, moved to its begin
    private int taken(byte[] buffer, int end) throws IOException {
        int at = 0;
        while (CotFrames.at(buffer, at, end) instanceof CotFrames.Frame frame) {
            if (frame.read(buffer) instanceof Cot.Message message
                    && message.event().isPresent()) {
                heard(message.event().get());
            }
            at = frame.to();
        }
        if (CotFrames.at(buffer, at, end) instanceof CotFrames.Lost(String reason)) {
            throw new IOException(reason);
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        return end - at;
    }

    private void heard(CotEvent event) {
        long now = System.currentTimeMillis();
        switch (CotTalk.said(event)) {
            case NOTHING -> event.detail().callsign().ifPresent(this::named);
            case ASKS_ONE -> put(new Urgent(CotChunk.of(CotTalk.response(event.uid(), true, now)), null, true));
            case ASKS_OTHER -> put(new Urgent(CotChunk.of(CotTalk.response(event.uid(), false, now)), null, false));
            case PING -> put(new Urgent(CotChunk.of(CotTalk.pong(event.uid(), now)), null, false));
            case OFFERS_ONE -> ask(event.uid(), now);
            case AGREES -> agreed(true);
            case DECLINES -> agreed(false);
            case PONG -> {}
        }
    }

    private void named(String callsign) {
        String clean = callsign.replaceAll("[^A-Za-z0-9 ._-]", "_");
        name = clean.substring(0, Math.min(clean.length(), 40));
    }

    // Between asking and the answer a client must send nothing else.
    private void ask(String offer, long now) {
        if (side == Side.CLIENT && !numbered) {
            CotChunk request = CotChunk.of(CotTalk.request(offer, now));
            lock.lock();
            try {
                paused = true;
            } finally {
                lock.unlock();
            }
            Thread.ofVirtual()
                    .start(() -> guarded(() -> socket.getOutputStream().write(request.xml())));
        }
    }

    private void agreed(boolean yes) {
        lock.lock();
        try {
            numbered |= yes && side == Side.CLIENT && paused;
            paused = false;
            come.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the connection.
    ///
    /// @param reason told once
    void drop(String reason) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            why = reason;
            come.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            wire.close();
        } catch (IOException alreadyGone) {
            why = reason;
        }
        ends.ended(this, why);
    }

    @Override
    public void close() {
        drop("the node closes");
    }
}
