package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;

/// The smallest convex outline around points (Andrew's monotone chain, 1979).
final class Hull {
    private Hull() {}

    /// Counterclockwise, the first not repeated.
    ///
    /// @param points pairs of east and north; at least three not in one line
    static List<double[]> around(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort((a, b) -> a[0] == b[0] ? Double.compare(a[1], b[1]) : Double.compare(a[0], b[0]));
        List<double[]> hull = new ArrayList<>(half(sorted));
        hull.removeLast();
        hull.addAll(half(sorted.reversed()));
        hull.removeLast();
        return hull;
    }

    private static List<double[]> half(List<double[]> sorted) {
        List<double[]> half = new ArrayList<>();
        for (double[] point : sorted) {
            while (half.size() >= 2 && !isLeft(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
        return half;
    }

    private static boolean isLeft(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
    }
}
