package vedette.core.warn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// The ground on which objects may come down with 95 %, as one ring: the hull where it is in several pieces.
final class FlightGround {
    private static final double SHARE = 0.95;

    /// Radius of the ellipse that holds 95 % of a normal distribution of two axes, standard deviations.
    static final double SIGMAS = 2.4477;

    private static final int ELLIPSE_CORNERS = 36;

    private FlightGround() {}

    /// The ring around the areas of several impacts, counter-clockwise; empty without any.
    static List<LatLon> of(List<Impact> impacts) {
        List<List<LatLon>> rings = new ArrayList<>();
        impacts.forEach(impact -> rings.addAll(rings(impact)));
        return rings.size() == 1
                ? rings.getFirst()
                : hull(rings.stream().flatMap(List::stream).toList());
    }

    private static List<List<LatLon>> rings(Impact impact) {
        for (Impact.Contour contour : impact.areas()) {
            if (Math.abs(contour.share() - SHARE) < 1e-6) {
                return rings(contour.area());
            }
        }
        return List.of(ellipse(impact.whole()));
    }

    private static List<List<LatLon>> rings(Area area) {
        return switch (area) {
            case Area.Polygon(var outer, var _) -> List.of(outer);
            case Area.Circle(var centre, double radiusM) -> List.of(Ground.circle(centre, radiusM));
            case Area.Union(var parts) -> {
                List<List<LatLon>> all = new ArrayList<>();
                for (Area part : parts) {
                    switch (part) {
                        case Area.Polygon(var outer, var _) -> all.add(outer);
                        case Area.Circle(var centre, double radiusM) -> all.add(Ground.circle(centre, radiusM));
                        case Area.Union _ -> {}
                    }
                }
                yield all;
            }
        };
    }

    private static List<LatLon> ellipse(Impact.Spot spot) {
        double half = (spot.eastM2() + spot.northM2()) / 2;
        double root = Exact.hypot((spot.eastM2() - spot.northM2()) / 2, spot.eastNorthM2());
        double a = SIGMAS * Math.sqrt(Math.max(half + root, 1));
        double b = SIGMAS * Math.sqrt(Math.max(half - root, 1));
        double turn = Exact.atan2(2 * spot.eastNorthM2(), spot.eastM2() - spot.northM2()) / 2;
        double cos = Math.max(Exact.cos(spot.centre().latRad()), 1e-3);
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < ELLIPSE_CORNERS; i++) {
            double angle = Exact.TWO_PI * i / ELLIPSE_CORNERS;
            double x = a * Exact.cos(angle) * Exact.cos(turn) - b * Exact.sin(angle) * Exact.sin(turn);
            double y = a * Exact.cos(angle) * Exact.sin(turn) + b * Exact.sin(angle) * Exact.cos(turn);
            double lat = spot.centre().latRad() + y / Wgs84.MEAN_RADIUS_M;
            ring.add(new LatLon(
                    Math.clamp(lat, -Math.PI / 2, Math.PI / 2),
                    spot.centre().lonRad() + x / Wgs84.MEAN_RADIUS_M / cos));
        }
        return ring;
    }

    /// The convex hull on the map of longitude and latitude around the first corner (Andrew 1979, monotone
    /// chain).
    static List<LatLon> hull(List<LatLon> corners) {
        if (corners.size() < 3) {
            return List.of();
        }
        double lon = corners.getFirst().lonRad();
        List<double[]> points = new ArrayList<>(corners.stream()
                .map(corner -> new double[] {Exact.halfTurn(corner.lonRad() - lon), corner.latRad()})
                .sorted(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]))
                .toList());
        List<double[]> ring = new ArrayList<>(chain(points));
        ring.addAll(chain(points.reversed()));
        return ring.size() < 3
                ? List.of()
                : ring.stream().map(p -> new LatLon(p[1], lon + p[0])).toList();
    }

    // One half, without its last point, with which the other half begins.
    private static List<double[]> chain(List<double[]> points) {
        List<double[]> half = new ArrayList<>();
        for (double[] point : points) {
            while (half.size() >= 2 && !isLeft(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
        half.removeLast();
        return half;
    }

    private static boolean isLeft(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
    }

    /// Where a ring lies and how large it is: longitude, latitude of the middle of its corners, radians, and
    /// the root of its ground in radians of latitude.
    static double[] gist(List<LatLon> ring) {
        double lon = ring.getFirst().lonRad();
        double x = 0;
        double y = 0;
        double twice = 0;
        LatLon last = ring.getLast();
        for (LatLon corner : ring) {
            double east = Exact.halfTurn(corner.lonRad() - lon);
            x += east / ring.size();
            y += corner.latRad() / ring.size();
            twice += Exact.halfTurn(last.lonRad() - lon) * corner.latRad() - east * last.latRad();
            last = corner;
        }
        return new double[] {lon + x, y, Math.sqrt(Math.abs(twice) / 2 * Exact.cos(y))};
    }
}
