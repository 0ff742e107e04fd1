package vedette.core.missile;

import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Where a fitted burn began.
final class Launches {
    private Launches() {}

    static LatLon place(Burn burn) {
        double sin = Exact.sin(burn.latRad());
        double w = Math.sqrt(1 - Wgs84.E2 * sin * sin);
        double lat = burn.latRad() + burn.best().at(1) * w * w * w / (Wgs84.A_M * (1 - Wgs84.E2));
        double lon = burn.lonRad() + burn.best().at(0) * w / (Wgs84.A_M * Exact.cos(burn.latRad()));
        return new LatLon(Math.clamp(lat, -Math.PI / 2, Math.PI / 2), lon);
    }

    /// The azimuth of the pitch-over, clockwise from north.
    static double azimuthRad(Burn burn) {
        return Exact.turn(Exact.atan2(burn.best().at(3), burn.best().at(4)));
    }

    static double azimuthSigmaRad(Burn burn) {
        double e = burn.best().at(3);
        double n = burn.best().at(4);
        double tilt2 = Math.max(1e-6, e * e + n * n);
        int size = burn.n();
        double ee = burn.covariance().at(3 * size + 3);
        double nn = burn.covariance().at(4 * size + 4);
        double en = burn.covariance().at(3 * size + 4);
        double across = (n * n * ee - 2 * e * n * en + e * e * nn) / tilt2;
        return Math.min(Math.PI, Math.sqrt(Math.max(0, across) / tilt2));
    }
}
