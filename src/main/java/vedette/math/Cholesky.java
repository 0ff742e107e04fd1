package vedette.math;

/// Square roots of covariances on flat arrays, in place: the factor L with L Lᵀ = A, and what is solved with it.
///
/// Matrices are n·n numbers, row by row; of symmetric ones the lower triangle is read. Nothing is allocated, so that
/// kernels may call it with their own workspace (Golub and Van Loan, Matrix Computations, alg. 4.2.1).
public final class Cholesky {
    private Cholesky() {}

    /// Replaces the lower triangle of A by its factor L; the upper triangle is left as it is.
    ///
    /// @param a n·n numbers from `offset` on
    /// @param offset where the matrix begins
    /// @param n rows and columns
    /// @return whether A is positive definite; if not, the array holds nothing of use
    public static boolean factor(double[] a, int offset, int n) {
        for (int j = 0; j < n; j++) {
            int rowJ = offset + j * n;
            double pivot = a[rowJ + j];
            for (int k = 0; k < j; k++) {
                pivot -= a[rowJ + k] * a[rowJ + k];
            }
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            a[rowJ + j] = root;
            for (int i = j + 1; i < n; i++) {
                int rowI = offset + i * n;
                double sum = a[rowI + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[rowI + k] * a[rowJ + k];
                }
                a[rowI + j] = sum / root;
            }
        }
        return true;
    }

    /// Replaces b by L⁻¹ b.
    ///
    /// @param l the factor, from 0 on
    /// @param n rows and columns
    /// @param b n numbers
    public static void forward(double[] l, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i * n + k] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
    }

    /// Replaces b by L⁻ᵀ b: after [#forward], b is A⁻¹ b.
    ///
    /// @param l the factor, from 0 on
    /// @param n rows and columns
    /// @param b n numbers
    public static void backward(double[] l, int n, double[] b) {
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k * n + i] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
    }

    /// ln det A, from its factor.
    ///
    /// @param l the factor, from 0 on
    /// @param n rows and columns
    public static double logDeterminant(double[] l, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= l[i * n + i];
        }
        return 2 * Exact.log(product);
    }
}
