package vedette.core.motion;

import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.Moment;

/// A place and velocity in the frame of SGP4: true equator, mean equinox of date.
///
/// @param placeM from the Earth's middle, metres
/// @param velocityMps against the stars, metres a second
public record Teme(Vec3 placeM, Vec3 velocityMps) {
    /// The same, Earth-fixed: turned by Greenwich mean sidereal time ([Sidereal]), the velocity against the turning
    /// Earth. Polar motion (0.6 arc seconds at the most: 20 m) is ignored.
    ///
    /// @param moment when it is there
    /// @return x, y, z, metres, and vx, vy, vz, metres a second
    public double[] earthFixed(Moment moment) {
        double angle = Sidereal.gmstRad(moment);
        double cos = Exact.cos(angle);
        double sin = Exact.sin(angle);
        double x = cos * placeM.x() + sin * placeM.y();
        double y = cos * placeM.y() - sin * placeM.x();
        double vx = cos * velocityMps.x() + sin * velocityMps.y();
        double vy = cos * velocityMps.y() - sin * velocityMps.x();
        return new double[] {
            x, y, placeM.z(), vx + EarthPull.SPIN_RADPS * y, vy - EarthPull.SPIN_RADPS * x, velocityMps.z()
        };
    }
}
