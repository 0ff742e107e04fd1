package vedette.canon;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vedette.model.Event;

/// A Mode S plot event to bytes, to a digest, and back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CanonBench {
    private static final Canon<Event> CANON = Canon.of(Event.class);
    private static final int EVENTS = 1024;

    private final Event[] events = new Event[EVENTS];
    private final byte[][] bytes = new byte[EVENTS][];
    private final ByteSink sink = new ByteSink();
    private final XxHash64 hash = new XxHash64();
    private final ByteSink hashing = ByteSink.into(hash::update);
    private int next;

    /// Makes the events.
    public CanonBench() {
        for (int i = 0; i < EVENTS; i++) {
            events[i] = Plots.event(i);
            bytes[i] = CANON.bytes(events[i]);
        }
    }

    /// One event into a sink used again.
    @Benchmark
    public int write() {
        sink.clear();
        CANON.write(events[next++ & EVENTS - 1], sink);
        return sink.size();
    }

    /// One event into a running digest.
    @Benchmark
    public void digest() {
        CANON.write(events[next++ & EVENTS - 1], hashing);
    }

    /// One event back, all records checked again.
    @Benchmark
    public Object read() {
        return CANON.read(bytes[next++ & EVENTS - 1]);
    }
}
