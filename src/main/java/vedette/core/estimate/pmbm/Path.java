package vedette.core.estimate.pmbm;

import vedette.math.Kernel;

/// A Gaussian over a target's last few states together: what is needed to know better today where it was
/// yesterday.
///
/// States stand newest first, four numbers each (x, vx, y, vy). One state makes a Kalman filter; L + 1 states a
/// fixed-lag smoother that is exact for linear motion (García-Fernández, Svensson and Xia 2020, "Trajectory
/// PMBM", sec. V: the L-scan approximation). Values are never changed after they were made.
final class Path {
    static final int N = 4;

    final int states;
    final double[] mean;
    /// Full, row by row; 4·states squared.
    final double[] covariance;

    Path(int states, double[] mean, double[] covariance) {
        this.states = states;
        this.mean = mean;
        this.covariance = covariance;
    }

    /// One state.
    static Path born(PlanarModel.Birth birth) {
        PlanarModel.State m = birth.mean();
        PlanarModel.State s = birth.sigma();
        double[] p = new double[N * N];
        p[0] = s.x() * s.x();
        p[5] = s.vx() * s.vx();
        p[10] = s.y() * s.y();
        p[15] = s.vy() * s.vy();
        return new Path(1, new double[] {m.x(), m.vx(), m.y(), m.vy()}, p);
    }

    /// One step on; beyond `most` states the oldest is forgotten.
    Path moved(PlanarModel model, int most) {
        int kept = Math.min(states, most - 1);
        int size = N * (kept + 1);
        int old = N * states;
        double t = model.stepS();
        double[] m = new double[size];
        double[] p = new double[size * size];
        System.arraycopy(mean, 0, m, N, N * kept);
        advance(mean, 0, 1, m, 0, 1, t);
        for (int i = 0; i < N * kept; i++) {
            System.arraycopy(covariance, i * old, p, (N + i) * size + N, N * kept);
            advance(covariance, i, old, p, N + i, size, t);
            for (int a = 0; a < N; a++) {
                p[(N + i) * size + a] = p[a * size + N + i];
            }
        }
        newest(p, size, model);
        return new Path(kept + 1, m, p);
    }

    // F times a column of four: from[at + r·stride] to to[at + r·stride].
    @Kernel
    static void advance(double[] from, int at, int stride, double[] to, int place, int width, double t) {
        for (int r = 0; r < N; r += 2) {
            to[place + r * width] = from[at + r * stride] + t * from[at + (r + 1) * stride];
            to[place + (r + 1) * width] = from[at + (r + 1) * stride];
        }
    }

    // F P Fᵀ + Q of the newest state.
    private void newest(double[] p, int size, PlanarModel model) {
        double t = model.stepS();
        int old = N * states;
        double[] fp = new double[N * N];
        for (int c = 0; c < N; c++) {
            advance(covariance, c, old, fp, c, N, t);
        }
        for (int r = 0; r < N; r++) {
            for (int c = 0; c < N; c += 2) {
                p[r * size + c] = fp[r * N + c] + t * fp[r * N + c + 1];
                p[r * size + c + 1] = fp[r * N + c + 1];
            }
        }
        double q = model.noise();
        for (int a = 0; a < N; a += 2) {
            p[a * size + a] += q * t * t * t / 3;
            p[a * size + a + 1] += q * t * t / 2;
            p[(a + 1) * size + a] += q * t * t / 2;
            p[(a + 1) * size + a + 1] += q * t;
        }
    }

    /// The weighted mean and spread of several paths of equally many states.
    static Path merged(Path[] paths, double[] weights, int count) {
        int size = N * paths[0].states;
        double[] m = new double[size];
        double[] p = new double[size * size];
        double total = 0;
        for (int k = 0; k < count; k++) {
            total += weights[k];
            for (int i = 0; i < size; i++) {
                m[i] += weights[k] * paths[k].mean[i];
            }
        }
        for (int i = 0; i < size; i++) {
            m[i] /= total;
        }
        for (int k = 0; k < count; k++) {
            double w = weights[k] / total;
            double[] each = paths[k].mean;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    p[i * size + j] += w * (paths[k].covariance[i * size + j] + (each[i] - m[i]) * (each[j] - m[j]));
                }
            }
        }
        return new Path(paths[0].states, m, p);
    }

    double x(int ago) {
        return mean[N * ago];
    }

    double y(int ago) {
        return mean[N * ago + 2];
    }

    /// Sum of the two position variances, square metres.
    double spreadM2(int ago) {
        int size = N * states;
        int at = N * ago;
        return covariance[at * size + at] + covariance[(at + 2) * size + at + 2];
    }
}
