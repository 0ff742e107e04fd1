package vedette.score;

import static vedette.math.Require.require;

import vedette.math.SymMatrix;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Kinematics;
import vedette.model.Track;

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

    /// A true object.
    ///
    /// @param timeS seconds from the scenario's start
    /// @param id its name
    /// @param kind what it is
    /// @param place where it is
    /// @param velocityMps along the axes at the place
    public static ScoredState truth(double timeS, String id, String kind, Geodetic place, Enu velocityMps) {
        return new ScoredState(
                timeS,
                id,
                kind,
                Math.toDegrees(place.latRad()),
                Math.toDegrees(place.lonRad()),
                place.heightM(),
                velocityMps.north(),
                velocityMps.east(),
                -velocityMps.up(),
                new double[0]);
    }

    /// A track as it stands, under its own number.
    ///
    /// @param timeS seconds from the scenario's start; the track must have been carried on to this time
    /// @param track it
    public static ScoredState of(double timeS, Track track) {
        return of(timeS, track.id().toString(), track.kinematics());
    }

    /// A track's estimate under another name.
    ///
    /// @param timeS seconds from the scenario's start
    /// @param id the name
    /// @param estimate it
    public static ScoredState of(double timeS, String id, Kinematics estimate) {
        SymMatrix p = estimate.covariance();
        double[] covariance = {p.get(1, 1), p.get(0, 1), p.get(0, 0), -p.get(1, 2), -p.get(0, 2), p.get(2, 2)};
        ScoredState known = truth(timeS, id, "", estimate.position(), estimate.velocityMps());
        return known.unsureBy(covariance);
    }

    private ScoredState unsureBy(double[] covariance) {
        return new ScoredState(timeS, id, kind, latDeg, lonDeg, altM, northMps, eastMps, downMps, covariance);
    }

    /// A copy of the covariance.
    @Override
    public double[] covarianceM2() {
        return covarianceM2.clone();
    }
}
