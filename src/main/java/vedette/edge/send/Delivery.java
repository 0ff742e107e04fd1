package vedette.edge.send;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vedette.edge.Channel;
import vedette.edge.DeliveryState;
import vedette.model.Cleared;
import vedette.model.Moment;
import vedette.model.TestMessage;
import vedette.model.WarningId;

/// A channel behind which a carrier works, on a thread of its own.
///
/// Of each warning the newest bulletin waits; it is tried again, with growing pauses, until the other side has it.
/// After a day it is listed as a dead letter and left alone, unless it ends a warning: that is listed and tried on.
/// News are tried at once even while an older fault is waited out, so that a correction goes out as soon as the
/// other side is back.
///
/// @param <C> the domain whose bulletins it takes
public final class Delivery<C extends Cleared> implements Channel<C> {
    private static final double NS_PER_S = 1e9;
    private static final long FAREWELL_MS = 1_900;

    private final String name;
    private final Carrier carrier;
    private final Ties ties;
    private final Pace pace;
    private final DeadLetters dead;
    private final Backlog backlog = new Backlog();
    private final Set<Owed> owed = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread;
    private boolean closing;
    private int faults;
    private long holdUntilNs = System.nanoTime();
    private Optional<String> fault = Optional.empty();
    private Optional<Moment> faultSince = Optional.empty();
    private long brought;
    private Optional<DeliveryState.Had> last = Optional.empty();

    private record Owed(WarningId id, int issue) {}

    /// A channel whose thread runs already.
    ///
    /// @param name as the settings give it
    /// @param carrier brings the parcels
    /// @param ties to the node
    public Delivery(String name, Carrier carrier, Ties ties) {
        this(name, carrier, ties, Pace.USUAL);
    }

    /// A channel that tries at another pace.
    public Delivery(String name, Carrier carrier, Ties ties, Pace pace) {
        this.name = name;
        this.carrier = carrier;
        this.ties = ties;
        this.pace = pace;
        dead = new DeadLetters(name, ties);
        thread = Thread.ofVirtual().name("channel-" + name).start(this::run);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void publish(C cleared) {
        put(new Parcel.News(cleared.bulletin()));
    }

    @Override
    public void attempt(TestMessage message) {
        put(new Parcel.Probe(message));
    }

    private void put(Parcel parcel) {
        lock.lock();
        try {
            long nowNs = System.nanoTime();
            switch (backlog.put(parcel, nowNs)) {
                case WAITS -> {
                    holdUntilNs = nowNs;
                    news.signalAll();
                }
                // The receipt was lost, or is on its way: a second one does no harm.
                case HAD -> {
                    owed.add(new Owed(parcel.id(), parcel.issue()));
                    news.signalAll();
                }
                case KNOWN, NO_ROOM -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public DeliveryState state() {
        lock.lock();
        try {
            long nowNs = System.nanoTime();
            double oldestS =
                    backlog.sinceNs().map(since -> (nowNs - since) / NS_PER_S).orElse(0.0);
            return new DeliveryState(
                    name, backlog.size(), oldestS, fault, faultSince, brought, last, dead.count(), dead.latest());
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            boolean open = true;
            while (open) {
                hand();
                Optional<Backlog.Waiting> next = next();
                if (next.isPresent()) {
                    carry(next.get());
                } else {
                    rest();
                }
                open = !isOver();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            carrier.close();
        }
    }

    private void hand() {
        Set<Owed> now;
        lock.lock();
        try {
            now = new LinkedHashSet<>(owed);
            owed.clear();
        } finally {
            lock.unlock();
        }
        now.forEach(each -> ties.receipts().delivered(each.id, each.issue, name));
    }

    // The parcel that is due; nothing after a while without one.
    private Optional<Backlog.Waiting> next() throws InterruptedException {
        lock.lock();
        try {
            long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace.restMs());
            while (true) {
                long nowNs = System.nanoTime();
                long heldNs = Math.max(0, holdUntilNs - nowNs);
                Optional<Backlog.Waiting> due = heldNs > 0 ? Optional.empty() : backlog.due(nowNs);
                long leftNs = untilNs - nowNs;
                if (due.isPresent() || leftNs <= 0 || closing || !owed.isEmpty()) {
                    return due;
                }
                news.awaitNanos(Math.max(1, Math.max(heldNs, backlog.untilDueNs(nowNs, leftNs))));
            }
        } finally {
            lock.unlock();
        }
    }

    private void carry(Backlog.Waiting next) throws InterruptedException {
        Parcel parcel = next.parcel.asOf(ties.clock().now());
        next.tries++;
        try {
            carrier.carry(parcel, who -> ties.receipts().delivered(parcel.id(), parcel.issue(), name + "/" + who));
            brought(next);
        } catch (Refusal refusal) {
            refused(next, said(refusal));
        } catch (IOException | RuntimeException broken) {
            failed(next, said(broken));
        }
    }

    private static String said(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private void brought(Backlog.Waiting done) {
        ties.receipts().delivered(done.parcel.id(), done.parcel.issue(), name);
        lock.lock();
        try {
            backlog.brought(done);
            brought++;
            last = Optional.of(
                    new DeliveryState.Had(done.parcel.key(), ties.clock().now()));
        } finally {
            lock.unlock();
        }
        if (done.refusals > 0) {
            tell("takes " + done.parcel.key() + " after all");
        }
        well();
    }

    // The other side is there, so that others need not wait.
    private void refused(Backlog.Waiting tried, String why) {
        well();
        tried.refusals++;
        if (tried.refusals == 1) {
            tell("does not take " + tried.parcel.key() + " (" + why + "). It is offered again.");
        }
        again(tried, why, pace.refusedMs(tried.refusals));
    }

    private void failed(Backlog.Waiting tried, String why) {
        faults = Math.min(faults + 1, Integer.MAX_VALUE - 1);
        lock.lock();
        try {
            holdUntilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace.pauseMs(faults));
        } finally {
            lock.unlock();
        }
        troubled(why);
        again(tried, why, 0);
    }

    private void again(Backlog.Waiting tried, String why, long pauseMs) {
        long nowNs = System.nanoTime();
        boolean over = pace.isOver(tried.parcel, tried.tries, (nowNs - tried.sinceNs) / NS_PER_S);
        if (over && !tried.listed) {
            tried.listed = true;
            dead.add(tried.parcel, tried.tries, why);
        }
        lock.lock();
        try {
            if (over && !tried.parcel.ends()) {
                backlog.settle(tried);
            } else {
                backlog.later(tried, nowNs + TimeUnit.MILLISECONDS.toNanos(pauseMs));
            }
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        try {
            carrier.rest();
        } catch (IOException | RuntimeException broken) {
            troubled(said(broken));
        }
    }

    private void troubled(String why) {
        boolean begins;
        lock.lock();
        try {
            begins = fault.isEmpty();
            fault = Optional.of(why);
            if (begins) {
                faultSince = Optional.of(ties.clock().now());
            }
        } finally {
            lock.unlock();
        }
        if (begins) {
            tell("cannot be reached (" + why + "). It is tried again; what it is to have waits.");
        }
    }

    private void well() {
        boolean ends;
        faults = 0;
        lock.lock();
        try {
            ends = fault.isPresent();
            fault = Optional.empty();
            faultSince = Optional.empty();
        } finally {
            lock.unlock();
        }
        if (ends) {
            tell("is reached again");
        }
    }

    private void tell(String what) {
        ties.troubles().accept("Channel " + name + " " + what);
    }

    // What is due goes out before the end; what is held back does not: the engine says it again after the start.
    private boolean isOver() {
        lock.lock();
        try {
            long nowNs = System.nanoTime();
            boolean idle = holdUntilNs - nowNs > 0 || backlog.due(nowNs).isEmpty();
            return closing && owed.isEmpty() && idle;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(FAREWELL_MS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
