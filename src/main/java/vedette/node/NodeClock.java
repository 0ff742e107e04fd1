package vedette.node;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import vedette.edge.Clock;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The node's clock: it follows the system's time of day, but never jumps and never runs back.
///
/// Between readings it runs with the monotonic counter. When the system's time has been stepped by less than a minute
/// it is
/// slewed: one part in a hundred faster or slower until both agree. A larger step forward is taken at once (a machine
/// that
/// slept); a larger step back is slewed too, since the past cannot be lived again. The offset still to be slewed is
/// shown.
public final class NodeClock implements Clock {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long LARGEST_SLEWED_NS = 60 * NS_PER_S;
    private static final long SLEW_PARTS = 100;

    private final InstantSource wall;
    private final LongSupplier monotonicNs;
    private final LeapSeconds leapSeconds;
    private long lastMonotonicNs;
    private long lastTaiNs;
    private long offsetNs;

    /// A clock on the machine's own time.
    ///
    /// @param leapSeconds UTC against TAI
    public static NodeClock ofSystem(LeapSeconds leapSeconds) {
        return new NodeClock(InstantSource.system(), System::nanoTime, leapSeconds);
    }

    /// A clock on given sources.
    ///
    /// @param wall the time of day
    /// @param monotonicNs a counter of nanoseconds that never runs back
    /// @param leapSeconds UTC against TAI
    public NodeClock(InstantSource wall, LongSupplier monotonicNs, LeapSeconds leapSeconds) {
        this.wall = wall;
        this.monotonicNs = monotonicNs;
        this.leapSeconds = leapSeconds;
        lastMonotonicNs = monotonicNs.getAsLong();
        lastTaiNs = wallTaiNs();
    }

    @Override
    public synchronized Moment now() {
        long counter = monotonicNs.getAsLong();
        long elapsed = Math.max(0, counter - lastMonotonicNs);
        lastMonotonicNs = counter;
        long free = lastTaiNs + elapsed;
        long error = wallTaiNs() - free;
        lastTaiNs = free + slewed(error, elapsed);
        offsetNs = error - slewed(error, elapsed);
        return new Moment(lastTaiNs);
    }

    /// How far the system's time is ahead of this clock, nanoseconds, as of the last reading.
    public synchronized long offsetNs() {
        return offsetNs;
    }

    private static long slewed(long errorNs, long elapsedNs) {
        if (errorNs > LARGEST_SLEWED_NS) {
            return errorNs;
        }
        long most = elapsedNs / SLEW_PARTS;
        return Math.clamp(errorNs, -most, most);
    }

    private long wallTaiNs() {
        var instant = wall.instant();
        return leapSeconds
                .moment(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_S), instant.getNano()))
                .taiNs();
    }
}
