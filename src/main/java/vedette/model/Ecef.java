package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Vec3;

/// A place in Earth-centred, Earth-fixed coordinates (WGS-84, ITRF axes).
///
/// @param xM towards latitude 0, longitude 0, metres
/// @param yM towards latitude 0, longitude 90° east, metres
/// @param zM towards the north pole, metres
public record Ecef(double xM, double yM, double zM) {
    /// Refuses what is not finite.
    public Ecef {
        if (!Double.isFinite(xM) || !Double.isFinite(yM) || !Double.isFinite(zM)) {
            require(false, "ECEF %s %s %s", xM, yM, zM);
        }
    }

    /// The same place in geodetic coordinates.
    public Geodetic geodetic() {
        return Wgs84.geodetic(this);
    }

    /// The straight vector from `other` to this, metres, along the Earth-fixed axes.
    public Vec3 minus(Ecef other) {
        return new Vec3(xM - other.xM, yM - other.yM, zM - other.zM);
    }

    /// The chord to `other`, metres.
    public double distanceM(Ecef other) {
        return minus(other).norm();
    }
}
