package vedette.model;

import static vedette.math.Require.require;

/// An object's mean orbital elements, as the public catalogues of objects in space give them (TLE, CCSDS OMM).
///
/// They mean something only together with the theory that made them, SGP4: they are no Kepler orbit. The frame is
/// that of the theory, true equator and mean equinox of date (TEME).
///
/// @param number its number in the catalogue, 1 to 999,999,999
/// @param name its name there, at most 40 characters; empty where it has none
/// @param epoch of what moment they are
/// @param meanMotionRadps mean motion as Kozai has it, radians a second, above 0, at most 20 turns a day
/// @param eccentricity 0 or more, below 1
/// @param inclinationRad against the equator, radians, [0, π]
/// @param nodeRad right ascension of the ascending node, radians, [0, 2π]
/// @param perigeeRad argument of perigee, radians, [0, 2π]
/// @param anomalyRad mean anomaly, radians, [0, 2π]
/// @param bstar the theory's measure of drag, one over Earth radii, -100 to 100
public record MeanElements(
        long number,
        String name,
        Moment epoch,
        double meanMotionRadps,
        double eccentricity,
        double inclinationRad,
        double nodeRad,
        double perigeeRad,
        double anomalyRad,
        double bstar) {
    /// Longer names are not taken.
    public static final int LONGEST_NAME = 40;

    /// Seconds of a day of UTC.
    public static final double DAY_S = 86_400;

    /// A circle, radians.
    private static final double TURN = 2 * Math.PI;

    private static final double FASTEST_RADPS = 20 * TURN / DAY_S;
    private static final double MOST_DRAG = 100;

    /// Checks the ranges.
    public MeanElements {
        require(number >= 1 && number <= KnownObject.MOST, "catalogue number %s", number);
        require(name.length() <= LONGEST_NAME, "a name of %s characters", name.length());
        require(
                meanMotionRadps > 0 && meanMotionRadps <= FASTEST_RADPS,
                "mean motion of %s turns a day",
                meanMotionRadps / TURN * DAY_S);
        require(eccentricity >= 0 && eccentricity < 1, "eccentricity %s", eccentricity);
        require(inclinationRad >= 0 && inclinationRad <= Math.PI, "inclination %s rad", inclinationRad);
        require(nodeRad >= 0 && nodeRad <= TURN, "node %s rad", nodeRad);
        require(perigeeRad >= 0 && perigeeRad <= TURN, "argument of perigee %s rad", perigeeRad);
        require(anomalyRad >= 0 && anomalyRad <= TURN, "mean anomaly %s rad", anomalyRad);
        require(Math.abs(bstar) <= MOST_DRAG, "B* %s", bstar);
    }
}
