package vedette.core.raid;

import vedette.math.Exact;

/// A presence as a measurement of place in the net's plane.
///
/// @param ear the node's number in the net; negative for one that nobody told of
/// @param timeS when, seconds of the watch
/// @param x east, metres
/// @param y north, metres
/// @param xx variances of both, m²
/// @param xy and their covariance, m²
/// @param yy see xx
record Sound(int ear, double timeS, double x, double y, double xx, double xy, double yy) {
    /// Something within reach of a node, who knows where.
    static Sound around(int ear, double timeS, double x, double y) {
        double variance = Model.REACH_M * Model.REACH_M;
        return new Sound(ear, timeS, x, y, variance, 0, variance);
    }

    /// Something in a direction from a node.
    ///
    /// @param bearingRad clockwise from the plane's north
    static Sound along(int ear, double timeS, double x, double y, double bearingRad) {
        double s = Exact.sin(bearingRad);
        double c = Exact.cos(bearingRad);
        double along = Model.ALONG_SIGMA_M * Model.ALONG_SIGMA_M;
        double across = Model.ACROSS_SIGMA_M * Model.ACROSS_SIGMA_M;
        return new Sound(
                ear,
                timeS,
                x + Model.ALONG_M * s,
                y + Model.ALONG_M * c,
                along * s * s + across * c * c,
                (along - across) * s * c,
                along * c * c + across * s * s);
    }
}
