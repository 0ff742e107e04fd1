package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Area;
import vedette.model.LatLon;

/// An area drawn on the map around a place (the map's origin): pieces of which any may hold a point.
///
/// @param pieces rings and circles
record Outline(List<Piece> pieces) {
    /// A part of an outline.
    sealed interface Piece {}

    /// Rings of which an odd number around a point makes it inside: the outer one and its holes.
    ///
    /// @param xy the corners of each ring: x, y, x, y, …, metres
    /// @param around a disc that holds all corners, a little wider than it need be: who misses it crosses no side
    record Rings(List<double[]> xy, Disc around) implements Piece {
        /// The rings of corners.
        static Rings of(List<double[]> xy) {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (double[] ring : xy) {
                for (int i = 0; i < ring.length; i += 2) {
                    west = Math.min(west, ring[i]);
                    east = Math.max(east, ring[i]);
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
            double x = (west + east) / 2;
            double y = (south + north) / 2;
            double farthest2 = 0;
            for (double[] ring : xy) {
                for (int i = 0; i < ring.length; i += 2) {
                    double dx = ring[i] - x;
                    double dy = ring[i + 1] - y;
                    farthest2 = Math.max(farthest2, dx * dx + dy * dy);
                }
            }
            return new Rings(xy, new Disc(x, y, Math.sqrt(farthest2) * WIDER + WIDER_M));
        }
    }

    /// What the disc around rings is wider by: more than rounding moves a crossing.
    private static final double WIDER = 1 + 1e-6;

    private static final double WIDER_M = 0.01;

    /// A disc.
    ///
    /// @param x of its centre, metres
    /// @param y of its centre, metres
    /// @param radiusM its radius
    record Disc(double x, double y, double radiusM) implements Piece {}

    /// An area on the map around a place.
    static Outline of(Area area, Plane plane) {
        List<Piece> pieces = new ArrayList<>();
        switch (area) {
            case Area.Union(List<Area> parts) -> parts.forEach(part -> pieces.add(simple(part, plane)));
            case Area.Polygon _, Area.Circle _ -> pieces.add(simple(area, plane));
        }
        return new Outline(pieces);
    }

    private static Piece simple(Area area, Plane plane) {
        return switch (area) {
            case Area.Circle(LatLon centre, double radiusM) -> {
                double[] xy = plane.polar(centre);
                yield new Disc(xy[0], xy[1], radiusM);
            }
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                List<double[]> rings = new ArrayList<>();
                rings.add(plane.ring(outer));
                holes.forEach(hole -> rings.add(plane.ring(hole)));
                yield Rings.of(rings);
            }
            case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
        };
    }

    /// Metres from a point to the border, negative inside.
    double distanceM(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Piece piece : pieces) {
            nearest = Math.min(
                    nearest,
                    switch (piece) {
                        case Disc disc -> Borders.distanceToDisc(disc, x, y);
                        case Rings(List<double[]> rings, Disc _) -> Borders.distanceToRings(rings, x, y);
                    });
        }
        return nearest;
    }
}
