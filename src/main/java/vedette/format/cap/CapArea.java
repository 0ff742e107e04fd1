package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.LatLon;

/// Any ring of corners as the polygons of a CAP area (CAP 1.2 §3.2.4): closed, of at most 100 points, no side
/// over the antimeridian, none longer than half a turn, no two sides crossing; together they contain the ring's
/// area to 0.3 m (3 millionths of a degree, of which half a millionth is the rounding).
///
/// A warning may be too large, never too small. So a ring that cannot be kept as it is grows: notches of a long
/// one are filled, smallest first; a ring that crosses itself becomes its convex hull; a hull of too many corners
/// becomes the polygon of its tangents in 32 directions. A ring round a pole is closed over the pole that is
/// nearer to its middle latitude; one that winds further becomes a band of latitudes. Corners on a line become a
/// box. Sides are straight in longitude and latitude and take the shorter way, as in [vedette.model.Area].
///
/// All decisions are made on whole millionths of a degree, where the geometry is exact.
public final class CapArea {
    /// Points of one polygon, the closing one counted: what aggregators take (IPAWS advises 100).
    public static final int MOST_POINTS = 100;

    private static final int MOST_CORNERS = MOST_POINTS - 1;

    /// Rings of more corners become hulls at once: looking for notches takes the cube of this in the worst case.
    private static final int MOST_FILLED = 400;

    private static final long DEGREE = 1_000_000;
    private static final long TURN = 360 * DEGREE;
    private static final long POLE = 90 * DEGREE;

    /// Wider rings are cut into thirds of a turn, so that no side is longer than half a turn.
    private static final long WIDE = 150 * DEGREE;

    private static final long THIRD = 120 * DEGREE;

    /// Rings wider than this wind about: a band serves as well.
    private static final long WIDEST = 540 * DEGREE;

    /// About 50 m: what a point becomes.
    private static final long PAD = 500;

    private static final int TANGENTS = 32;

    /// What the rounding of a tangent's corner may take away.
    private static final double MARGIN = 2;

    private CapArea() {}

    /// The polygons of a ring, each as the text of a CAP `polygon`.
    ///
    /// @param ring at least one corner, the first need not be repeated at the end
    public static List<String> polygons(List<LatLon> ring) {
        return rings(ring).stream().map(CapArea::text).toList();
    }

    /// A circle as the text of a CAP `circle`.
    ///
    /// @param radiusM metres along the ground; told in kilometres, rounded up to the metre
    public static String circle(LatLon centre, double radiusM) {
        long metres = (long) Math.ceil(radiusM);
        StringBuilder out = new StringBuilder(pair(spot(centre)));
        String rest = Long.toString(1000 + metres % 1000).substring(1);
        return out.append(' ').append(metres / 1000).append('.').append(rest).toString();
    }

    static List<List<Spot>> rings(List<LatLon> ring) {
        List<Spot> flat = unwound(ring);
        long lowest = flat.stream().mapToLong(Spot::y).min().orElse(0);
        long highest = flat.stream().mapToLong(Spot::y).max().orElse(0);
        long west = flat.stream().mapToLong(Spot::x).min().orElse(0);
        long east = flat.stream().mapToLong(Spot::x).max().orElse(0);
        long winding = winding(flat);
        boolean north = lowest + highest >= 0;
        if (winding != 0) {
            lowest = north ? lowest : -POLE;
            highest = north ? POLE : highest;
        }
        if (Math.abs(winding) > TURN || east - west > WIDEST) {
            return band(lowest, highest);
        }
        return pieces(winding == 0 ? flat : overPole(flat, winding, north ? POLE : -POLE));
    }

    /// Corners with longitudes that go on past the antimeridian instead of jumping.
    private static List<Spot> unwound(List<LatLon> ring) {
        List<Spot> out = new ArrayList<>();
        for (LatLon each : ring) {
            Spot spot = spot(each);
            out.add(
                    out.isEmpty()
                            ? spot
                            : new Spot(nearest(spot.x(), out.getLast().x()), spot.y()));
        }
        return out;
    }

    private static Spot spot(LatLon place) {
        return new Spot(Math.round(place.lonDeg() * DEGREE), Math.round(place.latDeg() * DEGREE));
    }

    private static long nearest(long x, long to) {
        long step = Math.floorMod(x - to, TURN);
        return to + (step > TURN / 2 ? step - TURN : step);
    }

    /// How far east one gets going once round.
    private static long winding(List<Spot> flat) {
        return nearest(flat.getFirst().x(), flat.getLast().x())
                - flat.getFirst().x();
    }

    private static List<Spot> overPole(List<Spot> flat, long winding, long pole) {
        List<Spot> out = new ArrayList<>(flat);
        Spot first = flat.getFirst();
        out.add(new Spot(first.x() + winding, first.y()));
        out.add(new Spot(first.x() + winding, pole));
        out.add(new Spot(first.x(), pole));
        return out;
    }

    private static List<List<Spot>> band(long south, long north) {
        long top = Math.min(POLE, Math.max(north, south + PAD));
        long bottom = Math.min(south, top - PAD);
        List<List<Spot>> out = new ArrayList<>();
        for (long west = -TURN / 2; west < TURN / 2; west += THIRD) {
            out.add(box(west, bottom, west + THIRD, top));
        }
        return out;
    }

    private static List<Spot> box(long west, long south, long east, long north) {
        return List.of(new Spot(west, south), new Spot(east, south), new Spot(east, north), new Spot(west, north));
    }

    private static List<List<Spot>> pieces(List<Spot> flat) {
        List<Spot> ring = Spot.distinct(flat);
        return kept(ring).orElseGet(() -> grown(ring));
    }

    /// The ring as it is, its notches filled at most; nothing when it crosses itself or stays too long.
    private static Optional<List<List<Spot>>> kept(List<Spot> ring) {
        if (ring.size() > MOST_FILLED || !Spot.isSimple(ring)) {
            return Optional.empty();
        }
        List<List<Spot>> out = new ArrayList<>();
        for (List<Spot> piece : cut(Spot.filled(ring, MOST_CORNERS))) {
            if (piece.size() > MOST_CORNERS || !Spot.isSimple(piece)) {
                return Optional.empty();
            }
            out.add(piece);
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(out);
    }

    private static List<List<Spot>> grown(List<Spot> ring) {
        List<Spot> hull = Spot.hull(ring);
        if (hull.size() > MOST_CORNERS - 2) {
            hull = Spot.hull(tangents(hull));
        }
        if (Spot.area(hull) <= 0) {
            hull = around(ring);
        }
        return cut(hull).stream()
                .map(Spot::hull)
                .filter(piece -> Spot.area(piece) > 0)
                .toList();
    }

    private static List<Spot> around(List<Spot> ring) {
        long west = ring.stream().mapToLong(Spot::x).min().orElse(0);
        long east = ring.stream().mapToLong(Spot::x).max().orElse(0);
        long south = ring.stream().mapToLong(Spot::y).min().orElse(0);
        long north = ring.stream().mapToLong(Spot::y).max().orElse(0);
        return box(west - PAD, Math.max(south - PAD, -POLE), east + PAD, Math.min(north + PAD, POLE));
    }

    /// Where the tangents of a convex ring in evenly spread directions meet.
    private static List<Spot> tangents(List<Spot> hull) {
        double[] reach = new double[TANGENTS];
        for (int i = 0; i < TANGENTS; i++) {
            double angle = 2 * Math.PI * i / TANGENTS;
            double most = Double.NEGATIVE_INFINITY;
            for (Spot each : hull) {
                most = Math.max(most, Math.cos(angle) * each.x() + Math.sin(angle) * each.y());
            }
            reach[i] = most + MARGIN;
        }
        List<Spot> out = new ArrayList<>();
        for (int i = 0; i < TANGENTS; i++) {
            out.add(meeting(i, reach[i], reach[(i + 1) % TANGENTS]));
        }
        return out;
    }

    private static Spot meeting(int i, double one, double next) {
        double a = 2 * Math.PI * i / TANGENTS;
        double b = 2 * Math.PI * (i + 1) / TANGENTS;
        double sine = Math.sin(b - a);
        double x = (one * Math.sin(b) - next * Math.sin(a)) / sine;
        double y = (next * Math.cos(a) - one * Math.cos(b)) / sine;
        return new Spot(Math.round(x), Math.clamp(Math.round(y), -POLE, POLE));
    }

    /// The parts of a ring between the meridians where it must be cut, brought back to [−180°, 180°].
    private static List<List<Spot>> cut(List<Spot> ring) {
        long west = ring.stream().mapToLong(Spot::x).min().orElse(0);
        long east = ring.stream().mapToLong(Spot::x).max().orElse(0);
        long width = east - west > WIDE ? THIRD : TURN;
        long start = Math.floorDiv(west + TURN / 2, width) * width - TURN / 2;
        List<List<Spot>> out = new ArrayList<>();
        for (long from = start; from < east; from += width) {
            List<Spot> piece = Spot.clip(ring, from, from + width);
            long home = Math.floorMod(from + TURN / 2, TURN) - TURN / 2 - from;
            if (piece.size() >= 3 && Spot.area(piece) != 0) {
                out.add(piece.stream()
                        .map(each -> new Spot(each.x() + home, each.y()))
                        .toList());
            }
        }
        return out;
    }

    private static String text(List<Spot> ring) {
        StringBuilder out = new StringBuilder();
        ring.forEach(each -> out.append(pair(each)).append(' '));
        return out.append(pair(ring.getFirst())).toString();
    }

    private static String pair(Spot spot) {
        return decimal(spot.y()) + "," + decimal(spot.x());
    }

    private static String decimal(long micro) {
        long size = Math.abs(micro);
        return (micro < 0 ? "-" : "") + size / DEGREE + "."
                + Long.toString(DEGREE + size % DEGREE).substring(1);
    }
}
