package vedette.simulate;

import static vedette.math.Require.finite;
import static vedette.math.Require.require;

import vedette.model.LatLon;

/// A place to fly to.
///
/// @param place where
/// @param heightM above the ellipsoid, which in simulated worlds is also the sea and the pressure height; metres
/// @param speedMps over ground to be flown there, metres a second, above 0
public record Waypoint(LatLon place, double heightM, double speedMps) {
    /// Checks the numbers.
    public Waypoint {
        finite(heightM, "heightM");
        require(speedMps > 0 && speedMps < 2_000, "speedMps %s", speedMps);
    }
}
