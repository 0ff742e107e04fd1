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
    record Rings(List<double[]> xy) implements Piece {}

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
                yield new Rings(rings);
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
                        case Rings(List<double[]> rings) -> Borders.distanceToRings(rings, x, y);
                    });
        }
        return nearest;
    }
}
