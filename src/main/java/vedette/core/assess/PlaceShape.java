package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Ecef;
import vedette.model.LatLon;
import vedette.model.Place;
import vedette.model.Wgs84;

/// A place with what is needed to leave it out quickly, or to take it as a point.
///
/// @param place the place
/// @param centre the middle of its ground
/// @param reachM no part of its ground lies farther from the middle
/// @param groundM2 how much ground it has, m²
public record PlaceShape(Place place, Ecef centre, double reachM, double groundM2) {
    /// The shape of a place.
    static PlaceShape of(Place place) {
        LatLon middle = middle(place.area());
        Plane plane = Plane.around(middle);
        double reachM = 0;
        double groundM2 = 0;
        for (Area part : parts(place.area())) {
            reachM = Math.max(reachM, reachM(part, plane));
            groundM2 += groundM2(part, plane);
        }
        return new PlaceShape(place, middle.at(0).ecef(), reachM, groundM2);
    }

    static List<Area> parts(Area area) {
        return area instanceof Area.Union(List<Area> several) ? several : List.of(area);
    }

    // The mean of all corners, and of the middles of circles.
    private static LatLon middle(Area area) {
        List<LatLon> corners = new ArrayList<>();
        for (Area part : parts(area)) {
            switch (part) {
                case Area.Circle(LatLon centre, double _) -> corners.add(centre);
                case Area.Polygon(List<LatLon> outer, var _) -> corners.addAll(outer);
                case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
            }
        }
        LatLon first = corners.getFirst();
        double lat = 0;
        double turn = 0;
        for (LatLon corner : corners) {
            lat += corner.latRad() / corners.size();
            turn += Exact.halfTurn(corner.lonRad() - first.lonRad()) / corners.size();
        }
        return new LatLon(lat, first.lonRad() + turn);
    }

    private static double reachM(Area part, Plane plane) {
        return switch (part) {
            case Area.Circle(LatLon centre, double radiusM) -> Wgs84.sphereDistanceM(plane.origin(), centre) + radiusM;
            case Area.Polygon(List<LatLon> outer, var _) -> {
                double farthest = 0;
                for (LatLon corner : outer) {
                    farthest = Math.max(farthest, Wgs84.sphereDistanceM(plane.origin(), corner));
                }
                yield farthest;
            }
            case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
        };
    }

    private static double groundM2(Area part, Plane plane) {
        return switch (part) {
            case Area.Circle(var _, double radiusM) -> Math.PI * radiusM * radiusM;
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                double ground = ringM2(plane.ring(outer));
                for (List<LatLon> hole : holes) {
                    ground -= ringM2(plane.ring(hole));
                }
                yield Math.max(0, ground);
            }
            case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
        };
    }

    // Half the sum of the cross products of its corners.
    private static double ringM2(double[] xy) {
        double twice = 0;
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            twice += xy[j] * xy[i + 1] - xy[i] * xy[j + 1];
        }
        return Math.abs(twice) / 2;
    }
}
