package vedette.simulate.launches;

import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Places on the ground.
final class Ground {
    /// South, north, west, east, degrees: open ocean, on purpose near no country.
    private static final double[][] OCEAN = {
        {-45, -15, -30, 0}, {15, 40, -60, -35}, {-45, -10, -130, -95}, {10, 35, -175, -145}, {-40, -15, 70, 95}
    };

    private Ground() {}

    /// A place on open ocean.
    static LatLon ocean(Draws draws) {
        double[] box = OCEAN[draws.below(OCEAN.length)];
        return LatLon.ofDegrees(draws.uniform(box[0], box[1]), draws.uniform(box[2], box[3]));
    }

    /// The place in a direction and distance, on the mean sphere.
    static LatLon from(LatLon place, double azimuthRad, double distanceM) {
        double d = distanceM / Wgs84.MEAN_RADIUS_M;
        double sinLat = Exact.sin(place.latRad());
        double cosLat = Exact.cos(place.latRad());
        double sin = sinLat * Exact.cos(d) + cosLat * Exact.sin(d) * Exact.cos(azimuthRad);
        double lon = Exact.atan2(Exact.sin(azimuthRad) * Exact.sin(d) * cosLat, Exact.cos(d) - sinLat * sin);
        return new LatLon(Exact.asin(Math.clamp(sin, -1.0, 1.0)), place.lonRad() + lon);
    }
}
