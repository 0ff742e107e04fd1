package vedette.node;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.Emission;
import vedette.edge.EventLog;
import vedette.edge.Sender;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;

/// The one writer: numbers each event, records it, steps the engine, hands its outputs on. Used by one thread.
final class Writer {
    /// How often the record carries the digest of the outputs, events.
    static final long DIGEST_EVERY = 10_000;

    private final Engine engine;
    private final EventLog log;
    private final List<Sender> senders;
    private final long snapshotEveryNs;
    private final AtomicLong senderFaults = new AtomicLong();
    private Moment lastSnapshot;

    Writer(Engine engine, EventLog log, List<Sender> senders, long snapshotEveryNs) {
        this.engine = engine;
        this.log = log;
        this.senders = List.copyOf(senders);
        this.snapshotEveryNs = snapshotEveryNs;
        lastSnapshot = engine.picture().now();
    }

    void observe(Measurement measurement, Moment arrivedAt) {
        take(new Event.Observed(stamp(arrivedAt), measurement));
    }

    void order(Operator operator, Order order, Moment arrivedAt) {
        take(new Event.Ordered(stamp(arrivedAt), operator, order));
    }

    void configure(Configuration configuration, Moment arrivedAt) {
        take(new Event.Configured(stamp(arrivedAt), configuration));
    }

    void tick(Moment now) {
        take(new Event.Tick(stamp(now)));
        snapshotWhenDue();
    }

    /// Takes an event that already has its place, as a recording gives it.
    void take(Event event) {
        log.append(event);
        List<Output> outputs = engine.step(event);
        for (int i = 0; i < outputs.size(); i++) {
            hand(new Emission(engine.picture().now(), event.stamp().seq(), i, outputs.get(i)));
        }
        if (event.stamp().seq() % DIGEST_EVERY == 0) {
            log.digest(event.stamp().seq(), engine.picture().digest());
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

    private void snapshotWhenDue() {
        Moment now = engine.picture().now();
        if (log.wantsSnapshot() || now.nsSince(lastSnapshot) >= snapshotEveryNs) {
            snapshot();
        }
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
        Picture picture = engine.picture();
        return new Event.Stamp(picture.seq() + 1, Moment.later(arrivedAt, picture.now()), picture.domain());
    }
}
