package vedette.core.assess;

import vedette.model.Ecef;

/// A straight flight in Earth-centred space.
///
/// @param from where it is at time 0
/// @param velocityMps along the Earth-fixed axes, metres a second
record Way(Ecef from, Ecef velocityMps) {
    /// Whether it comes within a distance of a place.
    ///
    /// @param withinM metres, 0 or more
    /// @param untilS how long it flies, seconds, 0 or more
    boolean passes(Ecef place, double withinM, double untilS) {
        double x = place.xM() - from.xM();
        double y = place.yM() - from.yM();
        double z = place.zM() - from.zM();
        double vx = velocityMps.xM();
        double vy = velocityMps.yM();
        double vz = velocityMps.zM();
        double speed2 = vx * vx + vy * vy + vz * vz;
        double farthest = withinM + Math.sqrt(speed2) * untilS;
        if (x * x + y * y + z * z > farthest * farthest) {
            return false;
        }
        double nearestS = speed2 == 0 ? 0 : Math.clamp((x * vx + y * vy + z * vz) / speed2, 0.0, untilS);
        double dx = x - vx * nearestS;
        double dy = y - vy * nearestS;
        double dz = z - vz * nearestS;
        return dx * dx + dy * dy + dz * dz <= withinM * withinM;
    }
}
