package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Exact;

/// A place in WGS-84 geodetic coordinates.
///
/// @param latRad geodetic latitude, radians, [−π/2, π/2]
/// @param lonRad longitude east, radians, kept in [−π, π)
/// @param heightM above the ellipsoid, metres
public record Geodetic(double latRad, double lonRad, double heightM) {
    /// Checks the latitude and wraps the longitude.
    public Geodetic {
        // The words are put together only when they are needed: places are made by the hundred thousand.
        if (!(Math.abs(latRad) <= Math.PI / 2) || !Double.isFinite(lonRad) || !Double.isFinite(heightM)) {
            require(false, "latitude %s rad, longitude %s rad, height %s m", latRad, lonRad, heightM);
        }
        lonRad = lonRad >= -Math.PI && lonRad < Math.PI ? lonRad : Exact.halfTurn(lonRad);
    }

    /// The place without its height.
    public LatLon latLon() {
        return new LatLon(latRad, lonRad);
    }

    /// The same place in Earth-centred coordinates.
    public Ecef ecef() {
        return Wgs84.ecef(this);
    }
}
