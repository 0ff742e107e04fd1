package vedette.math;

/// Transcendental functions that give the same bits on every machine and in every compiler mode.
///
/// `Math.sin` and its kin may differ in the last bit between the interpreter, the compilers and CPUs (measured:
/// for 3–10 % of the arguments); `StrictMath` is fdlibm to the bit. All angles are radians.
public final class Exact {
    /// A full turn, radians.
    public static final double TWO_PI = 2 * Math.PI;

    private Exact() {}

    /// Sine; within 1 ulp (fdlibm).
    public static double sin(double rad) {
        return StrictMath.sin(rad);
    }

    /// Cosine; within 1 ulp (fdlibm).
    public static double cos(double rad) {
        return StrictMath.cos(rad);
    }

    /// Tangent; within 1 ulp (fdlibm).
    public static double tan(double rad) {
        return StrictMath.tan(rad);
    }

    /// The angle of the point (x, y), in [−π, π]; within 2 ulp (fdlibm).
    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    /// The angle of the point (x, y), in [−π, π], within 2e-8 rad: for gates.
    /// A polynomial of Abramowitz and Stegun 1964, 4.4.49, on the octant.
    public static double roughAtan2(double y, double x) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double big = Math.max(ax, ay);
        if (big == 0) {
            return 0;
        }
        double t = Math.min(ax, ay) / big;
        double t2 = t * t;
        double sum = 0.0028662257 * t2 - 0.0161657367;
        sum = sum * t2 + 0.0429096138;
        sum = sum * t2 - 0.0752896400;
        sum = sum * t2 + 0.1065626393;
        sum = sum * t2 - 0.1420889944;
        sum = sum * t2 + 0.1999355085;
        sum = sum * t2 - 0.3333314528;
        double angle = t + t * t2 * sum;
        angle = ay > ax ? Math.PI / 2 - angle : angle;
        angle = x < 0 ? Math.PI - angle : angle;
        return y < 0 ? -angle : angle;
    }

    /// Arc tangent in (−π/2, π/2); within 1 ulp (fdlibm).
    public static double atan(double x) {
        return StrictMath.atan(x);
    }

    /// Arc sine; the argument is clamped to [−1, 1], since rounding may carry it just outside.
    public static double asin(double x) {
        return StrictMath.asin(Math.clamp(x, -1.0, 1.0));
    }

    /// Arc cosine; the argument is clamped to [−1, 1], since rounding may carry it just outside.
    public static double acos(double x) {
        return StrictMath.acos(Math.clamp(x, -1.0, 1.0));
    }

    /// e to the power x; within 1 ulp (fdlibm).
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /// e to the power −x for what fades with time: within 1e-9 relatively below 0.25, where it is a quotient of cubics
    /// (Padé) that costs a quarter of [#exp]; [#exp] beyond.
    ///
    /// @param x 0 or more
    public static double fading(double x) {
        if (x > 0.25) {
            return exp(-x);
        }
        double even = 1 + x * x / 10;
        double odd = x * (0.5 + x * x / 120);
        return (even - odd) / (even + odd);
    }

    /// Natural logarithm; within 1 ulp (fdlibm).
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /// Logarithm to base ten; within 1 ulp (fdlibm).
    public static double log10(double x) {
        return StrictMath.log10(x);
    }

    /// x to the power y; within 1 ulp (fdlibm).
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /// √(x² + y²) without overflow; within 1 ulp (fdlibm).
    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    /// The same direction in [0, 2π).
    public static double turn(double rad) {
        // Nearly all angles are less than a turn off: no division for those.
        double near = rad < 0 ? rad + TWO_PI : rad < TWO_PI ? rad : rad - TWO_PI;
        if (near >= 0 && near < TWO_PI) {
            return near;
        }
        double wrapped = rad - TWO_PI * Math.floor(rad / TWO_PI);
        return wrapped >= TWO_PI || wrapped < 0 ? 0.0 : wrapped;
    }

    /// The same direction in [−π, π): the signed difference of two headings.
    public static double halfTurn(double rad) {
        return turn(rad + Math.PI) - Math.PI;
    }
}
