package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// The ground a warning is about, as one ring of corners.
final class Ground {
    /// Corners of a circle; it is drawn around it, so that no part of the circle is left out.
    private static final int CIRCLE_CORNERS = 36;

    private Ground() {}

    /// The outline of an area; of several parts the one whose middle is nearest to the object.
    static List<LatLon> of(Area area, LatLon object) {
        return switch (area) {
            case Area.Polygon(var outer, var _) -> outer;
            case Area.Circle(var centre, double radiusM) -> circle(centre, radiusM);
            case Area.Union(var parts) -> simple(nearest(parts, object));
        };
    }

    /// A place within an area, for one that is not about an object.
    static LatLon middle(Area area) {
        return switch (area) {
            case Area.Polygon(var outer, var _) -> outer.getFirst();
            case Area.Circle(var centre, double _) -> centre;
            case Area.Union(var parts) ->
                switch (parts.getFirst()) {
                    case Area.Polygon(var outer, var _) -> outer.getFirst();
                    case Area.Circle(var centre, double _) -> centre;
                    case Area.Union _ -> new LatLon(0, 0);
                };
        };
    }

    private static List<LatLon> simple(Area area) {
        return switch (area) {
            case Area.Polygon(var outer, var _) -> outer;
            case Area.Circle(var centre, double radiusM) -> circle(centre, radiusM);
            case Area.Union _ -> List.of();
        };
    }

    private static Area nearest(List<Area> parts, LatLon object) {
        Area best = parts.getFirst();
        for (Area part : parts) {
            if (distanceM(part, object) < distanceM(best, object)) {
                best = part;
            }
        }
        return best;
    }

    private static double distanceM(Area part, LatLon object) {
        return switch (part) {
            case Area.Circle(var centre, double _) -> Wgs84.sphereDistanceM(centre, object);
            case Area.Polygon(var outer, var _) -> {
                double nearest = Double.POSITIVE_INFINITY;
                for (LatLon corner : outer) {
                    nearest = Math.min(nearest, Wgs84.sphereDistanceM(corner, object));
                }
                yield nearest;
            }
            case Area.Union _ -> Double.POSITIVE_INFINITY;
        };
    }

    /// A ring around a circle, counter-clockwise, on the mean sphere.
    static List<LatLon> circle(LatLon centre, double radiusM) {
        double arc = radiusM / Exact.cos(Math.PI / CIRCLE_CORNERS) / Wgs84.MEAN_RADIUS_M;
        List<LatLon> ring = new ArrayList<>(CIRCLE_CORNERS);
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            ring.add(beside(centre, arc, -Exact.TWO_PI * i / CIRCLE_CORNERS));
        }
        return ring;
    }

    // The direct problem on the sphere.
    private static LatLon beside(LatLon centre, double arc, double bearing) {
        double sinLat = Exact.sin(centre.latRad()) * Exact.cos(arc)
                + Exact.cos(centre.latRad()) * Exact.sin(arc) * Exact.cos(bearing);
        double lat = Exact.asin(sinLat);
        double dLon = Exact.atan2(
                Exact.sin(bearing) * Exact.sin(arc) * Exact.cos(centre.latRad()),
                Exact.cos(arc) - Exact.sin(centre.latRad()) * sinLat);
        return new LatLon(lat, centre.lonRad() + dLon);
    }
}
