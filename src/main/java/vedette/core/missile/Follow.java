package vedette.core.missile;

import vedette.core.motion.EarthPull;

/// A radar's hold on one object from look to look: where it is now, whatever it does.
///
/// Unlike [Drop] it forgets: it follows what thrusts or turns, and says only which echo may be whose.
///
/// @param timeS of the latest echo taken in, watch seconds
/// @param state position and velocity, Earth-fixed
/// @param covariance 6·6
/// @param echoes how many were taken in
/// @param unrest spectral density of what thrust and turning may add until the next echo, m²/s³
/// @param surprise mean squared innovation over its variance, of the latest echoes, by row; 1 when all is as expected
record Follow(double timeS, Numbers state, Numbers covariance, int echoes, double unrest, double surprise) {
    /// Below this the air can turn a body, metres.
    private static final double AIR_M = 90e3;

    double heightM() {
        return EarthPull.heightM(state.at(0), state.at(1), state.at(2));
    }

    /// Whether it is in air that could turn it.
    boolean isInAir() {
        return heightM() < AIR_M;
    }

    /// Whether it climbs where missiles still burn.
    boolean climbsLow() {
        return climb() > 0 && isInAir();
    }

    private double climb() {
        return state.at(0) * state.at(3) + state.at(1) * state.at(4) + state.at(2) * state.at(5);
    }

    /// Whether it comes down through air that could turn it.
    boolean descendsInAir() {
        return climb() < 0 && isInAir();
    }
}
