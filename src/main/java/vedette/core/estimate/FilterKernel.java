package vedette.core.estimate;

import vedette.core.sense.Rows;
import vedette.math.Kernel;

/// The Kalman update on blocks of [Mixture].
///
/// It is fast because nothing is allocated, covariances are triangles worked on where they stand, and
/// measurements enter row by row, so that no matrix is inverted. Its oracle in the tests is the textbook form on
/// full matrices.
final class FilterKernel {
    private static final int MEAN = Mixture.MEAN;
    private static final int COV = Mixture.COVARIANCE;
    private static final double LOG_TWO_PI = 1.8378770664093453;

    private final double[] trial = new double[Mixture.BLOCK];
    private int taken;
    private double distance2;
    private double height;

    /// The logarithm of the density of some rows where nothing was amiss, per root of the innovations' determinant.
    static double logScale(int rows) {
        return -0.5 * rows * LOG_TWO_PI;
    }

    /// One over the root of the innovations' determinant of the last [#absorb]: with it and [#distance2] the likelihood
    /// is `height · exp(−distance2 / 2) · exp(logScale)`.
    double height() {
        return height;
    }

    /// The squared normalised innovation of the last [#absorb].
    double distance2() {
        return distance2;
    }

    /// Takes rows into a block, one scalar after the other.
    ///
    /// @param b blocks; the one at `at` is changed
    /// @param rows what was measured, linearised at a point
    /// @param point holds that point from [Mixture#MEAN] on: the block's own mean, or one near it
    void absorb(double[] b, int at, Rows rows, double[] point, int pointAt) {
        taken = rows.count;
        go(b, at, rows, point, pointAt);
    }

    // Rows from `taken` on are only weighed.
    private void go(double[] b, int at, Rows rows, double[] point, int pointAt) {
        double product = 1;
        double sum = 0;
        for (int row = 0; row < rows.count; row++) {
            double ahead = 0;
            int h = row * Rows.WIDTH;
            int width = rows.still[row] ? 3 : Rows.WIDTH;
            for (int k = 0; k < width; k++) {
                ahead += rows.h[h + k] * (b[at + MEAN + k] - point[pointAt + MEAN + k]);
            }
            double innovation = rows.innovation[row] - ahead;
            double s = rows.still[row]
                    ? gainOfPlace(b, at + COV, rows.h, h, rows.variance[row])
                    : gainOfMotion(b, at + COV, rows.h, h, rows.variance[row]);
            double inverse = 1 / s;
            sum += innovation * innovation * inverse;
            product *= s;
            if (row < taken) {
                take(b, at, innovation * inverse, inverse);
            }
        }
        distance2 = sum;
        height = 1 / Math.sqrt(product);
    }

    private double g0;
    private double g1;
    private double g2;
    private double g3;
    private double g4;
    private double g5;
    private double g6;

    // P hᵀ and h P hᵀ + r for a row of position only.
    @Kernel
    double gainOfPlace(double[] b, int c, double[] rowH, int h, double r) {
        double x = rowH[h];
        double y = rowH[h + 1];
        double z = rowH[h + 2];
        g0 = b[c] * x + b[c + 1] * y + b[c + 3] * z;
        g1 = b[c + 1] * x + b[c + 2] * y + b[c + 4] * z;
        g2 = b[c + 3] * x + b[c + 4] * y + b[c + 5] * z;
        g3 = b[c + 6] * x + b[c + 7] * y + b[c + 8] * z;
        g4 = b[c + 10] * x + b[c + 11] * y + b[c + 12] * z;
        g5 = b[c + 15] * x + b[c + 16] * y + b[c + 17] * z;
        g6 = b[c + 21] * x + b[c + 22] * y + b[c + 23] * z;
        return x * g0 + y * g1 + z * g2 + r;
    }

    // The same for a row of position and velocity.
    @Kernel
    double gainOfMotion(double[] b, int c, double[] rowH, int h, double r) {
        double s = gainOfPlace(b, c, rowH, h, 0);
        double u = rowH[h + 3];
        double v = rowH[h + 4];
        double w = rowH[h + 5];
        double place = u * g3 + v * g4 + w * g5;
        g0 += b[c + 6] * u + b[c + 10] * v + b[c + 15] * w;
        g1 += b[c + 7] * u + b[c + 11] * v + b[c + 16] * w;
        g2 += b[c + 8] * u + b[c + 12] * v + b[c + 17] * w;
        double p3 = b[c + 9] * u + b[c + 13] * v + b[c + 18] * w;
        double p4 = b[c + 13] * u + b[c + 14] * v + b[c + 19] * w;
        double p5 = b[c + 18] * u + b[c + 19] * v + b[c + 20] * w;
        g3 += p3;
        g4 += p4;
        g5 += p5;
        g6 += b[c + 24] * u + b[c + 25] * v + b[c + 26] * w;
        return s + 2 * place + u * p3 + v * p4 + w * p5 + r;
    }

    // x += g·step, P −= g gᵀ / s.
    @Kernel
    void take(double[] b, int at, double step, double inverse) {
        int m = at + MEAN;
        b[m] += g0 * step;
        b[m + 1] += g1 * step;
        b[m + 2] += g2 * step;
        b[m + 3] += g3 * step;
        b[m + 4] += g4 * step;
        b[m + 5] += g5 * step;
        b[m + 6] += g6 * step;
        int c = at + COV;
        double k = g0 * inverse;
        b[c] -= k * g0;
        k = g1 * inverse;
        b[c + 1] -= k * g0;
        b[c + 2] -= k * g1;
        k = g2 * inverse;
        b[c + 3] -= k * g0;
        b[c + 4] -= k * g1;
        b[c + 5] -= k * g2;
        k = g3 * inverse;
        b[c + 6] -= k * g0;
        b[c + 7] -= k * g1;
        b[c + 8] -= k * g2;
        b[c + 9] -= k * g3;
        k = g4 * inverse;
        b[c + 10] -= k * g0;
        b[c + 11] -= k * g1;
        b[c + 12] -= k * g2;
        b[c + 13] -= k * g3;
        b[c + 14] -= k * g4;
        k = g5 * inverse;
        b[c + 15] -= k * g0;
        b[c + 16] -= k * g1;
        b[c + 17] -= k * g2;
        b[c + 18] -= k * g3;
        b[c + 19] -= k * g4;
        b[c + 20] -= k * g5;
        k = g6 * inverse;
        b[c + 21] -= k * g0;
        b[c + 22] -= k * g1;
        b[c + 23] -= k * g2;
        b[c + 24] -= k * g3;
        b[c + 25] -= k * g4;
        b[c + 26] -= k * g5;
        b[c + 27] -= k * g6;
    }

    /// [#absorb] on a copy: only [#distance2] and [#height] tell of it.
    void weigh(double[] b, int at, Rows rows, double[] point, int pointAt) {
        System.arraycopy(b, at, trial, 0, Mixture.BLOCK);
        taken = rows.count - 1;
        go(trial, 0, rows, point, pointAt);
    }
}
