package vedette.core.estimate.pmbm;

import vedette.math.Exact;

/// What a plot of a target would look like: made once for a path, asked for many plots.
final class Sight {
    private static final int N = Path.N;
    private static final double LOG_TWO_PI = Exact.log(2 * Math.PI);

    private final Path path;
    private final double sxx;
    private final double sxy;
    private final double syy;
    private final double determinant;
    private final double logNorm;

    Sight(Path path, PlanarModel model) {
        this.path = path;
        int size = N * path.states;
        double variance = model.sigmaM() * model.sigmaM();
        sxx = path.covariance[0] + variance;
        sxy = path.covariance[2];
        syy = path.covariance[2 * size + 2] + variance;
        determinant = sxx * syy - sxy * sxy;
        logNorm = -LOG_TWO_PI - 0.5 * Exact.log(determinant);
    }

    /// Squared statistical distance of a plot.
    double distance2(double x, double y) {
        double dx = x - path.mean[0];
        double dy = y - path.mean[2];
        return (syy * dx * dx - 2 * sxy * dx * dy + sxx * dy * dy) / determinant;
    }

    /// Logarithm of the density of a plot at that distance, per square metre.
    double logDensity(double distance2) {
        return logNorm - 0.5 * distance2;
    }

    /// The path after it was seen there: K = P Hᵀ S⁻¹, P − K H P (Bar-Shalom 2001, sec. 5.2).
    Path seen(double x, double y) {
        int size = N * path.states;
        double dx = x - path.mean[0];
        double dy = y - path.mean[2];
        double[] p = path.covariance;
        double[] m = new double[size];
        double[] next = new double[size * size];
        for (int i = 0; i < size; i++) {
            double px = p[i * size];
            double py = p[i * size + 2];
            double kx = (syy * px - sxy * py) / determinant;
            double ky = (sxx * py - sxy * px) / determinant;
            m[i] = path.mean[i] + kx * dx + ky * dy;
            for (int j = 0; j <= i; j++) {
                double value = p[i * size + j] - kx * p[j * size] - ky * p[j * size + 2];
                next[i * size + j] = value;
                next[j * size + i] = value;
            }
        }
        return new Path(path.states, m, next);
    }
}
