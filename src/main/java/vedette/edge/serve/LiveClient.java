package vedette.edge.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.model.Operator;

/// One browser that watches.
///
/// It remembers up to which version it knows what is urgent and what is not, and sends the frames that
/// everybody shares, urgent ones first. A line that takes nothing delays nobody: its thread alone waits.
final class LiveClient implements WsListener {
    private static final int GOING_AWAY = 1001;

    /// RFC 6455 §7.4.1: "a generic status code that can be returned when there is no other more suitable".
    private static final int POLICY_VIOLATION = 1008;

    /// "Try again later" of the IANA registry of WebSocket close codes.
    private static final int TRY_AGAIN_LATER = 1013;

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
    private final ReentrantLock line = new ReentrantLock();
    private final Deque<WsFrame> first = new ArrayDeque<>();
    private final Deque<WsFrame> then = new ArrayDeque<>();
    private final long cameNs = System.nanoTime();
    private @Nullable WsSession session;
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

    LiveClient(Live live, Doorkeeper doorkeeper, Counters counters) {
        this.live = live;
        this.doorkeeper = doorkeeper;
        this.counters = counters;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        Optional<String> refusal = doorkeeper.refusal(headers);
        if (refusal.isPresent()) {
            throw new WsUpgradeException(refusal.get());
        }
        if (!live.hasRoom()) {
            counters.count("clients_refused_total");
            throw new WsUpgradeException("there are as many clients as may be");
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        Caller nobody = Caller.of(Optional.empty(), opened.socketContext().remotePeer());
        if (!live.connected(this, foreign(opened))) {
            opened.close(TRY_AGAIN_LATER, "too many from this address");
        } else if (doorkeeper.waitS(nobody) > 0) {
            live.left(this);
            opened.close(TRY_AGAIN_LATER, "too fast");
        }
    }

    private static String foreign(WsSession opened) {
        return opened.socketContext().remotePeer().address() instanceof InetSocketAddress address
                        && !address.getAddress().isLoopbackAddress()
                ? address.getAddress().getHostAddress()
                : "";
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        if (begun) {
            return;
        }
        begun = true;
        caller = Caller.of(Optional.of(text), from.socketContext().remotePeer());
        operator = doorkeeper.operator(caller, true);
        if (doorkeeper.asksForNames() && operator.isEmpty()) {
            counters.count("requests_refused_total{reason=\"stranger\"}");
            from.close(POLICY_VIOLATION, "log in first");
            return;
        }
        Thread thread = Thread.ofVirtual().name("display client").unstarted(this::write);
        writer = thread;
        thread.start();
    }

    // By the same way as everything else: two that write at the same time would mix their bytes.
    @Override
    public void onPing(WsSession from, BufferData payload) {
        send(WsFrame.pong(payload.readBytes()));
    }

    @Override
    public void onClose(WsSession from, int status, String reason) {
        closedByThem = true;
        end();
        // What is being written ends before the answer to their closing.
        line.lock();
        try {
            sending = false;
        } finally {
            line.unlock();
        }
    }

    @Override
    public void onError(WsSession from, Throwable fault) {
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
        } else if (session != null) {
            session.close(POLICY_VIOLATION, "nothing said");
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
        if (session != null && !closedByThem) {
            session.close(GOING_AWAY, "the display closes");
        }
    }

    private void send(WsFrame frame) {
        if (session != null && session.socketContext() instanceof ConnectionContext context) {
            line.lock();
            try {
                if (ended) {
                    return;
                }
                sendingSinceNs = System.nanoTime();
                sending = true;
                context.dataWriter().writeNow(frame.data());
            } finally {
                sending = false;
                line.unlock();
            }
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
        return doorkeeper.operator(caller, false).equals(operator);
    }
}
