package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Vec3;

/// An object in space that a catalogue tells of: where it was at a moment, how it moved, and how surely.
///
/// @param number its number in the catalogue, 1 to 999,999,999
/// @param name its name there, at most 80 characters
/// @param at when it was there
/// @param place where, Earth-fixed
/// @param velocityMps how it moved along Earth-fixed axes, which turn with the Earth
/// @param sigmaM standard deviation of the place on each axis, metres, above 0, at most 100,000
/// @param sigmaMps standard deviation of the velocity on each axis, metres a second, above 0, at most 100
public record KnownObject(
        long number, String name, Moment at, Ecef place, Vec3 velocityMps, double sigmaM, double sigmaMps) {
    /// The most that a catalogue counts to (CCSDS and the 18th Space Defense Squadron have nine digits).
    public static final long MOST = 999_999_999;

    private static final int LONGEST_NAME = 80;
    private static final double LOWEST_M = 6.4e6;
    private static final double FARTHEST_M = 5e8;
    private static final double FASTEST_MPS = 4e4;

    /// Checks the ranges.
    public KnownObject {
        require(number >= 1 && number <= MOST, "catalogue number %s", number);
        require(name.length() <= LONGEST_NAME, "a name of %s characters", name.length());
        double awayM = new Vec3(place.xM(), place.yM(), place.zM()).norm();
        require(awayM > LOWEST_M && awayM < FARTHEST_M, "%s m from the Earth's middle", awayM);
        require(velocityMps.norm() < FASTEST_MPS, "%s m/s", velocityMps.norm());
        require(sigmaM > 0 && sigmaM <= 1e5, "sigmaM %s", sigmaM);
        require(sigmaMps > 0 && sigmaMps <= 100, "sigmaMps %s", sigmaMps);
    }
}
