package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small world in the plane for tests: seeded targets, looks, and plain matrices.
final class Plane {
    static final PlanarModel MODEL = new PlanarModel(
            1,
            0.02,
            1,
            0.9,
            0.99,
            1e-4,
            new PlanarModel.Birth(
                    3, 0.005, new PlanarModel.State(100, 0, 100, 0), new PlanarModel.State(150, 1, 150, 1)));

    private Plane() {}

    /// Four targets that are within a metre of each other at half time, when the last one ends; seen as the model
    /// says.
    ///
    /// @param truth receives the positions of each look: x, y, x, y, …
    static List<Plots> crossing(long seed, int looks, List<double[]> truth) {
        Random random = new Random(seed);
        double[][] speeds = {{0.3, 0.2}, {-0.3, 0.2}, {0.2, -0.3}, {-0.2, -0.3}};
        List<Plots> seen = new ArrayList<>();
        for (int k = 0; k < looks; k++) {
            List<double[]> plots = new ArrayList<>();
            int alive = k <= looks / 2 ? 4 : 3;
            double[] all = new double[2 * alive];
            for (int i = 0; i < alive; i++) {
                all[2 * i] = 100 + speeds[i][0] * (k - looks / 2) + 0.3 * i;
                all[2 * i + 1] = 100 + speeds[i][1] * (k - looks / 2);
                if (random.nextDouble() < MODEL.detection()) {
                    plots.add(
                            new double[] {all[2 * i] + random.nextGaussian(), all[2 * i + 1] + random.nextGaussian()});
                }
            }
            for (int c = random.nextInt(12); c > 0; c--) {
                plots.add(new double[] {300 * random.nextDouble(), 300 * random.nextDouble()});
            }
            truth.add(all);
            seen.add(plots(plots.toArray(double[][]::new)));
        }
        return seen;
    }

    static Plots plots(double[]... at) {
        double[] x = new double[at.length];
        double[] y = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            x[i] = at[i][0];
            y[i] = at[i][1];
        }
        return new Plots(x, y);
    }

    /// Squared GOSPA (c 10 m, p 2, α 2) by trial of all assignments.
    static double gospa2(double[] truth, List<PlanarFilter.Point> points) {
        return least(truth, 0, new ArrayList<>(points));
    }

    private static double least(double[] truth, int from, List<PlanarFilter.Point> left) {
        if (from == truth.length) {
            return 50.0 * left.size();
        }
        double best = 50 + least(truth, from + 2, left);
        for (int j = 0; j < left.size(); j++) {
            PlanarFilter.Point point = left.get(j);
            double dx = point.x() - truth[from];
            double dy = point.y() - truth[from + 1];
            if (dx * dx + dy * dy < 100) {
                List<PlanarFilter.Point> rest = new ArrayList<>(left);
                rest.remove(j);
                best = Math.min(best, dx * dx + dy * dy + least(truth, from + 2, rest));
            }
        }
        return best;
    }

    /// Mean over the looks of squared GOSPA, from all looks but the first `warm`, rooted.
    static double rms(PlanarFilter filter, List<Plots> looks, List<double[]> truth, int warm) {
        double sum = 0;
        for (int k = 0; k < looks.size(); k++) {
            filter.look(looks.get(k));
            sum += k < warm ? 0 : gospa2(truth.get(k), filter.estimate(0));
        }
        return Math.sqrt(sum / (looks.size() - warm));
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    static double[][] plus(double[][] a, double[][] b, double sign) {
        double[][] c = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                c[i][j] = a[i][j] + sign * b[i][j];
            }
        }
        return c;
    }

    static double[][] turned(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /// Gauss and Jordan, without pivoting: for positive definite matrices.
    static double[][] inverse(double[][] a) {
        int n = a.length;
        double[][] m = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, m[i], 0, n);
            m[i][n + i] = 1;
        }
        for (int p = 0; p < n; p++) {
            double pivot = m[p][p];
            for (int j = 0; j < 2 * n; j++) {
                m[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == p ? 0 : m[i][p];
                for (int j = 0; j < 2 * n; j++) {
                    m[i][j] -= factor * m[p][j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(m[i], n, inverse[i], 0, n);
        }
        return inverse;
    }
}
