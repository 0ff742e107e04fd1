package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Area;
import vedette.model.LatLon;

/// Rings of coordinates (RFC 7946 §3.1.6).
final class Rings {
    /// Corners of one zone: a coastline at 100 m over 1,000 km.
    static final int MOST_CORNERS = 10_000;

    /// Corners nearer than this are one, 0.6 mm: a difference in the last digit is lost when degrees are written.
    private static final double SAME_RAD = 1e-10;

    /// A ring of less is none, 40 mm².
    private static final double NOTHING_RAD2 = 1e-18;

    /// Rings are checked for crossing themselves up to this size; the check is quadratic.
    private static final int MOST_CHECKED = 3_000;

    private static final int SHORTEST_RING = 4;
    private static final double HALF_TURN_DEG = 180;
    private static final double QUARTER_TURN_DEG = 90;

    private Rings() {}

    static Area.Polygon polygon(At coordinates) {
        List<At> rings = coordinates.items();
        if (rings.isEmpty()) {
            throw coordinates.fault("a polygon without rings");
        }
        int corners = 0;
        List<List<LatLon>> read = new ArrayList<>();
        for (At each : rings) {
            List<LatLon> ring = ring(each);
            corners += ring.size();
            if (corners > MOST_CORNERS) {
                throw coordinates.fault("more than " + MOST_CORNERS + " corners");
            }
            read.add(ring);
        }
        return new Area.Polygon(read.getFirst(), read.subList(1, read.size()));
    }

    /// Longitude and latitude in degrees.
    static LatLon corner(At position) {
        List<At> numbers = position.items();
        if (numbers.size() < 2) {
            throw position.fault("a position needs longitude and latitude");
        }
        return onEarth(position.where(), numbers.get(0).number(), numbers.get(1).number());
    }

    static LatLon onEarth(Where at, double lonDeg, double latDeg) {
        if (!(Math.abs(lonDeg) <= HALF_TURN_DEG && Math.abs(latDeg) <= QUARTER_TURN_DEG)) {
            throw at.fault("longitude " + lonDeg + ", latitude " + latDeg + " is not on Earth");
        }
        return LatLon.ofDegrees(latDeg, lonDeg);
    }

    private static List<LatLon> ring(At ring) {
        List<At> positions = ring.items();
        if (positions.size() < SHORTEST_RING) {
            throw ring.fault("a ring needs " + SHORTEST_RING + " positions, the last equal to the first");
        }
        return closed(ring.where(), positions.stream().map(Rings::corner).toList());
    }

    /// The corners of a ring whose last position is its first again.
    ///
    /// @param at where it stands in the file
    static List<LatLon> closed(Where at, List<LatLon> positions) {
        if (positions.size() < SHORTEST_RING || !positions.getFirst().equals(positions.getLast())) {
            throw at.fault("the ring is not closed: its last position differs from its first");
        }
        return ring(at, positions);
    }

    /// The corners of a ring, closed or not.
    static List<LatLon> ring(Where at, List<LatLon> positions) {
        if (positions.size() > MOST_CORNERS) {
            throw at.fault("more than " + MOST_CORNERS + " corners");
        }
        List<LatLon> corners = new ArrayList<>(positions.size());
        for (LatLon corner : positions) {
            if (corners.isEmpty() || !isOne(corners.getLast(), corner)) {
                corners.add(corner);
            }
        }
        while (corners.size() > 1 && isOne(corners.getFirst(), corners.getLast())) {
            corners.removeLast();
        }
        if (corners.size() < SHORTEST_RING - 1) {
            throw at.fault("fewer than three different corners");
        }
        check(at, unwrapped(corners));
        return corners;
    }

    private static boolean isOne(LatLon a, LatLon b) {
        return Math.abs(a.latRad() - b.latRad()) < SAME_RAD && Math.abs(a.lonRad() - b.lonRad()) < SAME_RAD;
    }

    /// Longitudes in one piece: each side takes the shorter way.
    private static double[] unwrapped(List<LatLon> corners) {
        double[] xy = new double[2 * corners.size() + 2];
        double lon = corners.getFirst().lonRad();
        for (int i = 0; i <= corners.size(); i++) {
            LatLon corner = corners.get(i % corners.size());
            double turns = Math.rint((corner.lonRad() - lon) / (2 * Math.PI));
            lon = corner.lonRad() - turns * 2 * Math.PI;
            xy[2 * i] = lon;
            xy[2 * i + 1] = corner.latRad();
        }
        return xy;
    }

    private static void check(Where ring, double[] xy) {
        int sides = xy.length / 2 - 1;
        if (Math.abs(xy[2 * sides] - xy[0]) > Math.PI) {
            throw ring.fault("the ring goes around a pole");
        }
        for (int i = 0; i < sides && sides <= MOST_CHECKED; i++) {
            for (int j = i + 2; j < sides; j++) {
                if (!(i == 0 && j == sides - 1) && cross(xy, 2 * i, 2 * j)) {
                    throw ring.fault("the ring crosses itself: sides " + i + " and " + j);
                }
            }
        }
        if (Math.abs(area(xy)) < NOTHING_RAD2) {
            throw ring.fault("the ring encloses nothing");
        }
    }

    private static double area(double[] xy) {
        double twice = 0;
        for (int i = 0; i + 3 < xy.length; i += 2) {
            twice += (xy[i] - xy[0]) * (xy[i + 3] - xy[1]) - (xy[i + 2] - xy[0]) * (xy[i + 1] - xy[1]);
        }
        return twice / 2;
    }

    private static boolean cross(double[] xy, int a, int b) {
        return side(xy, a, b) * side(xy, a, b + 2) < 0 && side(xy, b, a) * side(xy, b, a + 2) < 0;
    }

    /// On which side of the line from corner `a` to the next corner `p` lies.
    private static double side(double[] xy, int a, int p) {
        return Math.signum((xy[a + 2] - xy[a]) * (xy[p + 1] - xy[a + 1]) - (xy[a + 3] - xy[a + 1]) * (xy[p] - xy[a]));
    }
}
