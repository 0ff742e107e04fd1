package vedette.format.cap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A corner in the plane of longitude and latitude, with the exact geometry of rings of them.
///
/// @param x longitude, millionths of a degree, may lie beyond a turn
/// @param y latitude, millionths of a degree
record Spot(long x, long y) {
    private static final Comparator<Spot> ORDER =
            Comparator.comparingLong(Spot::x).thenComparingLong(Spot::y);

    /// Twice the area of a triangle; above 0 when it turns left. Exact: sides of two turns give 3e17.
    static long turn(Spot a, Spot b, Spot c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    /// Twice the area of a ring; above 0 when it runs to the left.
    static long area(List<Spot> ring) {
        long sum = 0;
        for (int i = 2; i < ring.size(); i++) {
            sum += turn(ring.getFirst(), ring.get(i - 1), ring.get(i));
        }
        return sum;
    }

    /// The ring without corners that repeat the one before.
    static List<Spot> distinct(List<Spot> ring) {
        List<Spot> out = new ArrayList<>();
        for (Spot each : ring) {
            if (out.isEmpty() || !out.getLast().equals(each)) {
                out.add(each);
            }
        }
        while (out.size() > 1 && out.getFirst().equals(out.getLast())) {
            out.removeLast();
        }
        return out;
    }

    /// Whether no two sides meet but neighbours in their corner.
    static boolean isSimple(List<Spot> ring) {
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            Spot a = ring.get(i);
            Spot b = ring.get((i + 1) % n);
            if (folds(a, b, ring.get((i + 2) % n))) {
                return false;
            }
            for (int j = i + 2; j < n; j++) {
                boolean neighbours = i == 0 && j == n - 1;
                if (!neighbours && meet(a, b, ring.get(j), ring.get((j + 1) % n))) {
                    return false;
                }
            }
        }
        return n >= 3;
    }

    private static boolean folds(Spot a, Spot b, Spot c) {
        return turn(a, b, c) == 0 && (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) > 0;
    }

    private static boolean meet(Spot a, Spot b, Spot c, Spot d) {
        if (Math.max(a.x, b.x) < Math.min(c.x, d.x)
                || Math.max(c.x, d.x) < Math.min(a.x, b.x)
                || Math.max(a.y, b.y) < Math.min(c.y, d.y)
                || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
            return false;
        }
        return Long.signum(turn(a, b, c)) * Long.signum(turn(a, b, d)) <= 0
                && Long.signum(turn(c, d, a)) * Long.signum(turn(c, d, b)) <= 0;
    }

    /// The smallest convex ring round corners, running to the left (Andrew 1979); fewer than three corners when they
    /// lie on a line.
    static List<Spot> hull(List<Spot> corners) {
        List<Spot> sorted = corners.stream().sorted(ORDER).distinct().toList();
        List<Spot> lower = chain(sorted);
        List<Spot> upper = chain(sorted.reversed());
        lower.removeLast();
        upper.removeLast();
        lower.addAll(upper);
        return lower;
    }

    private static List<Spot> chain(List<Spot> sorted) {
        List<Spot> out = new ArrayList<>();
        for (Spot each : sorted) {
            while (out.size() > 1 && turn(out.get(out.size() - 2), out.getLast(), each) <= 0) {
                out.removeLast();
            }
            out.add(each);
        }
        return out;
    }

    /// The part of a ring between two meridians (Sutherland and Hodgman 1974); sides may fall on them twice.
    static List<Spot> clip(List<Spot> ring, long west, long east) {
        return distinct(half(half(ring, west, 1), east, -1));
    }

    private static List<Spot> half(List<Spot> ring, long edge, int side) {
        List<Spot> out = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Spot a = ring.get(i);
            Spot b = ring.get((i + 1) % ring.size());
            boolean in = side * (a.x - edge) >= 0;
            if (in) {
                out.add(a);
            }
            if (in != side * (b.x - edge) >= 0) {
                double part = (double) (edge - a.x) / (b.x - a.x);
                out.add(new Spot(edge, Math.round(a.y + part * (b.y - a.y))));
            }
        }
        return out;
    }

    /// A simple ring that contains another one with fewer corners: notches are filled, the smallest first. It may stay
    /// too long, when it has no notches left.
    static List<Spot> filled(List<Spot> ring, int most) {
        if (ring.size() <= most) {
            return ring;
        }
        List<Spot> out = new ArrayList<>(area(ring) < 0 ? ring.reversed() : ring);
        int notch = 0;
        while (out.size() > most && notch >= 0) {
            notch = smallestNotch(out);
            if (notch >= 0) {
                out.remove(notch);
            }
        }
        return out;
    }

    private static int smallestNotch(List<Spot> ring) {
        int best = -1;
        long least = Long.MAX_VALUE;
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            Spot a = ring.get((i + n - 1) % n);
            Spot b = ring.get(i);
            Spot c = ring.get((i + 1) % n);
            long depth = -turn(a, b, c);
            if (depth >= 0 && depth < least && isEmpty(ring, a, b, c)) {
                best = i;
                least = depth;
            }
        }
        return best;
    }

    private static boolean isEmpty(List<Spot> ring, Spot a, Spot b, Spot c) {
        for (Spot each : ring) {
            boolean inside = turn(a, b, each) <= 0 && turn(b, c, each) <= 0 && turn(c, a, each) <= 0;
            if (inside && !each.equals(a) && !each.equals(b) && !each.equals(c)) {
                return false;
            }
        }
        return true;
    }
}
