package vedette.edge.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vedette.edge.Emission;
import vedette.model.Operator;

/// Keeps the picture and brings news of it to everybody who watches.
///
/// One thread of its own takes the mailbox ten times a second; each client has a thread that may block on its socket
/// without delaying anybody else.
final class Live implements AutoCloseable {
    /// Browsers at once. Each costs a thread and at most one copy of references to the picture.
    static final int MOST_CLIENTS = 64;

    /// How long clients may take for what is still waiting at the end.
    private static final long FAREWELL_MS = 1_500;

    private static final long ROUND_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /// A client that takes nothing for so long is dropped; when it comes back it gets everything anew.
    private final long stalledNs;

    private final Mailbox mailbox = new Mailbox();
    private final ShownPicture picture;
    private final Supplier<Item> node;
    private final Counters counters;
    private final List<LiveClient> clients = new CopyOnWriteArrayList<>();
    private final Thread pump = Thread.ofPlatform().name("display").daemon().unstarted(this::run);
    private volatile boolean closed;
    private volatile long beatAtNs;
    private volatile boolean everBeat;

    Live(ShownPicture picture, Supplier<Item> node, Counters counters, long stalledNs) {
        this.picture = picture;
        this.node = node;
        this.counters = counters;
        this.stalledNs = stalledNs;
    }

    void start() {
        pump.start();
    }

    /// Takes an output; returns at once.
    void put(Emission emission) {
        mailbox.put(emission);
    }

    /// Whether another client may come.
    boolean hasRoom() {
        return clients.size() < MOST_CLIENTS && !closed;
    }

    /// A connection stands; it has a place among the clients from now on.
    void connected(LiveClient client) {
        clients.add(client);
    }

    /// A client said who it is: from now on it gets everything that changes, and at first everything.
    void join(LiveClient client, Optional<Operator> operator) {
        synchronized (picture) {
            List<Item> all = new ArrayList<>();
            all.add(node.get());
            all.addAll(picture.everything());
            client.begin(all, operator);
        }
    }

    void left(LiveClient client) {
        clients.remove(client);
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
        for (LiveClient client : clients) {
            client.offer(items);
        }
    }

    private void run() {
        String lastNode = "";
        while (!closed) {
            Item nodeNow = node.get();
            if (!nodeNow.json().equals(lastNode)) {
                lastNode = nodeNow.json();
                tell(List.of(nodeNow));
            }
            round();
            dropStalled();
            LockSupport.parkNanos(ROUND_NS);
        }
        round();
    }

    private void round() {
        List<Emission> taken = mailbox.take();
        if (taken.isEmpty()) {
            return;
        }
        synchronized (picture) {
            List<Item> news = picture.apply(taken);
            if (news.stream().anyMatch(item -> item.section() == Item.Section.BEAT)) {
                beatAtNs = System.nanoTime();
                everBeat = true;
            }
            tell(news);
        }
    }

    private void dropStalled() {
        long now = System.nanoTime();
        for (LiveClient client : List.copyOf(clients)) {
            if (client.stalledNs(now) > stalledNs) {
                counters.count("clients_dropped_total");
                clients.remove(client);
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
        for (LiveClient client : clients) {
            client.end();
        }
    }

    // How the node is at the end is news too: without it a page could not tell an end from a cut line.
    private void farewell() throws InterruptedException {
        tell(List.of(node.get()));
        clients.forEach(LiveClient::finish);
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MS);
        for (LiveClient client : clients) {
            client.awaitEnd(TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime()));
        }
    }
}
