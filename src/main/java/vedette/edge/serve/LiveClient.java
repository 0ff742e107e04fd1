package vedette.edge.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.model.Operator;

/// One that watches.
///
/// It remembers up to which version it knows what is urgent and what is not, and sends the frames that
/// everybody shares, urgent ones first. A line that takes nothing delays nobody: its thread alone waits.
final class LiveClient {
    /// Who says nothing at all for so long after coming is dropped.
    private static final long FIRST_WORD_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long CHECK_NS = TimeUnit.SECONDS.toNanos(1);

    /// Between two questions whether the other end still listens, in pulses: a line without an answer ends as
    /// idle.
    private static final long PING_EVERY = 120;

    private static final WsFrame PULSE = WsFrame.text("{\"type\":\"pulse\"}");

    private final Live live;
    private final Doorkeeper doorkeeper;
    private final Counters counters;
    private final Line line;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<WsFrame> first = new ArrayDeque<>();
    private final Deque<WsFrame> then = new ArrayDeque<>();
    private final long cameNs = System.nanoTime();
    private volatile @Nullable Thread writer;
    private Optional<Operator> operator = Optional.empty();
    private Caller caller = new Caller(Optional.empty(), Optional.empty(), "");
    private final AtomicReference<Turns.@Nullable Slice> slice = new AtomicReference<>();
    private volatile long mayTo;
    private long urgentTo;
    private long ordinaryTo;
    private long sentAt;
    private long pingedAt;
    private long checkedNs;
    private volatile boolean begun;
    private volatile boolean ended;
    private volatile boolean finishing;
    private volatile boolean closedByThem;
    private volatile long sendingSinceNs;
    private volatile boolean sending;

    /// @param line to whom it is sent
    LiveClient(Live live, Doorkeeper doorkeeper, Counters counters, Line line) {
        this.live = live;
        this.doorkeeper = doorkeeper;
        this.counters = counters;
        this.line = line;
    }

    /// The way to one that watches. Used by one thread at a time, but for [#refuse].
    interface Line {
        /// Sends; may wait, and throws where the line is cut.
        void send(WsFrame frame);

        /// Ends in good order.
        void close();

        /// Ends because nothing was said.
        void refuse();
    }

    /// Whether who comes may not, and why not; counted.
    Optional<String> refusal() {
        if (live.hasRoom()) {
            return Optional.empty();
        }
        counters.count("clients_refused_total");
        return Optional.of("there are as many clients as may be");
    }

    /// The line stands: a place among the clients, unless too many come from there, or too fast.
    ///
    /// @param address the other machine's; empty for this one
    /// @return why it may not stay; nothing when it may
    Optional<String> connected(Caller nobody, String address) {
        if (!live.connected(this, address)) {
            return Optional.of("too many from this address");
        }
        if (doorkeeper.waitS(nobody) > 0) {
            live.left(this);
            return Optional.of("too fast");
        }
        return Optional.empty();
    }

    /// Who it is has been said; from now on it is sent the picture, by the thread that calls or another.
    ///
    /// @return what to run until the line ends; nothing where only those with a name may watch, and when
    /// it was said already
    Optional<Runnable> begins(Caller whoever) {
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        caller = whoever;
        operator = doorkeeper.operator(caller);
        doorkeeper.witness(caller);
        if (doorkeeper.asksForNames() && operator.isEmpty()) {
            counters.count("requests_refused_total{reason=\"stranger\"}");
            doorkeeper.refused(caller, "GET /api/v1/live", "stranger");
            line.refuse();
            return Optional.empty();
        }
        return Optional.of(this::write);
    }

    /// Answers a question whether we are there. By the same way as everything else: two that write at the
    /// same time would mix their bytes.
    void pong(byte[] payload) {
        send(WsFrame.pong(payload));
    }

    /// They closed the line.
    void closed() {
        closedByThem = true;
        end();
        // What is being written ends before the answer to their closing.
        writing.lock();
        try {
            sending = false;
        } finally {
            writing.unlock();
        }
    }

    /// The line broke.
    void broken() {
        closedByThem = true;
        end();
    }

    /// It may send what is not urgent; returns at once.
    ///
    /// @param with the clients it sends with
    /// @param version up to which there is news, at least
    /// @return whether it will say when it is done: not while it is still sending what it may
    boolean may(Turns.Slice with, long version) {
        if (sending || writer == null || !slice.compareAndSet(null, with)) {
            return false;
        }
        mayTo = version;
        wake();
        return true;
    }

    /// There may be news; returns at once.
    void wake() {
        LockSupport.unpark(writer);
    }

    /// For how long the present message has been going out, or the first word has been missing; 0 when neither.
    long stalledNs(long nowNs) {
        if (!begun && nowNs - cameNs > FIRST_WORD_NS) {
            return Long.MAX_VALUE;
        }
        return sending ? nowNs - sendingSinceNs : 0;
    }

    /// Cuts the line: interrupting a thread that writes to a socket closes the socket.
    void drop() {
        ended = true;
        Thread stuck = writer;
        if (stuck != null) {
            stuck.interrupt();
        } else {
            line.refuse();
        }
    }

    /// Ends after everything that waits has gone out; returns at once.
    void finish() {
        mayTo = Long.MAX_VALUE;
        finishing = true;
        wake();
    }

    /// Waits for the last message to go out.
    ///
    /// @param mostMs no longer than that
    void awaitEnd(long mostMs) throws InterruptedException {
        Thread last = writer;
        if (last != null) {
            last.join(Math.max(1, mostMs));
        }
    }

    /// Ends after the message that is going out.
    void end() {
        live.left(this);
        ended = true;
        done();
        wake();
    }

    private void write() {
        writer = Thread.currentThread();
        try {
            begin();
            while (!ended && isWhoTheyWere()) {
                WsFrame next = next();
                if (next != null) {
                    send(next);
                } else if (finishing) {
                    break;
                } else {
                    LockSupport.park(this);
                }
            }
            close();
        } catch (RuntimeException gone) {
            // The line is cut, by us or by them; a display that still wants to know comes back.
            end();
        }
    }

    // The whole picture; what is urgent before anything may overtake, or older news could follow newer.
    private void begin() {
        send(hello());
        Live.Whole whole = live.whole();
        urgentTo = whole.urgent().to();
        ordinaryTo = whole.ordinary().to();
        sentAt = live.pulse();
        pingedAt = sentAt;
        send(WsFrame.text("{\"type\":\"delta\",\"node\":" + live.node().json() + ",\"complete\":false}"));
        first.addAll(whole.urgent().frames(mayOrder()));
        then.addAll(whole.ordinary().frames(mayOrder()));
    }

    // The next frame; none when everything is told.
    private @Nullable WsFrame next() {
        if (first.isEmpty() && urgentTo < live.urgent().version()) {
            Batch batch = live.urgent().since(urgentTo).orElseThrow(this::tooSlow);
            urgentTo = batch.to();
            first.addAll(batch.frames(mayOrder()));
        }
        if (first.isEmpty()
                && then.isEmpty()
                && ordinaryTo < Math.min(mayTo, live.ordinary().version())) {
            Batch batch = live.ordinary().since(ordinaryTo).orElseThrow(this::tooSlow);
            ordinaryTo = batch.to();
            then.addAll(batch.frames(mayOrder()));
        }
        if (first.isEmpty() && then.isEmpty()) {
            WsFrame sign = sign();
            if (sign == null) {
                done();
            }
            return sign;
        }
        sentAt = live.pulse();
        return first.isEmpty() ? then.poll() : first.poll();
    }

    private void done() {
        Turns.Slice mine = slice.getAndSet(null);
        if (mine != null) {
            mine.done();
        }
    }

    // A sign of life, when there is nothing else to say.
    private @Nullable WsFrame sign() {
        long pulse = live.pulse();
        if (pulse - pingedAt >= PING_EVERY) {
            pingedAt = pulse;
            return WsFrame.PING;
        }
        if (pulse - sentAt >= 2) {
            sentAt = pulse;
            return PULSE;
        }
        return null;
    }

    // It has to begin anew: what it would need to know is forgotten.
    private IllegalStateException tooSlow() {
        counters.count("clients_dropped_total{reason=\"behind\"}");
        return new IllegalStateException("too far behind");
    }

    // A line they closed is answered already; a second closing would be an error to their browser.
    private void close() {
        if (!closedByThem) {
            line.close();
        }
    }

    private void send(WsFrame frame) {
        writing.lock();
        try {
            if (ended) {
                return;
            }
            sendingSinceNs = System.nanoTime();
            sending = true;
            line.send(frame);
        } finally {
            sending = false;
            writing.unlock();
        }
    }

    private WsFrame hello() {
        JsonWriter json = new JsonWriter().open('{').text("type", "hello").whole("protocol", 1);
        json.truth("mayOrder", mayOrder());
        json.truth(
                "mayRelease",
                operator.filter(who -> OrderText.mayRelease(who.role())).isPresent());
        operator.ifPresent(
                who -> json.text("operator", who.name()).text("role", who.role().name()));
        return WsFrame.text(json.close('}').toString());
    }

    private boolean mayOrder() {
        return operator.filter(who -> OrderText.mayOrder(who.role())).isPresent();
    }

    // Whoever logged out, was taken away or stayed too long watches as anybody does: the page comes back by itself.
    // Asked once a second: asking reads the accounts.
    private boolean isWhoTheyWere() {
        long now = System.nanoTime();
        if (now - checkedNs < CHECK_NS) {
            return true;
        }
        checkedNs = now;
        return doorkeeper.operator(caller).equals(operator);
    }
}
