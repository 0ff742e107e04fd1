package vedette.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vedette.edge.Clock;
import vedette.edge.Desk;
import vedette.edge.Intake;
import vedette.edge.Receipts;
import vedette.model.Configuration;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Shared;
import vedette.model.WarningId;

/// Where everything enters: two bounded lanes, of which the first is always emptied before the second.
///
/// The first holds what must never wait behind a flood: orders, configuration, the feeds' and sensors' own words
/// on their state. The second holds measurements. A connection waits for room in it; a datagram without room is
/// shed and counted.
final class Inlet implements Intake, Desk, Receipts {
    /// Enough for a second of 100,000 plots; about 30 MB when full.
    static final int MEASUREMENTS = 100_000;

    /// People and heartbeats do not come faster; when it is full they wait, they are never shed.
    static final int FIRST = 10_000;

    /// Sensors that present themselves beyond so many in all are not taken.
    static final int PRESENTED = 4_096;

    /// Recorded together.
    static final int BATCH = 256;

    /// What waits to become an event.
    sealed interface Waiting {
        /// A claim.
        record Claim(Measurement measurement, Moment arrivedAt) implements Waiting {}

        /// A person's order.
        record Wish(Operator operator, Order order, Moment arrivedAt) implements Waiting {}

        /// A peer's item.
        record Word(String link, long linkSeq, Shared shared, Moment arrivedAt) implements Waiting {}

        /// A channel's word that it has a bulletin.
        record Receipt(WarningId warning, int issue, String recipient, Moment arrivedAt) implements Waiting {}

        /// New configuration.
        record Change(Configuration configuration, Moment arrivedAt) implements Waiting {}
    }

    private final Clock clock;
    private final Deque<Waiting> first = new ArrayDeque<>();
    private final Deque<Waiting> measurements = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final SortedMap<SensorId, SensorSite> sites = new TreeMap<>();
    private final Set<SensorId> settled = new TreeSet<>();
    private long shed;
    private boolean closed;

    Inlet(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Moment now() {
        return clock.now();
    }

    @Override
    public void put(Measurement measurement, Moment arrivedAt) throws InterruptedException {
        boolean urgent = urgent(measurement);
        enter(urgent ? first : measurements, urgent ? FIRST : MEASUREMENTS, new Waiting.Claim(measurement, arrivedAt));
    }

    @Override
    public boolean offer(Measurement measurement, Moment arrivedAt) {
        boolean urgent = urgent(measurement);
        return added(
                urgent ? first : measurements,
                urgent ? FIRST : MEASUREMENTS,
                new Waiting.Claim(measurement, arrivedAt));
    }

    private boolean added(Deque<Waiting> lane, int most, Waiting waiting) {
        lock.lock();
        try {
            if (closed || lane.size() >= most) {
                shed++;
                return false;
            }
            lane.add(waiting);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean place(Operator operator, Order order) {
        try {
            return enter(first, FIRST, new Waiting.Wish(operator, order, clock.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void delivered(WarningId warning, int issue, String recipient) {
        try {
            enter(first, FIRST, new Waiting.Receipt(warning, issue, recipient, clock.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the settings say of sensors: it stands, whatever they say of themselves.
    void knows(List<SensorSite> told) {
        lock.lock();
        try {
            for (SensorSite site : told) {
                sites.put(site.sensor(), site);
                settled.add(site.sensor());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void presented(SensorSite site) throws InterruptedException {
        List<SensorSite> all;
        lock.lockInterruptibly();
        try {
            boolean room = sites.containsKey(site.sensor()) || sites.size() < PRESENTED;
            if (settled.contains(site.sensor()) || !room) {
                return;
            }
            sites.put(site.sensor(), site);
            all = List.copyOf(sites.values());
        } finally {
            lock.unlock();
        }
        configure(new Configuration.Sensors(all));
    }

    @Override
    public void overheard(Configuration.Foreign foreign) throws InterruptedException {
        configure(foreign);
    }

    /// Takes a peer's stored item, waiting for room: warnings go before measurements.
    void received(String link, long linkSeq, Shared shared) throws InterruptedException {
        enter(first, FIRST, new Waiting.Word(link, linkSeq, shared, clock.now()));
    }

    /// Takes a peer's passing item if there is room among the measurements.
    boolean passed(String link, Shared shared) {
        return added(measurements, MEASUREMENTS, new Waiting.Word(link, 0, shared, clock.now()));
    }

    void configure(Configuration configuration) throws InterruptedException {
        enter(first, FIRST, new Waiting.Change(configuration, clock.now()));
    }

    /// What waits, in order, at most [#BATCH]; nothing when nothing came within the wait.
    ///
    /// @param waitNs how long to wait, nanoseconds
    List<Waiting> next(long waitNs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = waitNs;
            while (first.isEmpty() && measurements.isEmpty() && left > 0 && !closed) {
                left = filled.awaitNanos(left);
            }
            List<Waiting> batch = new ArrayList<>(Math.min(BATCH, first.size() + measurements.size()));
            drain(first, batch);
            drain(measurements, batch);
            if (!batch.isEmpty()) {
                emptied.signalAll();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static void drain(Deque<Waiting> lane, List<Waiting> batch) {
        while (batch.size() < BATCH && !lane.isEmpty()) {
            batch.add(lane.remove());
        }
    }

    long shed() {
        lock.lock();
        try {
            return shed;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return first.size() + measurements.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean enter(Deque<Waiting> lane, int most, Waiting waiting) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && lane.size() >= most) {
                emptied.await();
            }
            if (!closed) {
                lane.add(waiting);
                filled.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private static boolean urgent(Measurement measurement) {
        return switch (measurement) {
            case Measurement.FeedStatus ignored -> true;
            case Measurement.StatusReport ignored -> true;
            case Measurement.SensorPose ignored -> true;
            case Measurement.Sight ignored -> false;
            case Measurement.Presence ignored -> false;
            case Measurement.Bearing ignored -> false;
            case Measurement.RadarPlot ignored -> false;
            case Measurement.PositionReport ignored -> false;
            case Measurement.UasReport ignored -> false;
            case Measurement.TransponderReport ignored -> false;
            case Measurement.SystemTrack ignored -> false;
            case Measurement.Sweep ignored -> false;
        };
    }
}
