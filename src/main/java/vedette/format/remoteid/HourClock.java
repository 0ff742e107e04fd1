package vedette.format.remoteid;

import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Times within the hour, as Location messages tell them, held against the time of receipt.
final class HourClock {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long TENTH_NS = 100_000_000L;

    /// A broadcast is at most one second old when it is sent, by the standard; receivers that gather it add
    /// some.
    static final long LATEST_NS = 5_000_000_000L;

    /// Clocks that run ahead by more are wrong.
    static final long AHEAD_NS = 2_000_000_000L;

    private HourClock() {}

    /// The moment with this time within the hour that is nearest to the receipt: of the hour of receipt, the
    /// one before or the one after. A leap second lies at the end of its hour, as tenths 36000 to 36009.
    ///
    /// @param tenths after the full hour, UTC
    /// @param heardAt the receipt
    /// @param leaps UTC against TAI
    static Moment resolve(int tenths, Moment heardAt, LeapSeconds leaps) {
        long hour = Math.floorDiv(leaps.unixNs(heardAt), HOUR_NS);
        Moment best = within(hour, tenths, leaps);
        for (int other = -1; other <= 1; other += 2) {
            Moment candidate = within(hour + other, tenths, leaps);
            boolean nearer = Math.abs(candidate.nsSince(heardAt)) < Math.abs(best.nsSince(heardAt));
            best = nearer ? candidate : best;
        }
        return best;
    }

    // Counted in TAI from the hour's start: a leap second within it shifts nothing.
    private static Moment within(long hour, int tenths, LeapSeconds leaps) {
        return leaps.moment(hour * HOUR_NS).plusNs(tenths * TENTH_NS);
    }

    /// Whether a told time can be taken for the time of the place: neither stale nor of the future.
    static boolean isTrue(Moment told, Moment heardAt) {
        long lateNs = heardAt.nsSince(told);
        return lateNs <= LATEST_NS && lateNs >= -AHEAD_NS;
    }
}
