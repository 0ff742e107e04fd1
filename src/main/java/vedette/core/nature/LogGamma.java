package vedette.core.nature;

import vedette.math.Exact;

/// The logarithm of the gamma function, by Stirling's series (Abramowitz and Stegun 6.1.41), for arguments
/// above 0; error below 1e-9.
final class LogGamma {
    private static final double LARGE = 8;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private LogGamma() {}

    static double of(double x) {
        double up = x;
        double product = 1;
        while (up < LARGE) {
            product *= up;
            up++;
        }
        double inverse2 = 1 / (up * up);
        double series = (1.0 / 12 - inverse2 * (1.0 / 360 - inverse2 * (1.0 / 1260 - inverse2 / 1680))) / up;
        return (up - 0.5) * Exact.log(up) - up + HALF_LOG_TWO_PI + series - Exact.log(product);
    }

    /// The logarithm of the beta function.
    static double beta(double a, double b) {
        return of(a) + of(b) - of(a + b);
    }
}
