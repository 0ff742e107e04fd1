package vedette.format.asterix;

import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TimeOfDay;

/// Times of day to moments, remembering the midnight they count from: finding it anew costs more than reading a record.
final class DayClock {
    /// Within this of the arrival no other midnight can be nearer, even on a day with a leap second.
    private static final long SURE_NS = 43_190_000_000_000L;

    private static final long TICK_NS = 1_000_000_000L / 128;
    private static final long TRUNCATED_PERIOD_NS = 512_000_000_000L;

    private final LeapSeconds leapSeconds;
    private Moment midnight = new Moment(0);

    DayClock(LeapSeconds leapSeconds) {
        this.leapSeconds = leapSeconds;
    }

    /// The moment of a full time of day.
    ///
    /// @param ticks 1/128 s since midnight
    Moment resolve(long ticks, Moment arrivedAt) {
        long sinceNs = ticks * TICK_NS;
        Moment guess = new Moment(midnight.taiNs() + sinceNs);
        if (Math.abs(guess.taiNs() - arrivedAt.taiNs()) < SURE_NS) {
            return guess;
        }
        Moment resolved = TimeOfDay.resolve(sinceNs, arrivedAt, leapSeconds);
        midnight = resolved.plusNs(-sinceNs);
        return resolved;
    }

    /// The moment of a truncated time of day (I001/141).
    ///
    /// @param ticks 1/128 s, the rest by 512 s
    Moment resolveTruncated(long ticks, Moment arrivedAt) {
        return TimeOfDay.resolveTruncated(ticks * TICK_NS, TRUNCATED_PERIOD_NS, arrivedAt, leapSeconds);
    }
}
