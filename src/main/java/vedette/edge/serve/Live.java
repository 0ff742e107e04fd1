package vedette.edge.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vedette.edge.Emission;

/// Keeps the picture and brings news of it to everybody who watches.
///
/// One thread of its own takes the mailbox: warnings at once, the rest five times a second. What it makes of
/// it is kept once and encoded once; each client has a virtual thread that may block on its socket without
/// delaying anybody else. Warnings go to all at once and before anything else, the rest to some clients at a
/// time.
final class Live implements AutoCloseable {
    /// How long clients may take for what is still waiting at the end.
    private static final long FAREWELL_MS = 1_500;

    /// Between two looks at the mailbox, when nothing is urgent.
    private static final long ROUND_NS = TimeUnit.MILLISECONDS.toNanos(200);

    /// Between two looks at whether a slice of the clients is done, if nobody says so.
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /// Whoever hears nothing between two of these hears a sign of life, so that both ends notice a dead line.
    private static final long PULSE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /// A client that knows nothing of so long a time begins anew.
    private static final long MEMORY_NS = TimeUnit.SECONDS.toNanos(30);

    private final Limits limits;
    private final Mailbox mailbox;
    private final ShownPicture picture;
    private final Supplier<Item> node;
    private final Counters counters;
    private final News urgent = new News(MEMORY_NS, true);
    private final News ordinary = new News(MEMORY_NS, false);
    private final Map<LiveClient, String> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Thread pump = Thread.ofPlatform().name("display").daemon().unstarted(this::run);
    private @Nullable Whole whole;
    private String lastNode = "";
    private volatile boolean closed;
    private volatile long pulse;
    private volatile long beatAtNs;
    private volatile boolean everBeat;

    Live(ShownPicture picture, Supplier<Item> node, Counters counters, Limits limits) {
        this.picture = picture;
        this.node = node;
        this.counters = counters;
        this.limits = limits;
        mailbox = new Mailbox(() -> LockSupport.unpark(pump));
    }

    /// What may be at once.
    ///
    /// @param clients everybody who watches
    /// @param perAddress of one other machine
    /// @param stalledNs a client that takes nothing for so long is dropped; it gets everything when it comes
    /// back
    record Limits(int clients, int perAddress, long stalledNs) {}

    /// The whole picture at a moment: first what is urgent.
    record Whole(Batch urgent, Batch ordinary) {}

    void start() {
        pump.start();
    }

    /// Takes an output; returns at once.
    void put(Emission emission) {
        mailbox.put(emission);
    }

    News urgent() {
        return urgent;
    }

    News ordinary() {
        return ordinary;
    }

    /// Counts half seconds.
    long pulse() {
        return pulse;
    }

    /// Whether another client may come.
    boolean hasRoom() {
        return clients.size() < limits.clients() && !closed;
    }

    /// A connection stands; it has a place among the clients from now on.
    ///
    /// @param address the other machine's; empty for this one, which is not counted
    /// @return whether it may stay
    boolean connected(LiveClient client, String address) {
        clients.put(client, address);
        int there = address.isEmpty() ? 0 : byAddress.merge(address, 1, Integer::sum);
        if (there <= limits.perAddress()) {
            return true;
        }
        left(client);
        counters.count("clients_refused_total");
        return false;
    }

    /// The whole picture for a client that comes, shared by all that come at the same version.
    Whole whole() {
        synchronized (picture) {
            Whole known = whole;
            if (known == null || known.urgent.to() != urgent.version() || known.ordinary.to() != ordinary.version()) {
                List<Item> all = picture.everything();
                known = new Whole(
                        new Batch(urgent.version(), urgent(all, true), false),
                        new Batch(ordinary.version(), urgent(all, false), true));
                whole = known;
            }
            return known;
        }
    }

    /// The line above everything else, as it is now.
    Item node() {
        return node.get();
    }

    void left(LiveClient client) {
        String address = clients.remove(client);
        if (address != null && !address.isEmpty()) {
            byAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    int clientCount() {
        return clients.size();
    }

    long mailboxShed() {
        return mailbox.shed();
    }

    /// Seconds since the engine's last heartbeat came; empty before the first.
    Optional<Double> beatAgeS() {
        return everBeat ? Optional.of((System.nanoTime() - beatAtNs) / 1e9) : Optional.empty();
    }

    /// Sends items to everybody, beside what the engine says.
    void tell(List<Item> items) {
        long now = System.nanoTime();
        urgent.add(urgent(items, true), now);
        ordinary.add(urgent(items, false), now);
    }

    private static List<Item> urgent(List<Item> items, boolean wanted) {
        return items.stream().filter(item -> item.section().urgent() == wanted).toList();
    }

    private void run() {
        Turns turns = new Turns(clients.keySet(), () -> LockSupport.unpark(pump));
        long next = System.nanoTime();
        while (!closed) {
            if (take(mailbox.takeUrgent())) {
                wake();
            }
            long now = System.nanoTime();
            if (now - next >= 0) {
                next = now + ROUND_NS;
                round(now);
            }
            boolean more = turns.next(ordinary.version(), pulse, now);
            LockSupport.parkNanos(more ? STEP_NS : Math.max(1, next - System.nanoTime()));
        }
        take(mailbox.takeUrgent());
        take(mailbox.take());
    }

    private void round(long now) {
        Item nodeNow = node.get();
        if (!nodeNow.json().equals(lastNode)) {
            lastNode = nodeNow.json();
            tell(List.of(nodeNow));
            wake();
        }
        synchronized (picture) {
            tell(picture.besideNews());
        }
        take(mailbox.take());
        pulse = now / PULSE_NS;
        dropStalled();
    }

    // Whether there was anything.
    private boolean take(List<Emission> taken) {
        if (taken.isEmpty()) {
            return false;
        }
        synchronized (picture) {
            whole = null;
            List<Item> news = picture.apply(taken);
            if (news.stream().anyMatch(item -> item.section() == Item.Section.BEAT)) {
                beatAtNs = System.nanoTime();
                everBeat = true;
            }
            tell(news);
        }
        return true;
    }

    private void wake() {
        clients.keySet().forEach(LiveClient::wake);
    }

    private void dropStalled() {
        long now = System.nanoTime();
        for (LiveClient client : clients.keySet()) {
            if (client.stalledNs(now) > limits.stalledNs()) {
                counters.count("clients_dropped_total{reason=\"stalled\"}");
                left(client);
                client.drop();
            }
        }
    }

    /// Sends what is waiting and ends.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(pump);
        try {
            pump.join(1_000);
            farewell();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        clients.keySet().forEach(LiveClient::end);
    }

    // How the node is at the end is news too: without it a page could not tell an end from a cut line.
    private void farewell() throws InterruptedException {
        tell(List.of(node.get()));
        clients.keySet().forEach(LiveClient::finish);
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MS);
        for (LiveClient client : clients.keySet()) {
            client.awaitEnd(TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime()));
        }
    }
}
