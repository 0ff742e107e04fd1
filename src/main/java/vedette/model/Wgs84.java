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

    /// Earth-centred to geodetic coordinates: below 1 µm from 100 km under the surface to 100,000 km above it.
    public static Geodetic geodetic(Ecef place) {
        return geodetic(place.xM(), place.yM(), place.zM(), new double[9]);
    }

    /// Earth-centred to geodetic coordinates with the level axes there.
    ///
    /// Bowring (1976) with tangents in place of angles, so that no sine is taken: three rounds, below 1 µm
    /// from 100 km under the surface to 100,000 km above it.
    ///
    /// @param axes receives the unit vectors east, north and up in Earth-fixed axes, nine numbers
    public static Geodetic geodetic(double x, double y, double z, double[] axes) {
        double rho = Math.sqrt(x * x + y * y);
        double b = A_M * (1 - FLATTENING);
        double above = z * A_M;
        double level = rho * b;
        double sin = 0;
        double cos = 1;
        for (int round = 0; round < 3; round++) {
            double norm = Math.sqrt(above * above + level * level);
            double sinTheta = norm > 0 ? above / norm : 0;
            double cosTheta = norm > 0 ? level / norm : 1;
            double p = z + E2 / (1 - E2) * b * sinTheta * sinTheta * sinTheta;
            double q = rho - E2 * A_M * cosTheta * cosTheta * cosTheta;
            double length = Math.sqrt(p * p + q * q);
            sin = p / length;
            cos = q / length;
            above = (1 - FLATTENING) * sin;
            level = cos;
        }
        double cosLon = rho > 0 ? x / rho : 1;
        double sinLon = rho > 0 ? y / rho : 0;
        axes[0] = -sinLon;
        axes[1] = cosLon;
        axes[2] = 0;
        axes[3] = -sin * cosLon;
        axes[4] = -sin * sinLon;
        axes[5] = cos;
        axes[6] = cos * cosLon;
        axes[7] = cos * sinLon;
        axes[8] = sin;
        double height = rho * cos + z * sin - A_M * Math.sqrt(1 - E2 * sin * sin);
        return new Geodetic(Exact.atan2(sin, cos), Exact.atan2(y, x), height);
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
