package vedette.score;

import static vedette.math.Require.require;

/// Where one object or one track is at one time, as a scorer reads it: a truth row or a track row. NaN is "not
/// given".
///
/// @param timeS seconds from the scenario's start
/// @param id the object's or track's name
/// @param kind the object's kind, empty for tracks
/// @param latDeg geodetic latitude, degrees north, WGS-84
/// @param lonDeg longitude, degrees east
/// @param altM metres above the ellipsoid, or NaN
/// @param northMps speed northward in the axes at the position, or NaN
/// @param eastMps speed eastward, or NaN
/// @param downMps speed downward, or NaN
/// @param covarianceM2 position covariance nn, ne, ee, nd, ed, dd (any of them NaN), or empty
public record ScoredState(
        double timeS,
        String id,
        String kind,
        double latDeg,
        double lonDeg,
        double altM,
        double northMps,
        double eastMps,
        double downMps,
        double[] covarianceM2) {
    /// Copies the covariance.
    public ScoredState {
        require(covarianceM2.length == 0 || covarianceM2.length == 6, "%s covariances", covarianceM2.length);
        covarianceM2 = covarianceM2.clone();
    }

    /// A copy of the covariance.
    @Override
    public double[] covarianceM2() {
        return covarianceM2.clone();
    }
}
