package vedette.model;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;

/// How far atomic time runs ahead of UTC, step by step (IERS Bulletin C).
///
/// "Unix time" here counts UTC seconds since 1970 with 86,400 a day, so that a leap second bears the number of the
/// second
/// after it.
///
/// @param steps ascending; before the first step its offset holds
public record LeapSeconds(List<Step> steps) {
    private static final long NS = 1_000_000_000L;
    private static final int DAY_S = 86_400;

    /// The 28 steps of 1972–2017, none announced since (IERS Bulletin C 72). Days since 1970-01-01 of the first day
    /// with
    /// the new offset; the offsets count up from 10 s.
    private static final int[] STEP_DAYS = {
        730, 912, 1096, 1461, 1826, 2191, 2557, 2922, 3287, 3652, 4199, 4564, 4929, 5660, 6574, 7305, 7670, 8217, 8582,
        8947, 9496, 10043, 10592, 13149, 14245, 15522, 16617, 17167
    };

    /// One change of the offset.
    ///
    /// @param fromUnixS the first UTC second with this offset, seconds since 1970
    /// @param taiMinusUtcS TAI − UTC, seconds
    public record Step(long fromUnixS, int taiMinusUtcS) {}

    /// Checks the order.
    public LeapSeconds {
        steps = List.copyOf(steps);
        require(!steps.isEmpty(), "no leap second steps");
        for (int i = 1; i < steps.size(); i++) {
            require(steps.get(i - 1).fromUnixS < steps.get(i).fromUnixS, "leap second step %s is out of order", i);
        }
    }

    /// The steps known when this was written.
    public static LeapSeconds standard() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEP_DAYS.length; i++) {
            steps.add(new Step((long) STEP_DAYS[i] * DAY_S, 10 + i));
        }
        return new LeapSeconds(steps);
    }

    /// The moment of a UTC time.
    ///
    /// @param unixNs nanoseconds since 1970 in UTC, leap seconds not counted
    public Moment moment(long unixNs) {
        long unixS = Math.floorDiv(unixNs, NS);
        int offset = steps.getFirst().taiMinusUtcS;
        for (Step step : steps) {
            if (unixS >= step.fromUnixS) {
                offset = step.taiMinusUtcS;
            }
        }
        return new Moment(Math.addExact(unixNs, offset * NS));
    }

    /// The UTC time of a moment, nanoseconds since 1970; within a leap second the second before it is repeated.
    public long unixNs(Moment moment) {
        int offset = steps.getFirst().taiMinusUtcS;
        for (Step step : steps) {
            if (moment.taiNs() >= (step.fromUnixS + step.taiMinusUtcS) * NS) {
                offset = step.taiMinusUtcS;
            }
        }
        return moment.taiNs() - offset * NS;
    }

    /// The start of the UTC day that holds a moment, shifted by whole days.
    ///
    /// @param moment any moment
    /// @param days days to add
    public Moment midnight(Moment moment, int days) {
        long day = Math.floorDiv(unixNs(moment), DAY_S * NS) + days;
        return moment(day * DAY_S * NS);
    }
}
