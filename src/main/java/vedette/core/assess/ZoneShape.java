package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Ecef;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Wgs84;
import vedette.model.Zone;

/// A zone with a ball around it, to leave out quickly what is far away.
///
/// @param zone the zone
/// @param centre of the ball
/// @param radiusM of the ball: no part of the ground of the zone lies farther from the centre
/// @param sides how many sides its rings have; what a forecast costs
/// @param active whether it held when it was last looked at
/// @param changesAt when that changes next; the end of time when never
public record ZoneShape(Zone zone, Ecef centre, double radiusM, int sides, boolean active, Moment changesAt) {
    private static final Moment NEVER = new Moment(Long.MAX_VALUE);

    /// The shape of a zone.
    static ZoneShape of(Zone zone, Moment now) {
        List<Part> parts = parts(zone.area());
        Ecef centre = middle(parts.stream()
                .map(part ->
                        middle(part.corners.stream().map(c -> c.at(0).ecef()).toList()))
                .toList());
        double radiusM = 0;
        int sides = 0;
        for (Part part : parts) {
            radiusM = Math.max(radiusM, farthestM(part, centre));
            sides += part.sides;
        }
        return new ZoneShape(zone, centre, radiusM, sides, zone.activeAt(now), change(zone, now));
    }

    /// The same shape, looked at again.
    ZoneShape at(Moment now) {
        return new ZoneShape(zone, centre, radiusM, sides, zone.activeAt(now), change(zone, now));
    }

    private static Moment change(Zone zone, Moment now) {
        Moment next = NEVER;
        for (Zone.Interval interval : zone.active()) {
            for (Moment edge : List.of(interval.from(), interval.until())) {
                if (edge.isAfter(now) && edge.isBefore(next)) {
                    next = edge;
                }
            }
        }
        return next;
    }

    /// A piece of the area: its corners, and how far it reaches around them.
    private record Part(List<LatLon> corners, double aroundM, int sides) {}

    private static List<Part> parts(Area area) {
        List<Area> pieces = area instanceof Area.Union(List<Area> several) ? several : List.of(area);
        List<Part> parts = new ArrayList<>();
        for (Area piece : pieces) {
            switch (piece) {
                case Area.Circle(LatLon centre, double radiusM) -> parts.add(new Part(List.of(centre), radiusM, 1));
                case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) ->
                    parts.add(new Part(
                            outer,
                            0,
                            outer.size() + holes.stream().mapToInt(List::size).sum()));
                case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
            }
        }
        return parts;
    }

    private static Ecef middle(List<Ecef> places) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (Ecef place : places) {
            x += place.xM() / places.size();
            y += place.yM() / places.size();
            z += place.zM() / places.size();
        }
        return new Ecef(x, y, z);
    }

    /// The farthest point of a part: a corner, or of a long side along a parallel somewhere between its
    /// corners.
    private static double farthestM(Part part, Ecef from) {
        double farthest = 0;
        LatLon before = part.corners.getLast();
        for (LatLon corner : part.corners) {
            double lonRad = Math.abs(Exact.halfTurn(corner.lonRad() - before.lonRad()));
            double bulgeM = Wgs84.A_M * lonRad * lonRad / BULGE;
            farthest = Math.max(farthest, corner.at(0).ecef().distanceM(from) + bulgeM + part.aroundM);
            before = corner;
        }
        return farthest;
    }

    /// A side straight in longitude and latitude leaves the chord by at most R Δλ² / 8.
    private static final double BULGE = 8;
}
