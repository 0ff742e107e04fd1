package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Wgs84;

/// Corners that stand for an area.
final class Corners {
    /// Chords of an arc leave it by at most so much, metres.
    private static final double SAGITTA_M = 5;

    private static final int FEWEST = 36;
    private static final int MOST = 360;

    private Corners() {}

    /// The corners of polygons; of circles the middle and points around.
    static List<LatLon> of(Area area) {
        List<LatLon> found = new ArrayList<>();
        List<Area> parts = area instanceof Area.Union(List<Area> several) ? several : List.of(area);
        for (Area part : parts) {
            switch (part) {
                case Area.Polygon polygon -> found.addAll(polygon.outer());
                case Area.Circle circle -> {
                    found.add(circle.centre());
                    found.addAll(ring(circle));
                }
                case Area.Union union -> throw new IllegalArgumentException("a union within a union: " + union);
            }
        }
        return found;
    }

    /// A circle as a ring, counter-clockwise, the first corner not repeated.
    static List<LatLon> ring(Area.Circle circle) {
        int sides = sides(circle.radiusM(), Exact.TWO_PI);
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            ring.add(towards(circle.centre(), -Exact.TWO_PI * i / sides, circle.radiusM()));
        }
        return ring;
    }

    /// Points of an arc, its ends included.
    ///
    /// @param fromRad bearing of its begin, clockwise from true north
    /// @param byRad how far it turns, clockwise positive
    static List<LatLon> arc(LatLon centre, double radiusM, double fromRad, double byRad) {
        int sides = sides(radiusM, Math.abs(byRad));
        List<LatLon> arc = new ArrayList<>();
        for (int i = 0; i <= sides; i++) {
            arc.add(towards(centre, fromRad + byRad * i / sides, radiusM));
        }
        return arc;
    }

    private static int sides(double radiusM, double byRad) {
        double cosine = 1 - Math.min(1, SAGITTA_M / radiusM);
        double halfRad = Exact.acos(cosine);
        double wanted = Math.clamp(Math.PI / Math.max(halfRad, 1e-6), FEWEST, MOST);
        return Math.max(1, (int) Math.ceil(wanted * byRad / Exact.TWO_PI));
    }

    /// The point in a direction and at a distance along the ground: off by less than a metre up to 100 km.
    static LatLon towards(LatLon from, double bearingRad, double distanceM) {
        double flatM = Wgs84.MEAN_RADIUS_M * Exact.tan(Math.min(distanceM / Wgs84.MEAN_RADIUS_M, 1));
        double east = Exact.sin(bearingRad) * flatM;
        double north = Exact.cos(bearingRad) * flatM;
        Geodetic place = Wgs84.geodetic(LocalFrame.at(from.at(0)).ecef(new Enu(east, north, 0)));
        return new LatLon(place.latRad(), place.lonRad());
    }
}
