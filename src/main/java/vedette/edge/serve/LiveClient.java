package vedette.edge.serve;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.model.Operator;

/// One browser that watches.
///
/// News wait in a map: later news of a thing replace earlier ones, so that a slow client gets fewer steps of the same
/// picture, never a long queue and never a gap.
final class LiveClient implements WsListener {
    /// Between two messages: five a second at most.
    private static final long PERIOD_MS = 200;

    /// Something is sent at least so often, so that both ends notice a dead line.
    private static final long PULSE_MS = 1_000;

    /// Characters of one message; a greater picture goes in several.
    private static final int LONGEST_MESSAGE = 256 * 1024;

    private static final int GOING_AWAY = 1001;

    /// RFC 6455 §7.4.1: "a generic status code that can be returned when there is no other more suitable".
    private static final int POLICY_VIOLATION = 1008;

    private final Live live;
    private final Doorkeeper doorkeeper;
    private final Counters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, Item> pending = new LinkedHashMap<>();
    private @Nullable WsSession session;
    private volatile @Nullable Thread writer;
    private Optional<Operator> operator = Optional.empty();
    private volatile Caller caller = new Caller(Optional.empty(), Optional.empty(), "");
    private boolean begun;
    private boolean ended;
    private boolean finishing;
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
            throw new WsUpgradeException("already " + Live.MOST_CLIENTS + " clients");
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        live.connected(this);
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        if (!begun) {
            begun = true;
            caller = Caller.of(Optional.of(text), from.socketContext().remotePeer());
            Optional<Operator> who = doorkeeper.operator(caller, true);
            if (doorkeeper.asksForNames() && who.isEmpty()) {
                counters.count("requests_refused_total{reason=\"stranger\"}");
                from.close(POLICY_VIOLATION, "log in first");
                return;
            }
            live.join(this, who);
        }
    }

    @Override
    public void onClose(WsSession from, int status, String reason) {
        closedByThem = true;
        end();
    }

    @Override
    public void onError(WsSession from, Throwable fault) {
        closedByThem = true;
        end();
    }

    /// Starts sending, with the whole picture first.
    void begin(List<Item> everything, Optional<Operator> who) {
        operator = who;
        offer(everything);
        // Known before it runs: whoever closes the display right after the first message waits for it.
        Thread thread = Thread.ofVirtual().name("display client").unstarted(this::write);
        writer = thread;
        thread.start();
    }

    /// Puts news up for sending; returns at once.
    void offer(List<Item> items) {
        lock.lock();
        try {
            if (ended || !begun) {
                return;
            }
            for (Item item : items) {
                pending.put(item.key(), item);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /// For how long the present message has been going out; 0 when none is.
    long stalledNs(long nowNs) {
        return sending ? nowNs - sendingSinceNs : 0;
    }

    /// Cuts the line: interrupting a thread that writes to a socket closes the socket.
    void drop() {
        end();
        Thread stuck = writer;
        if (stuck != null) {
            stuck.interrupt();
        }
    }

    /// Ends after everything that waits has gone out; returns at once.
    void finish() {
        lock.lock();
        try {
            finishing = true;
            news.signal();
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            ended = true;
            pending.clear();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            send(hello());
            while (true) {
                Optional<String> message = await();
                if (message.isEmpty() || !isWhoTheyWere()) {
                    break;
                }
                send(message.get());
                Thread.sleep(PERIOD_MS);
            }
            close();
        } catch (InterruptedException | RuntimeException gone) {
            // The line is cut, by us or by them; a display that still wants to know comes back.
            end();
        }
    }

    // A line they closed is answered already; a second closing would be an error to their browser.
    private void close() {
        if (session != null && !closedByThem) {
            session.close(GOING_AWAY, "the display closes");
        }
    }

    private void send(String message) {
        if (session != null) {
            sendingSinceNs = System.nanoTime();
            sending = true;
            session.send(message, true);
            sending = false;
        }
    }

    private String hello() {
        JsonWriter json = new JsonWriter().open('{').text("type", "hello").whole("protocol", 1);
        json.truth("mayOrder", mayOrder());
        json.truth(
                "mayRelease",
                operator.filter(who -> OrderText.mayRelease(who.role())).isPresent());
        operator.ifPresent(
                who -> json.text("operator", who.name()).text("role", who.role().name()));
        return json.close('}').toString();
    }

    // The next message; empty at the end.
    private Optional<String> await() throws InterruptedException {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(PULSE_MS);
            while (pending.isEmpty() && !ended && !finishing && leftNs > 0) {
                leftNs = news.awaitNanos(leftNs);
            }
            if (ended || (finishing && pending.isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(pending.isEmpty() ? "{\"type\":\"pulse\"}" : delta());
        } finally {
            lock.unlock();
        }
    }

    private boolean mayOrder() {
        return operator.filter(who -> OrderText.mayOrder(who.role())).isPresent();
    }

    // Whoever logged out, was taken away or stayed too long watches as anybody does: the page comes back by itself.
    private boolean isWhoTheyWere() {
        return doorkeeper.operator(caller, false).equals(operator);
    }

    private String delta() {
        Map<Item.Section, List<String>> sections = new EnumMap<>(Item.Section.class);
        int length = 0;
        boolean local = mayOrder();
        var items = pending.values().iterator();
        while (items.hasNext() && length < LONGEST_MESSAGE) {
            Item item = items.next();
            items.remove();
            String json = local ? item.json() : item.open();
            length += json.length();
            sections.computeIfAbsent(item.section(), _ -> new ArrayList<>()).add(json);
        }
        JsonWriter json = new JsonWriter(length + 200).open('{').text("type", "delta");
        sections.forEach((section, parts) -> section(json, section, parts));
        return json.truth("complete", pending.isEmpty()).close('}').toString();
    }

    private static void section(JsonWriter json, Item.Section section, List<String> parts) {
        json.name(section.member());
        if (!section.many()) {
            json.raw(parts.getLast());
            return;
        }
        json.open('[');
        parts.forEach(json::raw);
        json.close(']');
    }
}
