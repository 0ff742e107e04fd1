package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Exact;

/// A place on the WGS-84 ellipsoid without a height.
///
/// @param latRad geodetic latitude, radians, [−π/2, π/2]
/// @param lonRad longitude east, radians; any turn is taken and kept in [−π, π)
public record LatLon(double latRad, double lonRad) {
    /// Checks the latitude and wraps the longitude.
    public LatLon {
        require(Math.abs(latRad) <= Math.PI / 2, "latitude %s rad", latRad);
        require(Double.isFinite(lonRad), "longitude %s rad", lonRad);
        lonRad = lonRad >= -Math.PI && lonRad < Math.PI ? lonRad : Exact.halfTurn(lonRad);
    }

    /// The place at a latitude and longitude in degrees, for borders and tests.
    public static LatLon ofDegrees(double latDeg, double lonDeg) {
        return new LatLon(Math.toRadians(latDeg), Math.toRadians(lonDeg));
    }

    /// This place at a height above the ellipsoid, metres.
    public Geodetic at(double heightM) {
        return new Geodetic(latRad, lonRad, heightM);
    }

    /// Latitude, degrees.
    public double latDeg() {
        return Math.toDegrees(latRad);
    }

    /// Longitude east, degrees.
    public double lonDeg() {
        return Math.toDegrees(lonRad);
    }
}
