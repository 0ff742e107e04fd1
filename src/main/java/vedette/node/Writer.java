package vedette.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.Emission;
import vedette.edge.EventLog;
import vedette.edge.Sender;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;

/// The one writer: numbers each event, records it, steps the engine, hands its outputs on. Used by one thread.
///
/// It records ahead of the engine, within two bounds: what came is safe in the journal while the engine still works on
/// what came before. Recorded is the order for good, so an operator's order waits behind it: therefore no more is
/// recorded than the engine works off in [#AHEAD_NS], by the pace it has had lately.
final class Writer {
    /// How often the record carries the digest of the outputs, events.
    static final long DIGEST_EVERY = 10_000;

    /// Events that may be recorded and not stepped yet.
    static final int AHEAD = 4_096;

    /// The engine's work that may be recorded and not done yet.
    static final long AHEAD_NS = 150_000_000;

    /// Of this many groups of steps the last one counts one part in the pace.
    private static final int PACE_PARTS = 8;

    /// Events stepped before the inlet is looked at again: about 2 ms.
    private static final int STEPS = 64;

    private final Engine engine;
    private final EventLog log;
    private final List<Sender> senders;
    private final long snapshotEveryNs;
    private final AtomicLong senderFaults = new AtomicLong();
    private final Deque<Event> ahead = new ArrayDeque<>();
    private final LongSupplier nanos;
    private double stepNs;
    private boolean snapshotDue;
    private Moment lastSnapshot;
    private long lastSeq;
    private Moment lastAt;

    Writer(Engine engine, EventLog log, List<Sender> senders, long snapshotEveryNs) {
        this(engine, log, senders, snapshotEveryNs, System::nanoTime);
    }

    /// @param nanos by which the engine's pace is measured; nothing else depends on it
    Writer(Engine engine, EventLog log, List<Sender> senders, long snapshotEveryNs, LongSupplier nanos) {
        this.nanos = nanos;
        this.engine = engine;
        this.log = log;
        this.senders = List.copyOf(senders);
        this.snapshotEveryNs = snapshotEveryNs;
        lastSnapshot = engine.picture().now();
        // An event that was recorded but is never to be stepped again keeps its number.
        lastSeq = Math.max(engine.picture().seq(), log.state().lastSeq());
        lastAt = engine.picture().now();
    }

    /// Records what waited together, in one go; it is stepped later.
    void record(List<Inlet.Waiting> batch) {
        if (!batch.isEmpty()) {
            List<Event> events = new ArrayList<>(batch.size());
            for (Inlet.Waiting waiting : batch) {
                events.add(event(waiting));
            }
            log.append(events);
            ahead.addAll(events);
        }
    }

    /// Whether a batch may be recorded now. Not while a snapshot is due: it stands between what is stepped and what is
    /// recorded after it.
    boolean hasRoom() {
        return !snapshotDue && ahead.size() + Inlet.BATCH <= AHEAD && ahead.size() * stepNs <= AHEAD_NS;
    }

    /// Whether everything that is recorded has been stepped.
    boolean isIdle() {
        return ahead.isEmpty();
    }

    /// Steps some of what is recorded.
    void work() {
        long beginNs = nanos.getAsLong();
        int steps = Math.min(STEPS, ahead.size());
        for (int i = 0; i < steps; i++) {
            Event event = ahead.remove();
            step(event);
            snapshotDue |= event instanceof Event.Tick && isSnapshotDue();
        }
        if (steps > 0) {
            double nowNs = (nanos.getAsLong() - beginNs) / (double) steps;
            stepNs = stepNs == 0 ? nowNs : stepNs + (nowNs - stepNs) / PACE_PARTS;
        }
        if (snapshotDue && ahead.isEmpty()) {
            snapshotDue = false;
            snapshot();
        }
    }

    /// Records that time passes; it is stepped in its turn.
    void ticked(Moment now) {
        Event tick = new Event.Tick(stamp(now));
        log.append(tick);
        ahead.add(tick);
    }

    /// Takes a measurement.
    void observe(Measurement measurement, Moment arrivedAt) {
        take(new Event.Observed(stamp(arrivedAt), measurement));
    }

    /// Takes what is known beforehand.
    void configure(Configuration configuration, Moment arrivedAt) {
        take(new Event.Configured(stamp(arrivedAt), configuration));
    }

    /// Lets time pass.
    void tick(Moment now) {
        take(new Event.Tick(stamp(now)));
        if (isSnapshotDue()) {
            snapshot();
        }
    }

    /// Takes an event that already has its place, as a recording gives it.
    void take(Event event) {
        log.append(event);
        step(event);
    }

    private Event event(Inlet.Waiting waiting) {
        return switch (waiting) {
            case Inlet.Waiting.Claim(var measurement, Moment at) -> new Event.Observed(stamp(at), measurement);
            case Inlet.Waiting.Wish(var operator, var order, Moment at) ->
                new Event.Ordered(stamp(at), operator, order);
            case Inlet.Waiting.Word(String link, long linkSeq, var shared, Moment at) ->
                new Event.Received(stamp(at), link, linkSeq, shared);
            case Inlet.Waiting.Receipt(var warning, int issue, String recipient, Moment at) ->
                new Event.Delivered(stamp(at), warning, issue, recipient);
            case Inlet.Waiting.Change(var configuration, Moment at) -> new Event.Configured(stamp(at), configuration);
        };
    }

    private void step(Event event) {
        long seq = event.stamp().seq();
        lastSeq = Math.max(lastSeq, seq);
        lastAt = Moment.later(lastAt, event.stamp().arrivedAt());
        List<Output> outputs = stepped(event);
        for (int i = 0; i < outputs.size(); i++) {
            hand(new Emission(engine.picture().now(), seq, i, outputs.get(i)));
        }
        if (seq % DIGEST_EVERY == 0) {
            log.digest(seq, engine.picture().digest());
        }
    }

    private List<Output> stepped(Event event) {
        try {
            return engine.step(event);
        } catch (Error fault) {
            log.fatal(event.stamp().seq(), fault.toString());
            throw fault;
        }
    }

    /// Writes a snapshot of what is known now.
    void snapshot() {
        Picture picture = engine.picture();
        lastSnapshot = picture.now();
        log.snapshot(picture.seq(), picture.now(), () -> Engine.pictures().bytes(picture));
    }

    /// How often a sender failed, since the start.
    long senderFaults() {
        return senderFaults.get();
    }

    private boolean isSnapshotDue() {
        return log.wantsSnapshot() || engine.picture().now().nsSince(lastSnapshot) >= snapshotEveryNs;
    }

    // A sender that fails must not keep the others, or the next event, from going on.
    private void hand(Emission emission) {
        for (Sender sender : senders) {
            try {
                sender.send(emission);
            } catch (RuntimeException fault) {
                senderFaults.incrementAndGet();
            }
        }
    }

    // The order of arrival between feeds may be off by a few milliseconds; the engine's clock never runs back.
    private Event.Stamp stamp(Moment arrivedAt) {
        lastSeq++;
        lastAt = Moment.later(arrivedAt, lastAt);
        return new Event.Stamp(lastSeq, lastAt, engine.picture().domain());
    }
}
