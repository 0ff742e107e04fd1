package vedette.core.missile;

import java.util.Arrays;
import java.util.List;

/// How far the angles of some lines of sight are from running evenly. A workspace.
final class Straight {
    private static final int TERMS = 3;

    private final NormalEquations normal = new NormalEquations();
    private final double[] row = new double[NormalEquations.MOST];
    private final double[] a = new double[3];
    private final double[] b = new double[3];

    /// By how much a parabola in time explains the two angles better than a line: squared standard deviations, with two
    /// degrees of freedom when there is no curvature.
    double curvature(List<Look.Light> lights) {
        axes(lights.getFirst());
        return line(lights, a) + line(lights, b);
    }

    private void axes(Look.Light first) {
        double level = Math.sqrt(first.ux() * first.ux() + first.uy() * first.uy());
        a[0] = -first.uy() / level;
        a[1] = first.ux() / level;
        a[2] = 0;
        b[0] = first.uy() * a[2] - first.uz() * a[1];
        b[1] = first.uz() * a[0] - first.ux() * a[2];
        b[2] = first.ux() * a[1] - first.uy() * a[0];
    }

    private double line(List<Look.Light> lights, double[] axis) {
        return misfit(lights, axis, TERMS - 1) - misfit(lights, axis, TERMS);
    }

    private double misfit(List<Look.Light> lights, double[] axis, int terms) {
        normal.clear(terms);
        double fromS = lights.getFirst().timeS();
        double span = Math.max(1, lights.getLast().timeS() - fromS);
        for (Look.Light light : lights) {
            Arrays.fill(row, 0);
            double t = (light.timeS() - fromS) / span;
            row[0] = 1;
            row[1] = t;
            row[2] = t * t;
            double angle = light.ux() * axis[0] + light.uy() * axis[1] + light.uz() * axis[2];
            normal.row(row, 0, angle, light.sigmaRad());
        }
        if (!normal.solve(0)) {
            return 0;
        }
        double gained = 0;
        for (int i = 0; i < terms; i++) {
            gained += normal.right[i] * normal.step[i];
        }
        return normal.misfit - gained;
    }
}
