package vedette.model;

import static vedette.math.Require.require;

import vedette.math.SymMatrix;

/// Where an object is and how it moves, with its uncertainty.
///
/// @param at the moment it is true for
/// @param position the mean; where the height is not known it is the prior's
/// @param velocityMps along the axes at the position, metres a second
/// @param covariance 6 × 6 along the axes at the position: east, north, up (m²), then their rates ((m/s)²)
public record Kinematics(Moment at, Geodetic position, Enu velocityMps, SymMatrix covariance) {
    /// Checks the shape.
    public Kinematics {
        if (covariance.n() != 6) {
            require(false, "covariance of %s rows", covariance.n());
        }
    }
}
