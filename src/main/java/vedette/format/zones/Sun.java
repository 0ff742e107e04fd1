package vedette.format.zones;

import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.LatLon;

/// When the sun rises and sets, and civil twilight begins and ends.
///
/// Low-precision solar coordinates (Meeus, Astronomical Algorithms, 2nd ed., chapter 25, as NOAA's solar calculator
/// uses them), the sun's position taken anew at the event: within a minute between the polar circles.
///
/// @param place where
record Sun(LatLon place) {
    /// The sun's upper limb touches the horizon: refraction 34', half diameter 16', radians.
    private static final double RISEN_RAD = Math.toRadians(-0.833);
    /// Civil twilight, radians.
    private static final double TWILIGHT_RAD = Math.toRadians(-6);

    private static final double DAY_S = 86_400;
    private static final double CENTURY_DAYS = 36_525;
    /// 2000 January 1, 12:00, in days since 1970.
    private static final double J2000_DAYS = 10_957.5;

    private static final int ROUNDS = 3;

    /// An event of the day (ED-318 `daylightEventType`).
    enum Event {
        /// Begin of the morning civil twilight.
        BMCT,
        /// Sunrise.
        SR,
        /// Sunset.
        SS,
        /// End of the evening civil twilight.
        EECT
    }

    /// When an event happens on a day of the place, in seconds from 1970 (UTC, days of 86,400 s).
    ///
    /// Where the sun stays below, mornings and evenings fall together at noon; where it stays above, they
    /// are the midnights before and after: so a day has no length, or all of it, as it is.
    ///
    /// @param epochDay the day around whose noon at the place the event lies, days since 1970
    double at(Event event, long epochDay) {
        // Within a degree of a pole the sun climbs by more in a day than a day turns it, and a sunrise may be found
        // before the twilight: light lasts from the first to the last.
        return switch (event) {
            case SR, SS -> passing(event == Event.SR, RISEN_RAD, epochDay);
            case BMCT -> Math.min(passing(true, TWILIGHT_RAD, epochDay), passing(true, RISEN_RAD, epochDay));
            case EECT -> Math.max(passing(false, TWILIGHT_RAD, epochDay), passing(false, RISEN_RAD, epochDay));
        };
    }

    private double passing(boolean morning, double height, long epochDay) {
        double atS = noonS(epochDay);
        for (int i = 0; i < ROUNDS; i++) {
            Position sun = sun(atS);
            double transitS = epochDay * DAY_S + DAY_S / 2 - seconds(place.lonRad()) - sun.equationS;
            OptionalDouble half = half(sun.declinationRad, height);
            double halfS =
                    half.isPresent() ? seconds(half.getAsDouble()) : isUp(sun.declinationRad, height) ? DAY_S / 2 : 0;
            atS = morning ? transitS - halfS : transitS + halfS;
        }
        return atS;
    }

    private double noonS(long epochDay) {
        return epochDay * DAY_S + DAY_S / 2 - seconds(place.lonRad());
    }

    private static double seconds(double rad) {
        return rad / Exact.TWO_PI * DAY_S;
    }

    private OptionalDouble half(double declination, double height) {
        double cosine = (Exact.sin(height) - Exact.sin(place.latRad()) * Exact.sin(declination))
                / (Exact.cos(place.latRad()) * Exact.cos(declination));
        return Math.abs(cosine) <= 1 ? OptionalDouble.of(Exact.acos(cosine)) : OptionalDouble.empty();
    }

    private boolean isUp(double declination, double height) {
        return Exact.sin(place.latRad()) * Exact.sin(declination) > Exact.sin(height);
    }

    /// @param declinationRad of the sun
    /// @param equationS how far the sun is ahead of the clock
    private record Position(double declinationRad, double equationS) {}

    private static Position sun(double unixS) {
        double t = (unixS / DAY_S - J2000_DAYS) / CENTURY_DAYS;
        double meanRad = Math.toRadians(280.46646 + t * (36_000.76983 + t * 0.0003032));
        double anomaly = Math.toRadians(357.52911 + t * (35_999.05029 - t * 0.0001537));
        double e = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
        double centre = Exact.sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
                + Exact.sin(2 * anomaly) * (0.019993 - 0.000101 * t)
                + Exact.sin(3 * anomaly) * 0.000289;
        double node = Math.toRadians(125.04 - 1934.136 * t);
        double longitude = meanRad + Math.toRadians(centre - 0.00569 - 0.00478 * Exact.sin(node));
        double tilt = Math.toRadians(23.439291 - 0.0130042 * t + 0.00256 * Exact.cos(node));
        double y = Exact.tan(tilt / 2) * Exact.tan(tilt / 2);
        double equation = y * Exact.sin(2 * meanRad)
                - 2 * e * Exact.sin(anomaly)
                + 4 * e * y * Exact.sin(anomaly) * Exact.cos(2 * meanRad)
                - y * y / 2 * Exact.sin(4 * meanRad)
                - 1.25 * e * e * Exact.sin(2 * anomaly);
        return new Position(Exact.asin(Exact.sin(tilt) * Exact.sin(longitude)), seconds(equation));
    }
}
