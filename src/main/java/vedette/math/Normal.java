package vedette.math;

/// The normal distribution.
public final class Normal {
    /// One over the square root of 2π: the height of the standard normal density.
    public static final double PEAK = 0.3989422804014327;

    /// Beyond so many standard deviations the continued fraction is shorter than the quotient (West 2005).
    private static final double TAIL = 7.07106781186547;

    /// From here on what is left is below the smallest double that matters (West 2005).
    private static final double END = 37;

    private static final double[] ABOVE = {
        3.52624965998911e-02,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] BELOW = {
        8.83883476483184e-02,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private Normal() {}

    /// The standard normal density at z.
    public static double density(double z) {
        return PEAK * Exact.exp(-0.5 * z * z);
    }

    /// The probability that a standard normal number is below z: within 1e-14.
    ///
    /// Hart's rational approximation (1968) as West gives it ("Better approximations to cumulative normal
    /// functions", Wilmott 2005).
    public static double below(double z) {
        double x = Math.abs(z);
        double rest = x > END ? 0 : above(x);
        return z > 0 ? 1 - rest : rest;
    }

    private static double above(double x) {
        double fade = Exact.exp(-0.5 * x * x);
        if (x < TAIL) {
            return fade * polynomial(ABOVE, x) / polynomial(BELOW, x);
        }
        double fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
        return fade * PEAK / fraction;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double each : coefficients) {
            sum = sum * x + each;
        }
        return sum;
    }
}
