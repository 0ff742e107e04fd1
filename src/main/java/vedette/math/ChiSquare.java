package vedette.math;

import static vedette.math.Require.require;

/// The distribution of the sum of squares of independent standard normals: how large a normalised error may be.
public final class ChiSquare {
    private static final int MOST_TERMS = 2000;
    private static final int HALVINGS = 200;

    private ChiSquare() {}

    /// The probability of a value at most `x`.
    ///
    /// The series of the lower incomplete gamma function (Abramowitz and Stegun 6.5.29); error below 1e-14.
    ///
    /// @param x 0 or more; the series is meant for x up to some hundreds
    /// @param degrees degrees of freedom, 1 or more
    public static double probability(double x, int degrees) {
        require(x >= 0 && degrees >= 1, "x %s, degrees %s", x, degrees);
        if (x == 0) {
            return 0;
        }
        double a = degrees / 2.0;
        double half = x / 2;
        double term = 1;
        double sum = 1;
        for (int n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
            term *= half / (a + n);
            sum += term;
        }
        return Math.min(1, sum * Exact.exp(a * Exact.log(half) - half) / gamma(degrees + 2));
    }

    /// The value that is not passed with probability `p`; relative error below 1e-12.
    ///
    /// @param p above 0, below 1
    /// @param degrees degrees of freedom, 1 or more
    public static double quantile(double p, int degrees) {
        require(p > 0 && p < 1, "probability %s", p);
        if (degrees == 2) {
            return -2 * Exact.log(1 - p);
        }
        double low = 0;
        double high = degrees;
        while (probability(high, degrees) < p) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > 4 * Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (probability(middle, degrees) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    // Γ(n / 2), by its recursion from Γ(1/2) = √π or Γ(1) = 1.
    private static double gamma(int n) {
        double value = n % 2 == 0 ? 1 : Math.sqrt(Math.PI);
        for (double at = n % 2 == 0 ? 1 : 0.5; at < n / 2.0; at++) {
            value *= at;
        }
        return value;
    }
}
