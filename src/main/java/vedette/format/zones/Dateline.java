package vedette.format.zones;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vedette.model.Area;
import vedette.model.LatLon;

/// Cuts polygons at the antimeridian, as GeoJSON wants it (RFC 7946 §3.1.9): no part lies on both sides of it, and
/// every longitude stands in [−180°, 180°]. Outer rings run against the clock, holes with it (§3.1.6). A ring that goes
/// around a pole is closed over the pole.
///
/// Each side of a ring takes the shorter way. Where rings meet the cut, the pieces that lie inside are joined along it:
/// sorted by latitude, crossings bound in pairs what is inside (even-odd).
public final class Dateline {
    private static final double TURN = 360;
    private static final double HALF_TURN = 180;
    private static final double POLE = 90;

    private Dateline() {}

    /// A place in degrees that keeps its side of the antimeridian, unlike [LatLon].
    public record Corner(double lonDeg, double latDeg) {
        private Corner turned(double turns) {
            return new Corner(lonDeg + TURN * turns, latDeg);
        }
    }

    /// A polygon on one side of the antimeridian.
    ///
    /// @param rings the outer one, then holes; the first corner is not repeated
    public record Part(List<List<Corner>> rings) {
        /// Copies the lists.
        public Part {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }

    /// The parts of a polygon: one where it does not cross.
    public static List<Part> parts(Area.Polygon polygon) {
        List<Corner> outer = oriented(unwrapped(polygon.outer()), 1);
        double base = Math.floor((least(outer) + HALF_TURN) / TURN);
        List<List<Corner>> rings = new ArrayList<>();
        rings.add(outer.stream().map(each -> each.turned(-base)).toList());
        for (List<LatLon> each : polygon.holes()) {
            List<Corner> hole = oriented(unwrapped(each), -1);
            double turns = Math.rint((hole.getFirst().lonDeg - rings.getFirst().getFirst().lonDeg) / TURN);
            rings.add(hole.stream().map(corner -> corner.turned(-turns)).toList());
        }
        if (most(rings.getFirst()) <= HALF_TURN) {
            return List.of(new Part(rings));
        }
        List<Part> parts = new ArrayList<>(side(rings, -1));
        for (Part part : side(rings, 1)) {
            parts.add(new Part(part.rings.stream()
                    .map(ring -> ring.stream().map(each -> each.turned(-1)).toList())
                    .toList()));
        }
        return parts;
    }

    // Longitudes in one piece; a ring around a pole goes back along it.
    private static List<Corner> unwrapped(List<LatLon> ring) {
        List<Corner> corners = new ArrayList<>();
        double lonDeg = ring.getFirst().lonDeg();
        double latSum = 0;
        for (LatLon each : ring) {
            lonDeg += Math.IEEEremainder(each.lonDeg() - lonDeg, TURN);
            corners.add(new Corner(lonDeg, each.latDeg()));
            latSum += each.latDeg();
        }
        Corner first = corners.getFirst();
        double endDeg = lonDeg + Math.IEEEremainder(first.lonDeg - lonDeg, TURN);
        if (Math.abs(endDeg - first.lonDeg) > HALF_TURN) {
            double pole = latSum < 0 ? -POLE : POLE;
            corners.add(new Corner(endDeg, first.latDeg));
            corners.add(new Corner(endDeg, pole));
            corners.add(new Corner(first.lonDeg, pole));
        }
        return corners;
    }

    private static List<Corner> oriented(List<Corner> ring, int sign) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Corner a = ring.get(i);
            Corner b = ring.get((i + 1) % ring.size());
            twice += a.lonDeg * b.latDeg - b.lonDeg * a.latDeg;
        }
        return twice * sign < 0 ? ring.reversed() : ring;
    }

    private static double least(List<Corner> ring) {
        return ring.stream().mapToDouble(Corner::lonDeg).min().orElseThrow();
    }

    private static double most(List<Corner> ring) {
        return ring.stream().mapToDouble(Corner::lonDeg).max().orElseThrow();
    }

    /// A piece of a ring on one side, from the cut to the cut.
    private record Piece(List<Corner> corners) {
        double begins() {
            return corners.getFirst().latDeg;
        }

        double ends() {
            return corners.getLast().latDeg;
        }
    }

    /// Where a piece meets the cut.
    private record Crossing(double latDeg, int piece, boolean begin) {}

    // The parts below (-1) or beyond (+1) longitude 180.
    private static List<Part> side(List<List<Corner>> rings, int sign) {
        List<Piece> pieces = new ArrayList<>();
        List<List<Corner>> whole = new ArrayList<>();
        for (List<Corner> ring : rings) {
            cut(ring, sign, pieces, whole);
        }
        List<List<Corner>> outers = joined(pieces);
        List<List<Corner>> holes = new ArrayList<>();
        for (List<Corner> each : whole) {
            (each.equals(oriented(each, 1)) ? outers : holes).add(each);
        }
        List<Part> parts = new ArrayList<>();
        for (List<Corner> outer : outers) {
            List<List<Corner>> all = new ArrayList<>(List.of(outer));
            holes.stream().filter(hole -> encloses(outer, hole.getFirst())).forEach(all::add);
            parts.add(new Part(all));
        }
        return parts;
    }

    private static boolean lies(Corner corner, int sign) {
        return sign < 0 ? corner.lonDeg <= HALF_TURN : corner.lonDeg > HALF_TURN;
    }

    private static void cut(List<Corner> ring, int sign, List<Piece> pieces, List<List<Corner>> whole) {
        int n = ring.size();
        int start = 0;
        while (start < n && !(lies(ring.get((start + 1) % n), sign) && !lies(ring.get(start), sign))) {
            start++;
        }
        if (start == n) {
            if (lies(ring.getFirst(), sign)) {
                whole.add(ring);
            }
            return;
        }
        List<Corner> piece = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            Corner a = ring.get((start + k) % n);
            Corner b = ring.get((start + k + 1) % n);
            if (lies(a, sign) != lies(b, sign)) {
                double share = (HALF_TURN - a.lonDeg) / (b.lonDeg - a.lonDeg);
                add(piece, new Corner(HALF_TURN, a.latDeg + share * (b.latDeg - a.latDeg)));
                if (!lies(b, sign)) {
                    pieces.add(new Piece(piece));
                    piece = new ArrayList<>();
                }
            }
            if (lies(b, sign)) {
                add(piece, b);
            }
        }
    }

    private static void add(List<Corner> piece, Corner corner) {
        if (piece.isEmpty() || !piece.getLast().equals(corner)) {
            piece.add(corner);
        }
    }

    // Along the cut what is inside lies between the first and the second crossing, the third and the fourth, ...
    private static List<List<Corner>> joined(List<Piece> pieces) {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            crossings.add(new Crossing(pieces.get(i).begins(), i, true));
            crossings.add(new Crossing(pieces.get(i).ends(), i, false));
        }
        crossings.sort(Comparator.comparingDouble(Crossing::latDeg));
        int[] next = new int[pieces.size()];
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            Crossing a = crossings.get(i);
            Crossing b = crossings.get(i + 1);
            next[a.begin ? b.piece : a.piece] = a.begin ? a.piece : b.piece;
        }
        boolean[] done = new boolean[pieces.size()];
        List<List<Corner>> rings = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<Corner> ring = new ArrayList<>();
            for (int at = i; !done[at]; at = next[at]) {
                done[at] = true;
                pieces.get(at).corners.forEach(each -> add(ring, each));
            }
            if (ring.size() > 1 && ring.getFirst().equals(ring.getLast())) {
                ring.removeLast();
            }
            if (ring.size() > 2) {
                rings.add(ring);
            }
        }
        return rings;
    }

    private static boolean encloses(List<Corner> ring, Corner place) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Corner a = ring.get(i);
            Corner b = ring.get(j);
            if (a.latDeg > place.latDeg != b.latDeg > place.latDeg
                    && place.lonDeg
                            < (b.lonDeg - a.lonDeg) * (place.latDeg - a.latDeg) / (b.latDeg - a.latDeg) + a.lonDeg) {
                inside = !inside;
            }
        }
        return inside;
    }
}
