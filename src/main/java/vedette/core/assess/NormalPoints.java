package vedette.core.assess;

import vedette.math.Exact;

/// A fixed, even scatter of standard normal points: what an object may do, judged by the same few dozen futures
/// each time.
///
/// The points are a Kronecker sequence with the generalised golden ratio (Roberts 2018: additive recurrence by
/// 1/φ, 1/φ², …, φ⁷ = φ + 1), turned normal by Acklam's inverse (2003; relative error 1.2e-9), mirrored at
/// zero, and made orthogonal with unit variance (Gram-Schmidt): mean and covariance are exact.
final class NormalPoints {
    /// Numbers a point has: x, y, vx, vy, height, climb.
    static final int AXES = 6;

    /// How many points: probabilities come in steps of 1.6 %, a spread is within about 9 %.
    static final int COUNT = 64;

    /// The root of φ⁷ = φ + 1.
    private static final double PHI = 1.1127756842787055;

    private static final double LOW = 0.02425;
    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
    };

    private static final double[] POINTS = scatter();

    private NormalPoints() {}

    /// One number of one point.
    static double at(int point, int axis) {
        return POINTS[point * AXES + axis];
    }

    private static double[] scatter() {
        double[] points = new double[COUNT * AXES];
        double step = 1;
        for (int axis = 0; axis < AXES; axis++) {
            step /= PHI;
            fill(points, axis, step);
            for (int other = 0; other < axis; other++) {
                add(points, axis, other, -product(points, axis, other) / COUNT);
            }
            double scale = Math.sqrt(COUNT / product(points, axis, axis));
            add(points, axis, axis, scale - 1);
        }
        return points;
    }

    private static void fill(double[] points, int axis, double step) {
        for (int i = 0; i < COUNT / 2; i++) {
            double u = 0.5 + step * (i + 1);
            double z = inverse(u - Math.floor(u));
            points[2 * i * AXES + axis] = z;
            points[(2 * i + 1) * AXES + axis] = -z;
        }
    }

    private static double product(double[] points, int a, int b) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += points[i * AXES + a] * points[i * AXES + b];
        }
        return sum;
    }

    private static void add(double[] points, int to, int from, double factor) {
        for (int i = 0; i < COUNT; i++) {
            points[i * AXES + to] += factor * points[i * AXES + from];
        }
    }

    /// The normal quantile of a probability in (0, 1).
    static double inverse(double p) {
        double tail = Math.min(p, 1 - p);
        if (tail < LOW) {
            double q = Math.sqrt(-2 * Exact.log(tail));
            double z = polynomial(C, q) / (polynomial(D, q) * q + 1);
            return p < 0.5 ? z : -z;
        }
        double q = p - 0.5;
        double r = q * q;
        return polynomial(A, r) * q / (polynomial(B, r) * r + 1);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double c : coefficients) {
            sum = sum * x + c;
        }
        return sum;
    }
}
