package vedette.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final long S = 1_000_000_000L;
    private static final long DAY_S = 86_400;
    /// 2016-12-31T00:00:00 UTC, the day that ended with a leap second, in Unix seconds.
    private static final long LEAP_DAY_S = 1_483_142_400L;

    @Test
    void aMessageFromBeforeMidnightBelongsToYesterday() {
        Moment arrived = LEAPS.moment((20_000 * DAY_S + 1) * S);

        Moment observed = TimeOfDay.resolve((DAY_S - 2) * S, arrived, LEAPS);

        assertEquals(3.0, arrived.secondsSince(observed));
    }

    @Test
    void aFastSensorClockMayBeAheadAcrossMidnight() {
        Moment arrived = LEAPS.moment((20_000 * DAY_S - 1) * S);

        Moment observed = TimeOfDay.resolve(2 * S, arrived, LEAPS);

        assertEquals(3.0, observed.secondsSince(arrived));
    }

    @Test
    void theLeapSecondHasItsOwnMoment() {
        Moment before = LEAPS.moment((LEAP_DAY_S + DAY_S - 1) * S);
        Moment after = LEAPS.moment((LEAP_DAY_S + DAY_S) * S);

        Moment within = TimeOfDay.resolve(DAY_S * S, before, LEAPS);

        assertEquals(2.0, after.secondsSince(before));
        assertEquals(1.0, within.secondsSince(before));
    }

    @Test
    void aTimeOfYesterdayHeardAfterTheLeapSecondDoesNotSlipByOne() {
        Moment arrived = LEAPS.moment((LEAP_DAY_S + DAY_S) * S);

        Moment observed = TimeOfDay.resolve((DAY_S - 1) * S, arrived, LEAPS);

        assertEquals(2.0, arrived.secondsSince(observed));
    }

    @Test
    void aTruncatedTimeIsTheNearestOfItsTurns() {
        Moment arrived = LEAPS.moment((20_000 * DAY_S + 1030) * S);

        Moment observed = TimeOfDay.resolveTruncated(4 * S, 512 * S, arrived, LEAPS);

        assertEquals(2.0, arrived.secondsSince(observed));
    }

    @Test
    void aTruncatedTimeStartsAnewAtMidnightThoughADayIsNoMultipleOfItsPeriod() {
        Moment arrived = LEAPS.moment((20_000 * DAY_S + 1) * S);
        long lastRest = (DAY_S - 2) % 512;

        Moment observed = TimeOfDay.resolveTruncated(lastRest * S, 512 * S, arrived, LEAPS);

        assertEquals(3.0, arrived.secondsSince(observed));
    }

    @Property
    void aTimeToldWithinElevenHoursComesBackExactly(
            @ForAll @LongRange(min = 1_400_000_000L, max = 1_600_000_000L) long unixS,
            @ForAll @LongRange(min = -39_600, max = 39_600) long delayS) {
        Moment truth = LEAPS.moment(unixS * S);
        long sinceMidnight = truth.nsSince(LEAPS.midnight(truth, 0));

        Moment observed = TimeOfDay.resolve(sinceMidnight, truth.plusNs(delayS * S), LEAPS);

        assertEquals(truth, observed);
    }

    @Property
    void aTruncatedTimeToldWithinFourMinutesComesBackExactly(
            @ForAll @LongRange(min = 1_400_000_000L, max = 1_600_000_000L) long unixS,
            @ForAll @LongRange(min = -100, max = 100) long delayS) {
        Moment truth = LEAPS.moment(unixS * S);
        Moment midnight = LEAPS.midnight(truth, 0);
        long rest = truth.nsSince(midnight) % (512 * S);
        Moment arrived = truth.plusNs(delayS * S);

        Moment observed = TimeOfDay.resolveTruncated(rest, 512 * S, arrived, LEAPS);

        // The last, short turn of a day (384 s) is followed by a new one: near it two moments bear the same rest.
        boolean ambiguous = Math.abs(observed.nsSince(arrived)) <= Math.abs(truth.nsSince(arrived));
        assertEquals(true, observed.equals(truth) || ambiguous);
    }
}
