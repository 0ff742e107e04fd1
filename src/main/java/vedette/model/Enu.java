package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Exact;

/// A vector along the east, north and up axes of some place: metres for offsets, metres a second for velocities.
///
/// @param east eastward
/// @param north northward
/// @param up away from the ellipsoid
public record Enu(double east, double north, double up) {
    /// No vector.
    public static final Enu ZERO = new Enu(0, 0, 0);

    /// Refuses what is not finite.
    public Enu {
        if (!(Double.isFinite(east) && Double.isFinite(north) && Double.isFinite(up))) {
            require(false, "ENU %s %s %s", east, north, up);
        }
    }

    /// Its length along the ground.
    public double horizontal() {
        return Exact.hypot(east, north);
    }

    /// Its direction, radians clockwise from north, [0, 2π).
    public double bearingRad() {
        return Exact.turn(Exact.atan2(east, north));
    }

    /// Its length.
    public double norm() {
        return Math.sqrt(east * east + north * north + up * up);
    }
}
