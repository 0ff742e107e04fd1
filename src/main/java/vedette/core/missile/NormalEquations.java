package vedette.core.missile;

import java.util.Arrays;
import vedette.math.Cholesky;

/// Weighted least squares of one linearised problem: rows come in, the step towards the best parameters comes out.
///
/// A workspace. The matrix is scaled to a unit diagonal before it is factored, so that metres, radians and logarithms
/// may stand side by side (Golub and Van Loan, Matrix Computations, §4.2 and §5.3.2).
final class NormalEquations {
    /// More parameters than any fit has.
    static final int MOST = 32;

    int n;
    final double[] matrix = new double[MOST * MOST];
    final double[] right = new double[MOST];
    final double[] step = new double[MOST];
    final double[] covariance = new double[MOST * MOST];
    private final double[] factor = new double[MOST * MOST];
    private final double[] scale = new double[MOST];
    private final double[] column = new double[MOST];
    private double logDeterminant;
    double misfit;

    void clear(int parameters) {
        n = parameters;
        Arrays.fill(matrix, 0, n * n, 0);
        Arrays.fill(right, 0, n, 0);
        misfit = 0;
    }

    /// One number that was measured.
    ///
    /// @param partials derivatives of what is expected, n from `from` on
    /// @param residual measured less expected
    /// @param sigma standard deviation
    void row(double[] partials, int from, double residual, double sigma) {
        double weight = 1 / (sigma * sigma);
        misfit += residual * residual * weight;
        for (int i = 0; i < n; i++) {
            double pi = partials[from + i] * weight;
            if (pi == 0) {
                continue;
            }
            right[i] += pi * residual;
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] += pi * partials[from + j];
            }
        }
    }

    /// One parameter that is known beforehand.
    void prior(int index, double meanLessNow, double sigma) {
        double weight = 1 / (sigma * sigma);
        matrix[index * n + index] += weight;
        right[index] += weight * meanLessNow;
        misfit += meanLessNow * meanLessNow * weight;
    }

    private final double[] keptMatrix = new double[MOST * MOST];
    private final double[] keptRight = new double[MOST];
    private double keptMisfit;

    /// Puts the equations aside, to be taken up again when a step turns out to be none.
    void keep() {
        System.arraycopy(matrix, 0, keptMatrix, 0, n * n);
        System.arraycopy(right, 0, keptRight, 0, n);
        keptMisfit = misfit;
    }

    void restore() {
        System.arraycopy(keptMatrix, 0, matrix, 0, n * n);
        System.arraycopy(keptRight, 0, right, 0, n);
        misfit = keptMisfit;
    }

    /// The step to the best parameters.
    ///
    /// @param damping added to the unit diagonal: 0 for a plain Gauss-Newton step
    /// @return whether the problem has one answer
    boolean solve(double damping) {
        logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            double d = matrix[i * n + i];
            if (!(d > 0) || d == Double.POSITIVE_INFINITY) {
                return false;
            }
            scale[i] = 1 / Math.sqrt(d);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i * n + j] = matrix[i * n + j] * scale[i] * scale[j];
            }
            factor[i * n + i] += damping;
            step[i] = right[i] * scale[i];
        }
        if (!Cholesky.factor(factor, 0, n)) {
            return false;
        }
        Cholesky.forward(factor, n, step);
        Cholesky.backward(factor, n, step);
        for (int i = 0; i < n; i++) {
            step[i] *= scale[i];
        }
        return true;
    }

    /// The covariance of the parameters, into `covariance`, n·n; call after [#solve] without damping.
    void invert() {
        for (int j = 0; j < n; j++) {
            Arrays.fill(column, 0, n, 0);
            column[j] = 1;
            Cholesky.forward(factor, n, column);
            Cholesky.backward(factor, n, column);
            for (int i = 0; i < n; i++) {
                covariance[i * n + j] = column[i] * scale[i] * scale[j];
            }
        }
    }

    /// The logarithm of the determinant of the covariance; call after [#solve] without damping.
    double logDeterminant() {
        logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            logDeterminant += 2 * vedette.math.Exact.log(scale[i]) - 2 * vedette.math.Exact.log(factor[i * n + i]);
        }
        return logDeterminant;
    }
}
