package vedette.core.assess;

import java.util.List;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// A flat map around a place: x east and y north, metres, linear in longitude and latitude.
///
/// Sides of GeoJSON rings are straight in longitude and latitude, so they are straight here too and "inside" is
/// exact. Distances are exact at the origin and off by about (distance / Earth radius) · tan(latitude) away
/// from it: 0.8 % at 50 km and 45°.
///
/// @param origin where x and y are 0
/// @param eastM metres a radian of longitude there
/// @param northM metres a radian of latitude there
record Plane(LatLon origin, double eastM, double northM) {
    /// Nearer to a pole than this the map would tear, radians from the equator (89.9°).
    private static final double POLEWARD = 1.569;

    /// The map around a place.
    static Plane around(LatLon origin) {
        double lat = Math.clamp(origin.latRad(), -POLEWARD, POLEWARD);
        double sin = Exact.sin(lat);
        double w2 = 1 - Wgs84.E2 * sin * sin;
        double normalM = Wgs84.A_M / Math.sqrt(w2);
        return new Plane(origin, normalM * Exact.cos(lat), normalM * (1 - Wgs84.E2) / w2);
    }

    /// x of a place, taking the shorter way round.
    double x(LatLon place) {
        return Exact.halfTurn(place.lonRad() - origin.lonRad()) * eastM;
    }

    /// y of a place.
    double y(LatLon place) {
        return (place.latRad() - origin.latRad()) * northM;
    }

    /// The corners of a ring as x, y, x, y, …: each side takes the shorter way round, so that the antimeridian
    /// does not cut it.
    double[] ring(List<LatLon> corners) {
        double[] xy = new double[2 * corners.size()];
        double lon = origin.lonRad();
        double x = 0;
        for (int i = 0; i < corners.size(); i++) {
            LatLon corner = corners.get(i);
            x += Exact.halfTurn(corner.lonRad() - lon) * eastM;
            lon = corner.lonRad();
            xy[2 * i] = x;
            xy[2 * i + 1] = y(corner);
        }
        return xy;
    }

    /// Where a place lies at the true distance and bearing, as x and y: for circles, which are round on the
    /// Earth.
    double[] polar(LatLon place) {
        double middleLat = (place.latRad() + origin.latRad()) / 2;
        double dLon = Exact.halfTurn(place.lonRad() - origin.lonRad());
        if (Math.abs(dLon) < NEAR_RAD && Math.abs(middleLat) < POLEWARD - NEAR_RAD) {
            Plane middle = around(new LatLon(middleLat, origin.lonRad()));
            return new double[] {dLon * middle.eastM, (place.latRad() - origin.latRad()) * middle.northM};
        }
        double distanceM = Wgs84.sphereDistanceM(origin, place);
        double bearing = Wgs84.bearingRad(origin, place);
        return new double[] {distanceM * Exact.sin(bearing), distanceM * Exact.cos(bearing)};
    }

    /// Within this difference of longitude the map around the middle latitude is better than the sphere,
    /// radians.
    private static final double NEAR_RAD = 0.05;
}
