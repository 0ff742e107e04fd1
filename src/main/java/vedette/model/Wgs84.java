package vedette.model;

import vedette.math.Exact;

/// The Earth's figure: the WGS-84 ellipsoid (NGA.STND.0036, 2014, table 3.1).
public final class Wgs84 {
    /// Equatorial radius, metres.
    public static final double A_M = 6_378_137.0;
    /// Flattening.
    public static final double FLATTENING = 1 / 298.257223563;
    /// First eccentricity squared.
    public static final double E2 = FLATTENING * (2 - FLATTENING);
    /// Mean radius (2a + b) / 3, metres, where a sphere is good enough.
    public static final double MEAN_RADIUS_M = 6_371_008.771;

    private Wgs84() {}

    /// Geodetic to Earth-centred coordinates, exact to rounding (nanometres).
    public static Ecef ecef(Geodetic place) {
        double sinLat = Exact.sin(place.latRad());
        double cosLat = Exact.cos(place.latRad());
        double n = A_M / Math.sqrt(1 - E2 * sinLat * sinLat);
        double rho = (n + place.heightM()) * cosLat;
        return new Ecef(
                rho * Exact.cos(place.lonRad()),
                rho * Exact.sin(place.lonRad()),
                (n * (1 - E2) + place.heightM()) * sinLat);
    }

    /// Earth-centred to geodetic coordinates: Bowring's start (1976) and two Newton-like rounds on the latitude; below
    /// 1 µm from 100 km under the surface to 100,000 km above it.
    public static Geodetic geodetic(Ecef place) {
        double rho = Exact.hypot(place.xM(), place.yM());
        double b = A_M * (1 - FLATTENING);
        double theta = Exact.atan2(place.zM() * A_M, rho * b);
        double sinTheta = Exact.sin(theta);
        double cosTheta = Exact.cos(theta);
        double second = E2 / (1 - E2);
        double lat = Exact.atan2(
                place.zM() + second * b * sinTheta * sinTheta * sinTheta,
                rho - E2 * A_M * cosTheta * cosTheta * cosTheta);
        for (int round = 0; round < 2; round++) {
            double sin = Exact.sin(lat);
            lat = Exact.atan2(place.zM() + E2 * A_M / Math.sqrt(1 - E2 * sin * sin) * sin, rho);
        }
        double sin = Exact.sin(lat);
        double height = rho * Exact.cos(lat) + place.zM() * sin - A_M * Math.sqrt(1 - E2 * sin * sin);
        return new Geodetic(lat, Exact.atan2(place.yM(), place.xM()), height);
    }

    /// The great-circle distance between two places on the mean sphere, metres; within 0.6 % of the geodesic.
    public static double sphereDistanceM(LatLon a, LatLon b) {
        double sinLat = Exact.sin((b.latRad() - a.latRad()) / 2);
        double sinLon = Exact.sin((b.lonRad() - a.lonRad()) / 2);
        double h = sinLat * sinLat + Exact.cos(a.latRad()) * Exact.cos(b.latRad()) * sinLon * sinLon;
        return 2 * MEAN_RADIUS_M * Exact.asin(Math.sqrt(h));
    }

    /// The initial great-circle bearing from `a` to `b` on the sphere, radians clockwise from north, [0, 2π).
    public static double bearingRad(LatLon a, LatLon b) {
        double dLon = b.lonRad() - a.lonRad();
        double y = Exact.sin(dLon) * Exact.cos(b.latRad());
        double x = Exact.cos(a.latRad()) * Exact.sin(b.latRad())
                - Exact.sin(a.latRad()) * Exact.cos(b.latRad()) * Exact.cos(dLon);
        return Exact.turn(Exact.atan2(y, x));
    }
}
