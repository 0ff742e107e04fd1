package vedette.node;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.EventLog;
import vedette.edge.Sender;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;

/// Takes a recording through an engine on the caller's thread: the time is the recording's, ticks come every 0.1 s of
/// it.
///
/// The same recording gives the same events, so the same digests, at any speed.
public final class Replay {
    /// Over a hole in the recording no more than this is ticked: everything that can end for want of news has ended
    /// then.
    private static final long LONGEST_TICKED_NS = 120_000_000_000L;

    private final Engine engine;
    private final Writer writer;
    private final Pace pace;
    private Moment nextTick = new Moment(0);
    private boolean started;
    private long events;

    /// A replay.
    ///
    /// @param engine new, or from a snapshot of an earlier replay; it is stepped here only
    /// @param senders who hears the outputs; none that reaches anybody outside
    /// @param speed how many seconds of the recording pass in one of ours; 0 is as fast as possible
    public Replay(Engine engine, List<Sender> senders, double speed) {
        this.engine = engine;
        writer = new Writer(engine, EventLog.none(), senders, Long.MAX_VALUE);
        pace = new Pace(speed);
        if (engine.picture().seq() > 0) {
            begin(engine.picture().now());
        }
    }

    /// Tells what is known beforehand, at the recording's start.
    public void configure(Configuration configuration, Moment at) {
        begin(at);
        writer.configure(configuration, at);
        events++;
    }

    /// Takes a measurement with all ticks before it.
    ///
    /// @param measurement what was found
    /// @param arrivedAt when its bytes came, in the recording's time
    public void take(Measurement measurement, Moment arrivedAt) {
        begin(arrivedAt);
        tickUntil(arrivedAt);
        pace.await(arrivedAt);
        writer.observe(measurement, arrivedAt);
        events++;
    }

    /// Takes an event of a journal, as it was.
    public void take(Event event) {
        pace.await(event.stamp().arrivedAt());
        writer.take(event);
        events++;
    }

    /// Lets time pass after the last measurement.
    ///
    /// @param seconds how much
    public void pass(double seconds) {
        tickUntil(engine.picture().now().plusS(seconds));
    }

    /// Events taken so far.
    public long events() {
        return events;
    }

    /// What is known now.
    public Picture picture() {
        return engine.picture();
    }

    private void begin(Moment at) {
        if (!started) {
            started = true;
            long ns = Math.floorDiv(at.taiNs(), Node.TICK_NS) * Node.TICK_NS;
            nextTick = new Moment(ns + Node.TICK_NS);
        }
    }

    private void tickUntil(Moment end) {
        if (end.nsSince(nextTick) > LONGEST_TICKED_NS) {
            run(nextTick.plusNs(LONGEST_TICKED_NS));
            long turns = Math.floorDiv(end.nsSince(nextTick), Node.TICK_NS);
            nextTick = nextTick.plusNs(turns * Node.TICK_NS);
        }
        run(end);
    }

    private void run(Moment end) {
        while (!nextTick.isAfter(end)) {
            pace.await(nextTick);
            writer.tick(nextTick);
            events++;
            nextTick = nextTick.plusNs(Node.TICK_NS);
        }
    }

    /// Holds the recording's time back to a multiple of ours.
    private static final class Pace {
        private final double speed;
        private long startNs;
        private Moment start = new Moment(0);
        private boolean running;

        Pace(double speed) {
            this.speed = speed;
        }

        void await(Moment moment) {
            if (speed <= 0) {
                return;
            }
            if (!running) {
                running = true;
                start = moment;
                startNs = System.nanoTime();
            }
            long dueNs = startNs + Math.round(moment.nsSince(start) / speed);
            for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
