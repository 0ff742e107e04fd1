package vedette.node;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.Clock;
import vedette.edge.Desk;
import vedette.edge.EventLog;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.edge.Neighbours;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.model.Configuration;
import vedette.model.SensorSite;
import vedette.model.Shared;

/// A running node: feeds into the inlet, one writer thread from the inlet through journal and engine to the senders.
public final class Node implements AutoCloseable {
    /// Ten ticks a second.
    static final long TICK_NS = 100_000_000L;

    private static final long CLOSE_S = 5;

    private final Engine engine;
    private final EventLog log;
    private final Clock clock;
    private final List<Sender> senders;
    private final Inlet inlet;
    private final Writer writer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile List<Feed> feeds = List.of();
    private volatile @Nullable Thread thread;
    private volatile boolean closing;
    private volatile String fatal = "";

    /// What a node is made of.
    ///
    /// @param engine new, or from a snapshot
    /// @param log where events are recorded
    /// @param clock the time to stamp arrivals with
    /// @param senders who hears the outputs
    /// @param snapshotEveryNs time between snapshots, nanoseconds
    public record Parts(Engine engine, EventLog log, Clock clock, List<Sender> senders, long snapshotEveryNs) {}

    /// A node that does not run yet.
    public Node(Parts parts) {
        engine = parts.engine();
        log = parts.log();
        clock = parts.clock();
        senders = List.copyOf(parts.senders());
        inlet = new Inlet(clock);
        writer = new Writer(engine, log, senders, parts.snapshotEveryNs());
    }

    /// Starts the writer, then the feeds.
    ///
    /// @param configurations what is known beforehand, taken before anything else
    /// @param feeds where measurements come from
    public void start(List<Configuration> configurations, List<Feed> feeds) {
        for (Configuration configuration : configurations) {
            writer.configure(configuration, clock.now());
            if (configuration instanceof Configuration.Sensors(List<SensorSite> sites)) {
                inlet.knows(sites);
            }
        }
        this.feeds = List.copyOf(feeds);
        thread = Thread.ofPlatform().name("vedette-writer").start(this::run);
        for (Feed feed : this.feeds) {
            feed.start(inlet);
        }
    }

    /// Where measurements are handed in.
    public Intake intake() {
        return inlet;
    }

    /// Where channels hand in that somebody has a bulletin.
    public Receipts receipts() {
        return inlet;
    }

    /// Where orders are handed in.
    public Desk desk() {
        return inlet;
    }

    /// Where peers' items are handed in.
    public Neighbours neighbours() {
        return new Neighbours() {
            @Override
            public long last(String link) {
                return engine.picture().last(link);
            }

            @Override
            public void received(String link, long linkSeq, Shared shared) throws InterruptedException {
                inlet.received(link, linkSeq, shared);
            }

            @Override
            public boolean passed(String link, Shared shared) {
                return inlet.passed(link, shared);
            }
        };
    }

    /// What is known now.
    public Picture picture() {
        return engine.picture();
    }

    /// How the node runs.
    public Condition condition() {
        return new Condition(
                fatal.isEmpty() && !closing, fatal, log.state(), inlet.waiting(), inlet.shed(), writer.senderFaults());
    }

    /// How a node runs.
    ///
    /// @param running whether events are being taken
    /// @param fatal why they are not, else empty
    /// @param record how the record stands
    /// @param waiting events in the inlet
    /// @param shed measurements that found no room in it, since the start
    /// @param senderFaults how often a sender failed, since the start
    public record Condition(
            boolean running, String fatal, EventLog.State record, int waiting, long shed, long senderFaults) {}

    @Override
    public void close() {
        closing = true;
        feeds.forEach(Feed::close);
        inlet.close();
        awaitWriter();
        senders.forEach(Sender::close);
        log.close();
    }

    private void awaitWriter() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!ended.await(CLOSE_S, TimeUnit.SECONDS)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            long nextTickNs = System.nanoTime();
            while (!closing || inlet.waiting() > 0 || !writer.isIdle()) {
                nextTickNs = turn(nextTickNs);
            }
            writer.snapshot();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            // The process cannot be trusted any more: say so loudly; a supervisor restarts it and the journal is
            // replayed.
            fatal = fault.toString();
            throw fault;
        } finally {
            ended.countDown();
        }
    }

    private long turn(long nextTickNs) throws InterruptedException {
        if (writer.hasRoom()) {
            writer.record(inlet.next(writer.isIdle() ? Math.max(0, nextTickNs - System.nanoTime()) : 0));
        }
        writer.work();
        long nowNs = System.nanoTime();
        if (nowNs < nextTickNs) {
            return nextTickNs;
        }
        writer.ticked(clock.now());
        // After a pause the missed ticks are not made up: one says as much as ten.
        return Math.max(nextTickNs + TICK_NS, nowNs);
    }
}
