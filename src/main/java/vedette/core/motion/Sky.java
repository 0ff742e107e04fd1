package vedette.core.motion;

import vedette.math.Exact;

/// Where Sun or Moon go, as SDP4 has it: a path round the Earth, seen from an orbit's node (Hoots and Roehrich 1980,
/// section 10; Hujsak 1979). Radians, minutes.
///
/// @param cosG of the argument of the body's perigee
/// @param sinG of the same
/// @param cosI of the inclination of its path against the equator
/// @param sinI of the same
/// @param cosH of the orbit's node less that of its path
/// @param sinH of the same
/// @param pull how strongly it pulls, radians a minute squared over its mean motion
/// @param motion its mean motion, radians a minute
/// @param eccentricity of its path
/// @param anomaly its mean anomaly at the orbit's epoch
record Sky(
        double cosG,
        double sinG,
        double cosI,
        double sinI,
        double cosH,
        double sinH,
        double pull,
        double motion,
        double eccentricity,
        double anomaly) {
    /// From 1899-12-31T12:00, which the theory's Sun and Moon count from, to 1970-01-01T00:00, days.
    private static final double FROM_1900_DAYS = 25_567.5;

    private static final double COS_TILT = 0.91744867;
    private static final double SIN_TILT = 0.39785416;

    /// The Sun.
    ///
    /// @param orbit whose node it is seen from
    /// @param days UTC since 1970-01-01T00:00
    static Sky sun(MeanOrbit orbit, double days) {
        double day = days + FROM_1900_DAYS;
        return new Sky(
                0.1945905,
                -0.98088458,
                COS_TILT,
                SIN_TILT,
                Exact.cos(orbit.node()),
                Exact.sin(orbit.node()),
                2.9864797e-6,
                1.19459e-5,
                0.01675,
                Exact.turn(6.2565837 + 0.017201977 * day));
    }

    /// The Moon, whose path's node goes round in 18.6 years.
    ///
    /// @param orbit whose node it is seen from
    /// @param days UTC since 1970-01-01T00:00
    static Sky moon(MeanOrbit orbit, double days) {
        double day = days + FROM_1900_DAYS;
        double node = (4.5236020 - 9.2422029e-4 * day) % Exact.TWO_PI;
        double sinNode = Exact.sin(node);
        double cosNode = Exact.cos(node);
        double cosI = 0.91375164 - 0.03568096 * cosNode;
        double sinI = Math.sqrt(1 - cosI * cosI);
        double sinEast = 0.089683511 * sinNode / sinI;
        double cosEast = Math.sqrt(1 - sinEast * sinEast);
        double longitude = 5.8351514 + 0.0019443680 * day;
        double y = SIN_TILT * sinNode / sinI;
        double x = cosEast * cosNode + COS_TILT * sinEast * sinNode;
        double perigee = longitude + Exact.atan2(y, x) - node;
        double sin = Exact.sin(orbit.node());
        double cos = Exact.cos(orbit.node());
        return new Sky(
                Exact.cos(perigee),
                Exact.sin(perigee),
                cosI,
                sinI,
                cosEast * cos + sinEast * sin,
                sin * cosEast - cos * sinEast,
                4.7968065e-7,
                1.5835218e-4,
                0.05490,
                Exact.turn(4.7199672 + 0.22997150 * day - longitude));
    }
}
