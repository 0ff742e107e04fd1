package vedette.edge.serve;

import vedette.math.SymMatrix;

/// The horizontal uncertainty of a position: the ellipse of one standard deviation.
///
/// @param majorM longer half axis, metres
/// @param minorM shorter half axis, metres
/// @param azimuthRad direction of the longer axis, clockwise from north, (−π/2, π/2]
record Ellipse(double majorM, double minorM, double azimuthRad) {
    /// Of a covariance whose first two axes are east and north, m². Eigenvalues of the 2 × 2 block in closed
    /// form.
    static Ellipse of(SymMatrix covariance) {
        double east = covariance.get(0, 0);
        double north = covariance.get(1, 1);
        double both = covariance.get(1, 0);
        double mean = (east + north) / 2;
        double spread = Math.sqrt((east - north) * (east - north) / 4 + both * both);
        double azimuth = spread == 0 ? 0 : Math.atan2(2 * both, north - east) / 2;
        return new Ellipse(Math.sqrt(Math.max(0, mean + spread)), Math.sqrt(Math.max(0, mean - spread)), azimuth);
    }
}
