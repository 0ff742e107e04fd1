package vedette.edge.share;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import vedette.edge.Clock;
import vedette.edge.Emission;
import vedette.edge.Guests;
import vedette.edge.Intake;
import vedette.edge.Neighbours;
import vedette.edge.Sender;
import vedette.format.share.Envelope;
import vedette.format.share.Frame;
import vedette.format.share.Sealing;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Shared;

/// All links of a node.
public final class Sharing implements Sender {
    /// Items of our engine that wait for the disk.
    private static final int WAITING = 20_000;

    /// Tracks of others that are remembered, so that none goes round in a circle.
    private static final int PASSED = 65_536;

    /// Connections that peers made, and strangers who do not get through the handshake.
    private static final int MOST_CALLERS = 128;

    /// Of them from one other machine.
    private static final int MOST_OF_ONE = 16;

    private static final Duration FAREWELL = Duration.ofMillis(1_500);
    private static final long FORCE_MS = 1_000;
    private static final int LONGEST_WORDS = 200;

    private final SharingSettings settings;
    private final Consumer<String> troubles;
    private final Signal news = new Signal();
    private final Inbox inbox;
    private final Covers covers;
    private final Signal changes = new Signal();
    private final List<Link> links = new ArrayList<>();
    private final BlockingQueue<Shared> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong shed = new AtomicLong();
    private final Semaphore callers = new Semaphore(MOST_CALLERS);
    private final Guests guests;
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong handled = new AtomicLong();
    private final Recent passed = new Recent(PASSED);
    private final Recent said = new Recent(PASSED);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SSLServerSocket server;
    private volatile @Nullable Neighbours neighbours;
    private volatile boolean closing;

    /// Opens the stores; nothing is sent or taken before [#start].
    ///
    /// @param settings whom we share with
    /// @param clock our time
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public Sharing(SharingSettings settings, Clock clock, Consumer<String> troubles) {
        this(settings, clock, troubles, new Guests(MOST_OF_ONE));
    }

    Sharing(SharingSettings settings, Clock clock, Consumer<String> troubles, Guests guests) {
        this.guests = guests;
        this.settings = settings;
        this.troubles = troubles;
        inbox = new Inbox(settings, news);
        covers = new Covers(settings.folder().resolve("covers"));
        for (Peer peer : settings.peers()) {
            links.add(new Link(settings, peer, new Link.Parts(inbox, covers, clock, this::passing, this::tell)));
        }
    }

    /// Begins to listen and to call.
    ///
    /// @param takes takes what peers share
    /// @return the port it listens on; 0 when it does not
    /// @throws IOException when the port cannot be listened on
    public int start(Neighbours takes) throws IOException {
        neighbours = takes;
        int port = 0;
        if (settings.listen().isPresent()) {
            SSLServerSocket open = Wire.listen(settings, settings.listen().get());
            server = open;
            port = open.getLocalPort();
            run("accept", () -> accept(open));
        }
        run("outward", this::outward);
        run("onward", () -> onward(takes));
        run("disk", this::keep);
        for (Link link : links) {
            link.peer().dial().ifPresent(address -> run("call-" + link.peer().node(), () -> link.call(address)));
        }
        return port;
    }

    private void tell(String words) {
        changes.raise();
        troubles.accept(words);
    }

    /// Says once a second, and at once when something goes wrong, how each link stands, as a feed of its own does: one
    /// that is down or stuck is seen like a
    /// sensor that is lost.
    ///
    /// @param intake takes it
    public void report(Intake intake) {
        run("report", () -> {
            while (true) {
                for (Link link : links) {
                    intake.put(status(link.state(), intake.now()), intake.now());
                }
                changes.await(FORCE_MS);
            }
        });
    }

    private Measurement.FeedStatus status(LinkState state, Moment now) {
        LinkState.Counts counts = state.counts();
        String words = state.trouble();
        return new Measurement.FeedStatus(
                Provenance.open(feed(state.peer()), now),
                counts.frames(),
                counts.refused(),
                counts.lost() + shed.get(),
                state.up(),
                words.substring(0, Math.min(words.length(), LONGEST_WORDS)));
    }

    /// The name under which a link's health is shown.
    public static SensorId feed(NodeId peer) {
        return new SensorId("link " + peer);
    }

    /// What a thread does until it is interrupted.
    @FunctionalInterface
    private interface Job {
        void run() throws InterruptedException, IOException;
    }

    private void run(String what, Job job) {
        Thread thread = Thread.ofVirtual().name("share-" + what).unstarted(() -> {
            try {
                job.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException fault) {
                if (!closing) {
                    troubles.accept("sharing, " + what + ": " + Link.said(fault));
                }
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    @Override
    public void send(Emission emission) {
        if (emission.output() instanceof Output.Shareable(Shared shared)) {
            offer(shared);
        }
    }

    /// Takes an item of our engine, and returns at once. An item that is in a peer's store already is not put there
    /// again: it may be said as often as one likes.
    public void offer(Shared shared) {
        if (!waiting.offer(shared)) {
            shed.incrementAndGet();
        }
    }

    /// Items of our engine that found no room on their way to the disk, since the start.
    public long shed() {
        return shed.get();
    }

    /// How the links stand.
    public List<LinkState> links() {
        return links.stream().map(Link::state).toList();
    }

    /// Items of our engine that are in the stores of all who may see them, since the start.
    public long handled() {
        return handled.get();
    }

    private void outward() throws InterruptedException {
        while (true) {
            Shared shared = waiting.take();
            String name = shared.getClass().getSimpleName() + " "
                    + shared.origin().id() + "/" + shared.origin().issue();
            if (said.add(name)) {
                outward(shared);
            }
            handled.incrementAndGet();
        }
    }

    private void outward(Shared shared) {
        Envelope envelope = Sealing.unsigned(shared, settings.release(), settings.keys());
        for (Link link : links) {
            if (link.peer().wants(shared)) {
                link.outbound().offer(envelope);
            }
        }
    }

    // From the inbox to other peers and to the engine. At the start all that is there is looked at again: peers and
    // engine say how far they are.
    private void onward(Neighbours takes) throws InterruptedException {
        long next = inbox.first();
        while (true) {
            List<Inbox.Entry> some = inbox.read(next);
            for (Inbox.Entry entry : some) {
                if (entry.arrival().item().isPresent()) {
                    onward(entry, entry.arrival().item().get(), takes);
                }
                next = entry.record() + 1;
            }
            if (some.isEmpty()) {
                news.await(FORCE_MS);
            }
        }
    }

    private void onward(Inbox.Entry entry, Envelope envelope, Neighbours takes) throws InterruptedException {
        if (!(envelope.shown() instanceof Envelope.Noun(Shared shared))) {
            return;
        }
        for (Link link : links) {
            if (link.peer().wantsRelayed(shared)) {
                link.outbound().relay(envelope, entry.record());
            }
        }
        Arrival arrival = entry.arrival();
        if (arrival.seq() > takes.last(arrival.link())) {
            takes.received(arrival.link(), arrival.seq(), shared);
        }
    }

    private void passing(Envelope envelope) {
        if (!passed.add(envelope.key()) || !(envelope.shown() instanceof Envelope.Noun(Shared shared))) {
            return;
        }
        for (Link link : links) {
            if (link.peer().wantsRelayed(shared)) {
                link.outbound().relay(envelope, 0);
            }
        }
        Neighbours takes = neighbours;
        if (takes != null) {
            takes.passed(envelope.origin().path().getLast().name(), shared);
        }
    }

    private void keep() throws InterruptedException {
        while (true) {
            TimeUnit.MILLISECONDS.sleep(FORCE_MS);
            inbox.force();
            links.forEach(link -> link.outbound().force());
        }
    }

    private void accept(SSLServerSocket open) throws IOException {
        while (!closing) {
            SSLSocket socket = (SSLSocket) open.accept();
            if (isAdmitted(socket.getInetAddress())) {
                run("answer", () -> answer(socket));
            } else {
                socket.close();
            }
        }
    }

    private boolean isAdmitted(InetAddress from) {
        Guests.Fate fate = guests.come(from);
        if (fate == Guests.Fate.FIRST_REFUSED) {
            troubles.accept("sharing turns connections of " + from.getHostAddress() + " away: " + guests.mostEach()
                    + " of them are open");
        }
        if (fate != Guests.Fate.ADMITTED) {
            return false;
        }
        boolean room = callers.tryAcquire();
        if (!room) {
            turnedAway.incrementAndGet();
            guests.left(from);
        }
        return room;
    }

    /// Connections that found no place, since the start: too many of one machine, or of all.
    public long turnedAway() {
        return turnedAway.get() + guests.refused();
    }

    private void answer(SSLSocket socket) throws IOException {
        try (socket) {
            Wire wire = Wire.of(socket);
            if (!(wire.frame() instanceof Frame.Hello hello)) {
                throw new IOException("no hello from " + wire.holder());
            }
            for (Link link : links) {
                if (link.peer().node().equals(hello.node())) {
                    link.answer(wire, hello);
                    return;
                }
            }
            wire.send(new Frame.Farewell(hello.node() + " is not among our peers"));
            throw new IOException(hello.node() + " called, and is not among our peers");
        } finally {
            callers.release();
            guests.left(socket.getInetAddress());
        }
    }

    /// Ends the links, at most two seconds later.
    @Override
    public void close() {
        closing = true;
        links.forEach(Link::close);
        SSLServerSocket open = server;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It is gone already.
            }
        }
        long end = System.nanoTime() + FAREWELL.toNanos();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        links.forEach(Link::closeStore);
        inbox.close();
        covers.close();
    }
}
