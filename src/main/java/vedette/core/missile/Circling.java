package vedette.core.missile;

import vedette.core.motion.EarthPull;
import vedette.core.motion.Orbit;
import vedette.core.motion.Sidereal;
import vedette.math.Exact;
import vedette.model.Moment;

/// An orbit as a catalogue's index compares it: size, shape, plane against the stars, and where on it the body is.
///
/// @param at when it is there
/// @param axisM half its long axis; infinite where it leaves the Earth
/// @param eccentricity of the orbit
/// @param tiltRad against the equator, [0, π]
/// @param nodeRad right ascension of the ascending node
/// @param argumentRad from the node to the body
record Circling(Moment at, double axisM, double eccentricity, double tiltRad, double nodeRad, double argumentRad) {
    /// The orbit through a state.
    ///
    /// @param s Earth-fixed place and velocity
    static Circling of(double[] s, Moment at) {
        Orbit shape = Orbit.of(s);
        double vx = s[3] - EarthPull.SPIN_RADPS * s[1];
        double vy = s[4] + EarthPull.SPIN_RADPS * s[0];
        double hx = s[1] * s[5] - s[2] * vy;
        double hy = s[2] * vx - s[0] * s[5];
        double hz = s[0] * vy - s[1] * vx;
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        // Along the node: (-hy, hx, 0); a quarter turn on: h × node.
        double level = Math.max(1, Math.sqrt(hx * hx + hy * hy));
        double cos = (-hy * s[0] + hx * s[1]) / level;
        double sin = (-hz * hx * s[0] - hz * hy * s[1] + (hx * hx + hy * hy) * s[2]) / (level * Math.max(1, h));
        return new Circling(
                at,
                shape.energy() < 0 ? -EarthPull.GM / (2 * shape.energy()) : Double.POSITIVE_INFINITY,
                shape.eccentricity(),
                shape.inclinationRad(),
                Exact.turn(Exact.atan2(hx, -hy) + Sidereal.gmstRad(at)),
                Exact.turn(Exact.atan2(sin, cos)));
    }
}
