package vedette.core.motion;

import vedette.math.Exact;
import vedette.math.Kernel;

/// What Sun or Moon does to a deep orbit: five rates, and twelve coefficients of its long swing to and fro (Hoots and
/// Roehrich 1980, section 10; the names of the terms are the report's). Radians, minutes.
final class ThirdBody {
    /// So flat against the equator a node means little: it is left where it is, radians.
    private static final double FLAT = 5.2359877e-2;

    private final Sky sky;
    private final MeanOrbit orbit;
    // X1 to X8 of the report, then A1 to A6.
    private final double[] x = new double[9];
    private final double[] a = new double[7];
    // Z1, Z2, Z3; Z11, Z12, Z13; Z21, Z22, Z23; Z31, Z32, Z33.
    private final double[] z0 = new double[4];
    private final double[] z1 = new double[4];
    private final double[] z2 = new double[4];
    private final double[] z3 = new double[4];
    private final double s2;
    private final double s3;
    private final double s4;
    private final double s5;
    private final double s6;
    private final double s7;
    private final double s1;

    ThirdBody(MeanOrbit orbit, Sky sky) {
        this.sky = sky;
        this.orbit = orbit;
        turned();
        double beta = Math.sqrt(orbit.round());
        s3 = sky.pull() / orbit.motion();
        s2 = -0.5 * s3 / beta;
        s4 = s3 * beta;
        s1 = -15 * orbit.eccentricity() * s4;
        s5 = x[1] * x[3] + x[2] * x[4];
        s6 = x[2] * x[3] + x[1] * x[4];
        s7 = x[2] * x[4] - x[1] * x[3];
        squares(orbit.eccentricity() * orbit.eccentricity());
    }

    // The body's path in the orbit's own axes.
    private void turned() {
        double a1 = sky.cosG() * sky.cosH() + sky.sinG() * sky.cosI() * sky.sinH();
        double a3 = -sky.sinG() * sky.cosH() + sky.cosG() * sky.cosI() * sky.sinH();
        double a7 = -sky.cosG() * sky.sinH() + sky.sinG() * sky.cosI() * sky.cosH();
        double a8 = sky.sinG() * sky.sinI();
        double a9 = sky.sinG() * sky.sinH() + sky.cosG() * sky.cosI() * sky.cosH();
        double a10 = sky.cosG() * sky.sinI();
        a[1] = a1;
        a[2] = orbit.cos() * a7 + orbit.sin() * a8;
        a[3] = a3;
        a[4] = orbit.cos() * a9 + orbit.sin() * a10;
        a[5] = -orbit.sin() * a7 + orbit.cos() * a8;
        a[6] = -orbit.sin() * a9 + orbit.cos() * a10;
        double sin = Exact.sin(orbit.perigee());
        double cos = Exact.cos(orbit.perigee());
        x[1] = a1 * cos + a[2] * sin;
        x[2] = a3 * cos + a[4] * sin;
        x[3] = -a1 * sin + a[2] * cos;
        x[4] = -a3 * sin + a[4] * cos;
        x[5] = a[5] * sin;
        x[6] = a[6] * sin;
        x[7] = a[5] * cos;
        x[8] = a[6] * cos;
    }

    @Kernel
    private void squares(double e2) {
        z3[1] = 12 * x[1] * x[1] - 3 * x[3] * x[3];
        z3[2] = 24 * x[1] * x[2] - 6 * x[3] * x[4];
        z3[3] = 12 * x[2] * x[2] - 3 * x[4] * x[4];
        double one = 3 * (a[1] * a[1] + a[2] * a[2]) + z3[1] * e2;
        double two = 6 * (a[1] * a[3] + a[2] * a[4]) + z3[2] * e2;
        double three = 3 * (a[3] * a[3] + a[4] * a[4]) + z3[3] * e2;
        z0[1] = one + one + (1 - e2) * z3[1];
        z0[2] = two + two + (1 - e2) * z3[2];
        z0[3] = three + three + (1 - e2) * z3[3];
        z1[1] = -6 * a[1] * a[5] + e2 * (-24 * x[1] * x[7] - 6 * x[3] * x[5]);
        z1[2] = -6 * (a[1] * a[6] + a[3] * a[5])
                + e2 * (-24 * (x[2] * x[7] + x[1] * x[8]) - 6 * (x[3] * x[6] + x[4] * x[5]));
        z1[3] = -6 * a[3] * a[6] + e2 * (-24 * x[2] * x[8] - 6 * x[4] * x[6]);
        z2[1] = 6 * a[2] * a[5] + e2 * (24 * x[1] * x[5] - 6 * x[3] * x[7]);
        z2[2] = 6 * (a[4] * a[5] + a[2] * a[6])
                + e2 * (24 * (x[2] * x[5] + x[1] * x[6]) - 6 * (x[4] * x[7] + x[3] * x[8]));
        z2[3] = 6 * a[4] * a[6] + e2 * (24 * x[2] * x[6] - 6 * x[4] * x[8]);
    }

    private double halo() {
        return 6 * orbit.eccentricity() * orbit.eccentricity();
    }

    double eccentricityRate() {
        return s1 * sky.motion() * s5;
    }

    double inclinationRate() {
        return s2 * sky.motion() * (z1[1] + z1[3]);
    }

    double anomalyRate() {
        return -sky.motion() * s3 * (z0[1] + z0[3] - 14 - halo());
    }

    double nodeRate() {
        boolean flat = orbit.inclination() < FLAT || orbit.inclination() > Math.PI - FLAT;
        double rate = flat ? 0 : -sky.motion() * s2 * (z2[1] + z2[3]);
        return orbit.sin() == 0 ? rate : rate / orbit.sin();
    }

    double perigeeRate() {
        return s4 * sky.motion() * (z3[1] + z3[3] - 6) - orbit.cos() * nodeRate();
    }

    /// Adds what it does at t to the swing of the elements.
    ///
    /// @param swing eccentricity, inclination, longitude, perigee with cos i times node, sin i times node
    void swing(double t, double[] swing) {
        double mean = sky.anomaly() + sky.motion() * t;
        double f = mean + 2 * sky.eccentricity() * Exact.sin(mean);
        double sin = Exact.sin(f);
        double f2 = 0.5 * sin * sin - 0.25;
        double f3 = -0.5 * sin * Exact.cos(f);
        double e2 = orbit.eccentricity() * orbit.eccentricity();
        double own = sky.eccentricity() * sin;
        swing[0] += 2 * s1 * (s6 * f2 + s7 * f3);
        swing[1] += 2 * s2 * (z1[2] * f2 + (z1[3] - z1[1]) * f3);
        swing[2] -= 2 * s3 * (z0[2] * f2 + (z0[3] - z0[1]) * f3 + (-21 - 9 * e2) * own);
        swing[3] += s4 * (2 * z3[2] * f2 + 2 * (z3[3] - z3[1]) * f3 - 18 * own);
        swing[4] -= 2 * s2 * (z2[2] * f2 + (z2[3] - z2[1]) * f3);
    }
}
