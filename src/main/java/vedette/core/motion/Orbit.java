package vedette.core.motion;

import vedette.math.Exact;
import vedette.model.Wgs84;

/// The Kepler orbit a body would follow from here without air: what tells satellites, ballistic flights and
/// meteors apart.
///
/// The flattening is ignored: over one revolution it moves perigee and apogee by up to about 20 km.
/// Heights are those above the equatorial radius.
///
/// @param perigeeM height of the lowest point, metres; negative when the orbit meets the ground
/// @param apogeeM height of the highest point, metres; infinite when it leaves the Earth
/// @param speedMps inertial speed, m/s
/// @param energy specific energy, m²/s²: negative when bound to the Earth
/// @param eccentricity 0 for a circle, 1 and more when it leaves the Earth
/// @param inclinationRad of the orbit's plane against the equator, radians, [0, π]
public record Orbit(
        double perigeeM, double apogeeM, double speedMps, double energy, double eccentricity, double inclinationRad) {
    /// The orbit through a state.
    ///
    /// @param state6 Earth-fixed position and velocity, metres and metres a second
    public static Orbit of(double[] state6) {
        double x = state6[0];
        double y = state6[1];
        double z = state6[2];
        double vx = state6[3] - EarthPull.SPIN_RADPS * y;
        double vy = state6[4] + EarthPull.SPIN_RADPS * x;
        double vz = state6[5];
        double r = Math.sqrt(x * x + y * y + z * z);
        double v2 = vx * vx + vy * vy + vz * vz;
        double hx = y * vz - z * vy;
        double hy = z * vx - x * vz;
        double hz = x * vy - y * vx;
        double h2 = hx * hx + hy * hy + hz * hz;
        double energy = v2 / 2 - EarthPull.GM / r;
        double eccentricity = Math.sqrt(Math.max(0, 1 + 2 * energy * h2 / (EarthPull.GM * EarthPull.GM)));
        double parameter = h2 / EarthPull.GM;
        double halfAxis = -EarthPull.GM / (2 * energy);
        double apogee = energy < 0 ? halfAxis * (1 + eccentricity) - Wgs84.A_M : Double.POSITIVE_INFINITY;
        double inclination = h2 > 0 ? Exact.acos(hz / Math.sqrt(h2)) : Math.PI / 2;
        return new Orbit(
                parameter / (1 + eccentricity) - Wgs84.A_M, apogee, Math.sqrt(v2), energy, eccentricity, inclination);
    }

    /// Whether the orbit runs into the ground: its perigee is below the surface, whichever way the body now
    /// goes.
    public boolean meetsGround() {
        return perigeeM < 0;
    }

    /// Whether it is bound to the Earth; a meteor is not.
    public boolean isBound() {
        return energy < 0;
    }
}
