package vedette.edge.send;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotTalk;

/// What is said and heard over one connection with a TAK peer, whatever carries it.
///
/// Bulletins wait in a queue of their own and go first; of tracks only the newest batch waits, and who missed one gets
/// the whole picture next. A peer that takes nothing for ten seconds is let go.
final class TakLink implements AutoCloseable {
    static final int MOST_URGENT = 512;

    /// Longer messages of a peer end its connection.
    static final int MOST_SAID = 262_144;

    private static final long STALLED_NS = TimeUnit.SECONDS.toNanos(10);

    /// The TAK protocol lets a client wait a minute for the answer to its request, and then leave.
    private static final long ANSWER_NS = TimeUnit.SECONDS.toNanos(60);

    private final Side side;
    private final TakLine line;
    private final Ends ends;
    private final String uid = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Piece> urgent = new ArrayDeque<>();
    private final Deque<CotChunk> batch = new ArrayDeque<>();
    private final List<CotAudience.Letter> written = new ArrayList<>();
    private @Nullable List<CotChunk> waiting;
    private @Nullable CotChunk request;
    private boolean missed;
    private long askedNs;
    private boolean closed;
    private boolean numbered;
    private volatile String name;

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

    /// What is written next, whole, before anything else.
    ///
    /// @param chunk in both forms
    /// @param letter the bulletin that it is; null for all else
    /// @param switches whether all that follows is TAK protocol version 1
    record Piece(CotChunk chunk, CotAudience.@Nullable Letter letter, boolean switches) {}

    /// @param line what carries the words; it begins with [#start]
    /// @param name what the peer is called until it says so itself
    TakLink(Side side, TakLine line, String name, Ends ends) {
        this.side = side;
        this.line = line;
        this.name = name;
        this.ends = ends;
    }

    /// What the peer calls itself.
    String name() {
        return name;
    }

    /// Begins, with everything there is to tell.
    void start() {
        if (side == Side.SERVER) {
            put(new Piece(CotChunk.of(CotTalk.offer(uid, System.currentTimeMillis())), null, false));
        }
        ends.picture().warnings().forEach(this::urgent);
        lock.lock();
        try {
            missed = true;
        } finally {
            lock.unlock();
        }
        line.begin(this);
        line.wake();
        settle();
    }

    /// A bulletin. Who calls this calls [#settle] afterwards, when everyone else has it too.
    void urgent(CotAudience.Letter letter) {
        put(new Piece(letter.chunk(), letter, false));
    }

    private void put(Piece next) {
        boolean full;
        lock.lock();
        try {
            full = urgent.size() >= MOST_URGENT;
            if (!full) {
                urgent.add(next);
            }
        } finally {
            lock.unlock();
        }
        if (full) {
            drop(MOST_URGENT + " warnings wait for it");
        } else {
            line.wake();
        }
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
        } finally {
            lock.unlock();
        }
        line.wake();
    }

    /// Lets go of a peer that takes nothing, or does not answer what must be answered.
    void look(long nowNs) {
        long since = line.stuckSinceNs();
        if (since != 0 && nowNs - since > STALLED_NS) {
            drop("it took nothing for " + TimeUnit.NANOSECONDS.toSeconds(STALLED_NS) + " s");
        }
        long asked;
        lock.lock();
        try {
            asked = askedNs;
        } finally {
            lock.unlock();
        }
        if (asked != 0 && nowNs - asked > ANSWER_NS) {
            drop("it offered TAK protocol 1 and did not answer for " + TimeUnit.NANOSECONDS.toSeconds(ANSWER_NS)
                    + " s");
        }
    }

    /// Asks whether the peer is there.
    void ping() {
        put(new Piece(CotChunk.of(CotTalk.ping(uid, System.currentTimeMillis())), null, false));
    }

    /// What the line writes next; null when there is nothing, now.
    @Nullable
    Piece next() {
        lock.lock();
        try {
            if (closed) {
                return null;
            }
            CotChunk asking = request;
            if (asking != null) {
                request = null;
                return new Piece(asking, null, false);
            }
            if (askedNs != 0) {
                return null;
            }
            Piece first = urgent.poll();
            if (first != null) {
                return first;
            }
            if (batch.isEmpty()) {
                refill();
            }
            CotChunk chunk = batch.poll();
            return chunk == null ? null : new Piece(chunk, null, false);
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        List<CotChunk> next = waiting;
        waiting = null;
        if (missed) {
            missed = false;
            batch.addAll(ends.picture().chunks());
        } else if (next != null) {
            batch.addAll(next);
        }
    }

    /// The bytes of a piece in the form that the peer reads now.
    byte[] bytes(Piece piece) {
        lock.lock();
        try {
            return numbered ? piece.chunk.numbered() : piece.chunk.xml();
        } finally {
            lock.unlock();
        }
    }

    /// A piece is with the connection, whole.
    void done(Piece piece) {
        lock.lock();
        try {
            numbered |= piece.switches;
            if (piece.letter != null) {
                written.add(piece.letter);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Tells of the bulletins that the connection has.
    void settle() {
        List<CotAudience.Letter> told;
        lock.lock();
        try {
            if (written.isEmpty()) {
                return;
            }
            told = List.copyOf(written);
            written.clear();
        } finally {
            lock.unlock();
        }
        told.forEach(letter -> ends.written(this, letter));
    }

    /// Takes the whole messages of a buffer.
    ///
    /// @return how many bytes are left, moved to its begin
    /// @throws IOException when the peer speaks neither form
    int taken(byte[] buffer, int end) throws IOException {
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
            case ASKS_ONE -> put(new Piece(CotChunk.of(CotTalk.response(event.uid(), true, now)), null, true));
            case ASKS_OTHER -> put(new Piece(CotChunk.of(CotTalk.response(event.uid(), false, now)), null, false));
            case PING -> put(new Piece(CotChunk.of(CotTalk.pong(event.uid(), now)), null, false));
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
        lock.lock();
        try {
            if (side != Side.CLIENT || numbered || askedNs != 0) {
                return;
            }
            request = CotChunk.of(CotTalk.request(offer, now));
            askedNs = System.nanoTime() | 1;
        } finally {
            lock.unlock();
        }
        line.wake();
    }

    private void agreed(boolean yes) {
        lock.lock();
        try {
            numbered |= yes && side == Side.CLIENT && askedNs != 0;
            askedNs = 0;
        } finally {
            lock.unlock();
        }
        line.wake();
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
        } finally {
            lock.unlock();
        }
        line.end();
        ends.ended(this, reason);
    }

    /// Ends the connection because of a fault.
    void drop(IOException fault) {
        drop(fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage());
    }

    @Override
    public void close() {
        drop("the node closes");
    }
}
