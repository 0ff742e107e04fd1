package vedette.core.estimate.sigma;

import vedette.math.Cholesky;

/// Products and solutions with small full matrices, row by row, into new arrays.
final class Dense {
    // What is added to a diagonal, as a share of it, when rounding has made a covariance indefinite.
    private static final double LIFT = 1e-12;
    private static final int MOST_LIFTS = 12;

    private Dense() {}

    /// A (rows×inner) times B (inner×columns).
    static double[] times(double[] a, double[] b, int rows, int inner, int columns) {
        double[] out = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < inner; k++) {
                double weight = a[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    out[i * columns + j] += weight * b[k * columns + j];
                }
            }
        }
        return out;
    }

    /// A (rows×inner) times Bᵀ, B (columns×inner).
    static double[] timesTransposed(double[] a, double[] b, int rows, int inner, int columns) {
        double[] out = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += a[i * inner + k] * b[j * inner + k];
                }
                out[i * columns + j] = sum;
            }
        }
        return out;
    }

    /// A P Aᵀ + R, symmetric; A rows×n, P n×n, R rows×rows.
    static double[] spread(double[] a, double[] p, double[] r, int rows, int n) {
        double[] out = timesTransposed(times(a, p, rows, n, n), a, rows, n, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                double even = (out[i * rows + j] + out[j * rows + i]) / 2 + r[i * rows + j];
                out[i * rows + j] = even;
                out[j * rows + i] = even;
            }
        }
        return out;
    }

    /// The factor L of a covariance, L Lᵀ = P, lifted a little where rounding took its definiteness.
    static double[] factor(double[] p, int n) {
        double share = 0;
        for (int lift = 0; lift < MOST_LIFTS; lift++) {
            double[] l = p.clone();
            for (int i = 0; i < n; i++) {
                l[i * n + i] = p[i * n + i] * (1 + share) + Double.MIN_NORMAL;
            }
            if (Cholesky.factor(l, 0, n)) {
                return lowered(l, n);
            }
            share = share == 0 ? LIFT : 10 * share;
        }
        double[] diagonal = new double[n * n];
        for (int i = 0; i < n; i++) {
            diagonal[i * n + i] = Math.sqrt(Math.max(p[i * n + i], Double.MIN_NORMAL));
        }
        return diagonal;
    }

    private static double[] lowered(double[] l, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                l[i * n + j] = 0;
            }
        }
        return l;
    }

    /// B P⁻¹ for each of B's rows (rows×n), P given by its factor.
    static double[] over(double[] b, double[] factor, int rows, int n) {
        double[] out = new double[rows * n];
        double[] row = new double[n];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(b, i * n, row, 0, n);
            Cholesky.forward(factor, n, row);
            Cholesky.backward(factor, n, row);
            System.arraycopy(row, 0, out, i * n, n);
        }
        return out;
    }
}
