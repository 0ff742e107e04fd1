package vedette.model;

import static vedette.math.Require.require;

/// Sensors tell the time since midnight; the day is found from when the message came.
///
/// Of all moments that bear the told time, the nearest to the arrival is taken: right whenever sensor and receiver
/// agree
/// within half a period, so ±12 h for a full time of day, ±256 s for the truncated one of ASTERIX category 001.
public final class TimeOfDay {
    /// The period of a full time of day, nanoseconds.
    public static final long DAY_NS = 86_400_000_000_000L;

    private TimeOfDay() {}

    /// The moment of a time since UTC midnight.
    ///
    /// @param sinceMidnightNs nanoseconds, 0 to 86,401 s (a leap second)
    /// @param arrivedAt when the message came
    /// @param leapSeconds UTC against TAI
    public static Moment resolve(long sinceMidnightNs, Moment arrivedAt, LeapSeconds leapSeconds) {
        Moment best = leapSeconds.midnight(arrivedAt, 0).plusNs(sinceMidnightNs);
        for (int day = -1; day <= 1; day += 2) {
            best = nearer(best, leapSeconds.midnight(arrivedAt, day).plusNs(sinceMidnightNs), arrivedAt);
        }
        return best;
    }

    /// The moment of a time since midnight of which only the rest by `periodNs` is told (ASTERIX I001/141: 512 s). The
    /// count starts anew at midnight, which need not be a multiple of the period.
    ///
    /// @param restNs nanoseconds, 0 or more, below `periodNs`
    /// @param periodNs the period, above 0, at most a day
    /// @param arrivedAt when the message came
    /// @param leapSeconds UTC against TAI
    public static Moment resolveTruncated(long restNs, long periodNs, Moment arrivedAt, LeapSeconds leapSeconds) {
        require(periodNs > 0 && restNs >= 0 && restNs < periodNs, "rest %s of period %s", restNs, periodNs);
        Moment best = leapSeconds.midnight(arrivedAt, 0).plusNs(restNs);
        for (int day = -1; day <= 1; day++) {
            Moment midnight = leapSeconds.midnight(arrivedAt, day);
            long dayNs = leapSeconds.midnight(arrivedAt, day + 1).nsSince(midnight);
            long turns = Math.max(0, Math.floorDiv(arrivedAt.nsSince(midnight) - restNs, periodNs));
            for (long turn = Math.max(0, turns - 1); turn <= turns + 1; turn++) {
                long sinceMidnightNs = Math.min(turn, (dayNs - 1 - restNs) / periodNs) * periodNs + restNs;
                best = nearer(best, midnight.plusNs(sinceMidnightNs), arrivedAt);
            }
        }
        return best;
    }

    private static Moment nearer(Moment a, Moment b, Moment to) {
        return Math.abs(b.nsSince(to)) < Math.abs(a.nsSince(to)) ? b : a;
    }
}
