package vedette.core.motion;

import vedette.math.Exact;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// How far the Earth has turned: Greenwich mean sidereal time of 1982 (Aoki and others 1982; Vallado and others 2006,
/// appendix C).
///
/// UT1 is taken as UTC, which is never more than 0.9 s off (within 0.1 s from 2020 to 2026): 0.45 km on the ground at
/// the most, 50 m in these years.
public final class Sidereal {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final double DAY_NS = 86_400e9;
    private static final double CENTURY_DAYS = 36_525;
    /// From 1970-01-01T00:00 to 2000-01-01T12:00, days.
    private static final double NOON_2000_DAYS = 10_957.5;
    /// Seconds of time in a radian.
    private static final double PER_S = Math.PI / 43_200;

    private Sidereal() {}

    /// Days of UTC since 1970-01-01T00:00, leap seconds not counted.
    static double days(Moment moment) {
        return LEAPS.unixNs(moment) / DAY_NS;
    }

    /// Greenwich mean sidereal time.
    ///
    /// @param moment any
    /// @return radians, [0, 2π)
    public static double gmstRad(Moment moment) {
        double sinceDays = days(moment) - NOON_2000_DAYS;
        double t = sinceDays / CENTURY_DAYS;
        // Whole turns of the day are left out before anything large is summed: they would cost digits.
        double dayS = 86_400 * (sinceDays - Math.floor(sinceDays));
        double s = 67_310.54841 + 8_640_184.812866 * t + 0.093104 * t * t - 6.2e-6 * t * t * t + dayS;
        return Exact.turn(s % 86_400 * PER_S);
    }
}
