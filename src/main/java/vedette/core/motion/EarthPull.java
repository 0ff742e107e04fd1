package vedette.core.motion;

import vedette.math.Kernel;
import vedette.model.Wgs84;

/// The Earth's pull as seen from its rotating surface: gravity with the flattening (J2), spin, height.
///
/// Positions are Earth-fixed (WGS-84), metres; a state is position and velocity, six numbers. GM and the spin
/// rate are those of NGA.STND.0036 (2014), table 3.1; J2 = −√5 times its C̄₂₀.
public final class EarthPull {
    /// The gravitational constant times the Earth's mass, m³/s².
    public static final double GM = 3.986004418e14;
    /// The flattening's share in the pull, without unit.
    public static final double J2 = 1.08262982e-3;
    /// How fast the Earth turns, radians a second.
    public static final double SPIN_RADPS = 7.292115e-5;

    static final double B_M = Wgs84.A_M * (1 - Wgs84.FLATTENING);
    private static final double BULGE = 1.5 * J2 * Wgs84.A_M * Wgs84.A_M;
    private static final double SPIN2 = SPIN_RADPS * SPIN_RADPS;

    private EarthPull() {}

    /// The height above the ellipsoid, metres: exact on the ellipsoid, within 0.1 mm up to 100 km and 10 mm up
    /// to 1000 km, for a tenth of the cost of [Wgs84#geodetic]. From the way along the radius, shortened by the
    /// angle between the radius and the plumb line.
    public static double heightM(double x, double y, double z) {
        double r2 = x * x + y * y + z * z;
        double sine2 = z * z / r2;
        double level = 1 - Wgs84.E2 * (1 - sine2);
        double radius = Math.sqrt(r2);
        double ground = B_M / Math.sqrt(level);
        double slant2 = Wgs84.E2 * Wgs84.E2 * sine2 * (1 - sine2) / (level * level);
        return (radius - ground) * (1 - 0.5 * slant2 * ground / radius);
    }

    /// How the state of a free body changes without air: its velocity, then its acceleration by pull and spin.
    @Kernel
    static void slopes(double[] s, int at, double[] out) {
        double x = s[at];
        double y = s[at + 1];
        double z = s[at + 2];
        double r2 = x * x + y * y + z * z;
        double pull = -GM / (r2 * Math.sqrt(r2));
        double bulge = BULGE / r2;
        double z2 = 5 * z * z / r2;
        double level = pull * (1 + bulge * (1 - z2)) + SPIN2;
        out[0] = s[at + 3];
        out[1] = s[at + 4];
        out[2] = s[at + 5];
        out[3] = level * x + 2 * SPIN_RADPS * s[at + 4];
        out[4] = level * y - 2 * SPIN_RADPS * s[at + 3];
        out[5] = pull * (1 + bulge * (3 - z2)) * z;
    }

    /// The derivatives of the acceleration by pull and spin by the position: nine numbers, row by row.
    @Kernel
    static void gradient(double[] s, double[] out) {
        double x = s[0];
        double y = s[1];
        double z = s[2];
        double r2 = x * x + y * y + z * z;
        double pull = -GM / (r2 * Math.sqrt(r2));
        double bulge = BULGE / r2;
        double z2 = z * z / r2;
        double level = pull * (1 + bulge * (1 - 5 * z2));
        double steep = pull * (1 + bulge * (3 - 5 * z2));
        // What the factors lose with the distance, and with the latitude.
        double farLevel = pull / r2 * (-3 - bulge * (5 - 35 * z2));
        double farSteep = pull / r2 * (-3 - bulge * (15 - 35 * z2));
        double tilt = -10 * pull * bulge * z / r2;
        out[0] = level + SPIN2 + farLevel * x * x;
        out[1] = farLevel * x * y;
        out[2] = (farLevel * z + tilt) * x;
        out[3] = out[1];
        out[4] = level + SPIN2 + farLevel * y * y;
        out[5] = (farLevel * z + tilt) * y;
        out[6] = farSteep * z * x;
        out[7] = farSteep * z * y;
        out[8] = steep + (farSteep * z + tilt) * z;
    }
}
