package vedette.format.adsb;

/// Turns the 12 MHz ticks of a receiver, which count from nowhere, into times: the fastest arrival tells the offset.
///
/// What a network adds to a frame is never negative, so the smallest difference between arrival and ticks seen so far
/// is the truest; it may creep up by [#CREEP], since the crystal is not exact. A difference that leaps is a receiver
/// that was restarted: the offset begins anew. The result is never later than the arrival and never more than
/// [#LEAP_NS] earlier.
final class TickClock {
    private static final double CREEP = 100e-6;
    private static final long LEAP_NS = 2_000_000_000L;

    private boolean begun;
    private long offsetNs;
    private long lastTickNs;

    /// Nanoseconds of ticks.
    static long nanos(long ticks) {
        return ticks * 250 / 3;
    }

    /// When a frame was heard.
    ///
    /// @param ticks its 12 MHz stamp
    /// @param arrivedNs when it arrived
    long heardNs(long ticks, long arrivedNs) {
        long tickNs = nanos(ticks);
        long difference = arrivedNs - tickNs;
        long slower = difference - offsetNs;
        if (!begun || slower < 0 || slower > LEAP_NS) {
            offsetNs = difference;
            begun = true;
        } else {
            long elapsed = Math.max(0, tickNs - lastTickNs);
            offsetNs += Math.min(slower, (long) (elapsed * CREEP));
        }
        lastTickNs = tickNs;
        return tickNs + offsetNs;
    }
}
