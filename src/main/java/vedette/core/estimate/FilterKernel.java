package vedette.core.estimate;

import vedette.core.motion.MotionModel;
import vedette.core.motion.Transition;
import vedette.core.sense.Rows;
import vedette.math.Exact;
import vedette.math.Kernel;

/// The arithmetic of the filters, on blocks of [Mixture].
///
/// It is fast because nothing is allocated, the zeros of F are not multiplied, covariances are triangles, and
/// measurements
/// enter row by row, so that no matrix is inverted. Its oracle in the tests is the textbook form on full matrices.
final class FilterKernel {
    private static final int N = Mixture.N;
    private static final int MEAN = Mixture.MEAN;
    private static final int COV = Mixture.COVARIANCE;
    private static final double LOG_TWO_PI = 1.8378770664093453;

    private final Transition transition = new Transition();
    private final double[] p = new double[N * N];
    private final double[] fp = new double[N * N];
    private final double[] moved = new double[N];
    private final double[] gain = new double[N];
    private double distance2;

    /// The squared normalised innovation of the last [#absorb].
    double distance2() {
        return distance2;
    }

    /// Moves a block by a model: x' = f(x), P' = F P Fᵀ + Q.
    @Kernel
    void predict(double[] b, int at, MotionModel model, double dt) {
        System.arraycopy(b, at + MEAN, moved, 0, N);
        model.step(moved, 0, dt, transition);
        System.arraycopy(moved, 0, b, at + MEAN, N);
        double[] f = transition.f;
        int c = at + COV;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double value = b[c++];
                p[i * N + j] = value;
                p[j * N + i] = value;
            }
        }
        for (int i = 0; i < 6; i++) {
            double f3 = f[i * N + 3];
            double f4 = f[i * N + 4];
            double f5 = f[i * N + 5];
            double f6 = f[i * N + 6];
            for (int j = 0; j < N; j++) {
                double sum = f3 * p[3 * N + j] + f4 * p[4 * N + j] + f5 * p[5 * N + j] + f6 * p[6 * N + j];
                fp[i * N + j] = i < 3 ? sum + p[i * N + j] : sum;
            }
        }
        double keep = f[6 * N + 6];
        for (int j = 0; j < N; j++) {
            fp[6 * N + j] = keep * p[6 * N + j];
        }
        c = at + COV;
        for (int i = 0; i < N; i++) {
            int row = i * N;
            for (int j = 0; j <= i; j++) {
                double sum;
                if (j == 6) {
                    sum = keep * fp[row + 6];
                } else {
                    int fj = j * N;
                    sum = f[fj + 3] * fp[row + 3]
                            + f[fj + 4] * fp[row + 4]
                            + f[fj + 5] * fp[row + 5]
                            + f[fj + 6] * fp[row + 6];
                    if (j < 3) {
                        sum += fp[row + j];
                    }
                }
                b[c++] = sum + transition.q[row + j];
            }
        }
    }

    /// Takes rows into a block: the Kalman update, one scalar after the other.
    ///
    /// @return the logarithm of the rows' likelihood under the block
    @Kernel
    double absorb(double[] b, int at, Rows rows) {
        int c = at + COV;
        for (int i = 0; i < N; i++) {
            moved[i] = 0;
            for (int j = 0; j <= i; j++) {
                double value = b[c++];
                p[i * N + j] = value;
                p[j * N + i] = value;
            }
        }
        double product = 1;
        double sum = 0;
        for (int row = 0; row < rows.count; row++) {
            int h = row * Rows.WIDTH;
            double s = rows.variance[row];
            double innovation = rows.innovation[row];
            for (int i = 0; i < N; i++) {
                double ph = 0;
                for (int k = 0; k < Rows.WIDTH; k++) {
                    ph += p[i * N + k] * rows.h[h + k];
                }
                gain[i] = ph;
            }
            for (int k = 0; k < Rows.WIDTH; k++) {
                s += rows.h[h + k] * gain[k];
                innovation -= rows.h[h + k] * moved[k];
            }
            double inverse = 1 / s;
            double step = innovation * inverse;
            sum += innovation * step;
            product *= s;
            for (int i = 0; i < N; i++) {
                moved[i] += gain[i] * step;
                double scaled = gain[i] * inverse;
                for (int j = 0; j <= i; j++) {
                    double value = p[i * N + j] - scaled * gain[j];
                    p[i * N + j] = value;
                    p[j * N + i] = value;
                }
            }
        }
        c = at + COV;
        for (int i = 0; i < N; i++) {
            b[at + MEAN + i] += moved[i];
            for (int j = 0; j <= i; j++) {
                b[c++] = p[i * N + j];
            }
        }
        distance2 = sum;
        return -0.5 * (sum + Exact.log(product) + rows.count * LOG_TWO_PI);
    }

    /// The logarithm of the likelihood of rows under a block, which is not changed.
    @Kernel
    double weigh(double[] b, int at, Rows rows) {
        double[] scratch = trial;
        System.arraycopy(b, at, scratch, 0, Mixture.BLOCK);
        return absorb(scratch, 0, rows);
    }

    private final double[] trial = new double[Mixture.BLOCK];
}
