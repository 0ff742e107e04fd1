package vedette.core.motion;

import vedette.math.Exact;
import vedette.model.MeanElements;

/// A mean orbit in the theory's own units: Earth radii, minutes, radians; the mean motion as Brouwer has it.
///
/// @param motion Brouwer's mean motion, radians a minute
/// @param axis half the long axis, Earth radii
/// @param eccentricity as given
/// @param inclination radians
/// @param node radians
/// @param perigee argument of perigee, radians
/// @param anomaly mean anomaly, radians
/// @param bstar drag, one over Earth radii
/// @param sin of the inclination
/// @param cos of the inclination
record MeanOrbit(
        double motion,
        double axis,
        double eccentricity,
        double inclination,
        double node,
        double perigee,
        double anomaly,
        double bstar,
        double sin,
        double cos) {
    static final double TWO_THIRDS = 2.0 / 3;

    /// From Kozai's mean motion to Brouwer's (Hoots and Roehrich 1980, section 6, the first seven lines).
    static MeanOrbit of(MeanElements given) {
        double kozai = given.meanMotionRadps() * 60;
        double e = given.eccentricity();
        double sin = Exact.sin(given.inclinationRad());
        double cos = Exact.cos(given.inclinationRad());
        double round = 1 - e * e;
        double a1 = Exact.pow(Wgs72.KE / kozai, TWO_THIRDS);
        double flat = 0.75 * Wgs72.J2 * (3 * cos * cos - 1) / (Math.sqrt(round) * round);
        double d1 = flat / (a1 * a1);
        double a0 = a1 * (1 - d1 * d1 - d1 * (1.0 / 3 + 134 * d1 * d1 / 81));
        double d0 = flat / (a0 * a0);
        double motion = kozai / (1 + d0);
        return new MeanOrbit(
                motion,
                Exact.pow(Wgs72.KE / motion, TWO_THIRDS),
                e,
                given.inclinationRad(),
                given.nodeRad(),
                given.perigeeRad(),
                given.anomalyRad(),
                given.bstar(),
                sin,
                cos);
    }

    /// 1 − e².
    double round() {
        return 1 - eccentricity * eccentricity;
    }

    /// The lowest distance from the Earth's middle, Earth radii.
    double lowest() {
        return axis * (1 - eccentricity);
    }
}
