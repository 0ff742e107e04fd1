package vedette.simulate.raids;

import java.util.List;
import vedette.math.Exact;

/// One attacker's way: straight legs at one speed.
///
/// @param number from 1
/// @param startS when it crosses the border, seconds
/// @param speedMps all the way, metres a second
/// @param heightM all the way, metres
/// @param points corners of its way in the country's plane, pairs of east and north, metres; the last is its end
public record Drone(int number, double startS, double speedMps, double heightM, List<double[]> points) {
    /// When it reaches its end, seconds.
    public double endS() {
        double way = 0;
        for (int i = 1; i < points.size(); i++) {
            way += leg(i);
        }
        return startS + way / speedMps;
    }

    private double leg(int to) {
        double[] a = points.get(to - 1);
        double[] b = points.get(to);
        return Exact.hypot(b[0] - a[0], b[1] - a[1]);
    }

    /// Where it is: east, north, metres, and their speeds, metres a second.
    ///
    /// @param timeS from its start to its end, seconds
    public double[] at(double timeS) {
        double left = (timeS - startS) * speedMps;
        int to = 1;
        while (to < points.size() - 1 && left > leg(to)) {
            left -= leg(to);
            to++;
        }
        double[] a = points.get(to - 1);
        double[] b = points.get(to);
        double length = Math.max(leg(to), 1e-9);
        double part = left / length;
        double u = (b[0] - a[0]) / length;
        double v = (b[1] - a[1]) / length;
        return new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]), u * speedMps, v * speedMps};
    }
}
