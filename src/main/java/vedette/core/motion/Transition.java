package vedette.core.motion;

import java.util.Arrays;

/// What a step of motion does to small deviations: F and Q of `P' = F P Fᵀ + Q`.
///
/// A workspace for kernels: both are 7·7 numbers, row by row, rewritten at each step. F keeps the form
/// `[I A b; 0 C d; 0 0 e]` of position, velocity and turn rate, which the kernel makes use of.
public final class Transition {
    private static final int N = MotionModel.SIZE;

    /// The Jacobian of the step.
    public final double[] f = new double[N * N];

    /// The covariance that chance adds; symmetric.
    public final double[] q = new double[N * N];

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
}
