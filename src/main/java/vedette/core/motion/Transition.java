package vedette.core.motion;

import java.util.Arrays;
import vedette.math.Kernel;

/// What a step of motion does to small deviations: F and Q of `P' = F P Fᵀ + Q`.
///
/// A workspace for kernels: both are 7·7 numbers, row by row, rewritten at each step. F keeps the form
/// `[I A b; 0 C d; 0 0 e]` of position, velocity and turn rate, which the kernel makes use of.
final class Transition {
    private static final int N = MotionModel.SIZE;

    /// The Jacobian of the step.
    final double[] f = new double[N * N];

    /// The covariance that chance adds; symmetric.
    final double[] q = new double[N * N];

    /// Starts anew with F the identity and Q nothing.
    void clear() {
        Arrays.fill(f, 0);
        Arrays.fill(q, 0);
        for (int i = 0; i < N; i++) {
            f[i * N + i] = 1;
        }
    }

    /// Adds level-plane and vertical noise to a 3 × 3 block of Q.
    ///
    /// @param row first row of the block
    /// @param column first column
    /// @param up the vertical
    /// @param level variance in each level direction
    /// @param vertical variance along the vertical
    void noise(int row, int column, double[] up, double level, double vertical) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double value = (vertical - level) * up[i] * up[j] + (i == j ? level : 0);
                q[(row + i) * N + column + j] += value;
            }
        }
    }

    private final double[] p = new double[N * N];
    private final double[] fp = new double[N * N];

    /// P' = F P Fᵀ + Q on a lower triangle; zeros of F are not multiplied.
    ///
    /// @param x covariances, changed in place
    /// @param covariance where the triangle begins
    @Kernel
    void spread(double[] x, int covariance) {
        int c = covariance;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double value = x[c++];
                p[i * N + j] = value;
                p[j * N + i] = value;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = i < 3 ? 0 : 3; k < N; k++) {
                    sum += f[i * N + k] * p[k * N + j];
                }
                fp[i * N + j] = sum;
            }
        }
        c = covariance;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = q[i * N + j];
                for (int k = j < 3 ? 0 : 3; k < N; k++) {
                    sum += f[j * N + k] * fp[i * N + k];
                }
                x[c++] = sum;
            }
        }
    }
}
