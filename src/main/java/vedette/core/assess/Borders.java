package vedette.core.assess;

import java.util.List;
import vedette.math.Exact;
import vedette.math.Kernel;

/// Points and straight flights against borders, on the map.
final class Borders {
    private Borders() {}

    static double distanceToDisc(Outline.Disc disc, double x, double y) {
        return Exact.hypot(x - disc.x(), y - disc.y()) - disc.radiusM();
    }

    static double distanceToRings(List<double[]> rings, double x, double y) {
        double nearest2 = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (double[] xy : rings) {
            nearest2 = Math.min(nearest2, nearestSquared(xy, x, y));
            inside ^= holds(xy, x, y);
        }
        return inside ? -Math.sqrt(nearest2) : Math.sqrt(nearest2);
    }

    /// Whether a point is inside a ring: an odd number of sides cross the line to its right (Shimrat 1962). A
    /// side holds its lower end only, so a corner counts once.
    static boolean holds(double[] xy, double x, double y) {
        boolean inside = false;
        int n = xy.length;
        for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
            if (xy[i + 1] > y != xy[j + 1] > y
                    && x < xy[i] + (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1])) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double nearestSquared(double[] xy, double x, double y) {
        double nearest2 = Double.POSITIVE_INFINITY;
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            nearest2 = Math.min(nearest2, squaredToSide(xy[j] - x, xy[j + 1] - y, xy[i] - x, xy[i + 1] - y));
        }
        return nearest2;
    }

    /// The squared distance from the origin to the side from a to b.
    private static double squaredToSide(double ax, double ay, double bx, double by) {
        double ex = bx - ax;
        double ey = by - ay;
        double length2 = ex * ex + ey * ey;
        double s = length2 == 0 ? 0 : Math.clamp(-(ax * ex + ay * ey) / length2, 0.0, 1.0);
        double x = ax + s * ex;
        double y = ay + s * ey;
        return x * x + y * y;
    }

    /// When a straight flight crosses the sides of a ring, after a given time.
    ///
    /// A side is crossed when its ends lie on different sides of the line of flight; an end on the line counts
    /// to the left. Fast because nothing is divided unless the side is crossed.
    ///
    /// @param xy the ring's corners
    /// @param x where the flight is at time 0
    /// @param y where the flight is at time 0
    /// @param vx its velocity; not both 0
    /// @param vy its velocity
    /// @param from crossings up to here are left out
    /// @param times takes the crossings
    /// @param count how many stand in `times` already
    /// @return how many stand in `times` now
    @Kernel
    static int crossings(
            double[] xy, double x, double y, double vx, double vy, double from, double[] times, int count) {
        double perSpeed2 = 1 / (vx * vx + vy * vy);
        int last = xy.length - 2;
        double ax = xy[last] - x;
        double ay = xy[last + 1] - y;
        double sideA = vx * ay - vy * ax;
        int found = count;
        for (int i = 0; i <= last; i += 2) {
            double bx = xy[i] - x;
            double by = xy[i + 1] - y;
            double sideB = vx * by - vy * bx;
            if (sideA >= 0 != sideB >= 0) {
                double part = sideA / (sideA - sideB);
                double t = ((ax + part * (bx - ax)) * vx + (ay + part * (by - ay)) * vy) * perSpeed2;
                if (t > from) {
                    times[found++] = t;
                }
            }
            ax = bx;
            ay = by;
            sideA = sideB;
        }
        return found;
    }
}
