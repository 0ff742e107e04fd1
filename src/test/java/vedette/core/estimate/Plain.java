package vedette.core.estimate;

import vedette.core.sense.Rows;
import vedette.math.Cholesky;

/// The textbook's filter on full matrices: slow, plain, the kernels' oracle.
final class Plain {
    private static final int N = Mixture.N;

    private Plain() {}

    record Updated(double[] mean, double[] covariance, double logLikelihood) {}

    // K = P Hᵀ S⁻¹, x' = x + K ν, P' = P − K H P, ln N(ν; 0, S); all rows at once.
    static Updated update(double[] block, Rows rows) {
        double[] p = FilterTest.full(block, 0);
        int m = rows.count;
        double[] ph = new double[N * m];
        for (int i = 0; i < N; i++) {
            for (int r = 0; r < m; r++) {
                for (int k = 0; k < Rows.WIDTH; k++) {
                    ph[i * m + r] += p[i * N + k] * rows.h[r * Rows.WIDTH + k];
                }
            }
        }
        double[] s = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                s[a * m + b] = a == b ? rows.variance[a] : 0;
                for (int k = 0; k < Rows.WIDTH; k++) {
                    s[a * m + b] += rows.h[a * Rows.WIDTH + k] * ph[k * m + b];
                }
            }
        }
        Cholesky.factor(s, 0, m);
        double[] white = new double[m];
        System.arraycopy(rows.innovation, 0, white, 0, m);
        Cholesky.forward(s, m, white);
        double square = 0;
        for (double w : white) {
            square += w * w;
        }
        double[] mean = new double[N];
        System.arraycopy(block, Mixture.MEAN, mean, 0, N);
        double[][] half = new double[N][m];
        for (int i = 0; i < N; i++) {
            System.arraycopy(ph, i * m, half[i], 0, m);
            Cholesky.forward(s, m, half[i]);
            for (int r = 0; r < m; r++) {
                mean[i] += half[i][r] * white[r];
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                for (int r = 0; r < m; r++) {
                    p[i * N + j] -= half[i][r] * half[j][r];
                }
            }
        }
        double log = -0.5 * (square + Cholesky.logDeterminant(s, m) + m * Math.log(2 * Math.PI));
        return new Updated(mean, p, log);
    }
}
