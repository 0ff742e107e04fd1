package vedette.core.motion;

import vedette.math.Exact;

/// What chance adds to level flight in a step: white acceleration in the level plane, and a vertical speed that
/// wanders and forgets itself (Ornstein-Uhlenbeck), so that unknown climbs stay bounded.
final class LevelNoise {
    private final Unrest unrest;
    private final double climbVariance;
    private final double climbTimeS;

    /// Variance of a level coordinate, of its rate, and between both, for an acceleration of density 1.
    double place;
    double rate;
    double mixed;

    /// The density along east, along north, and between both, m²/s³.
    double east;
    double north;
    double between;

    /// The same along the vertical.
    double upPlace;
    double upRate;
    double upMixed;

    /// What is left of a vertical speed, and the seconds that it went on for.
    double decay;
    double climbS;

    LevelNoise(Manner manner, double briskness) {
        unrest = manner.unrest().times(briskness);
        east = unrest.jerkiness();
        north = unrest.jerkiness();
        climbVariance = manner.climbMps() * manner.climbMps();
        climbTimeS = manner.climbTimeS();
    }

    /// Turns the densities to a velocity. At rest nothing but the part that all speeds share is left.
    void face(double eastMps, double northMps) {
        double ee = eastMps * eastMps;
        double nn = northMps * northMps;
        east = unrest.jerkiness() + unrest.surge() * ee + unrest.wander() * nn;
        north = unrest.jerkiness() + unrest.surge() * nn + unrest.wander() * ee;
        between = (unrest.surge() - unrest.wander()) * eastMps * northMps;
    }

    /// Works out a step.
    void step(double dtS) {
        rate = dtS;
        mixed = dtS * dtS / 2;
        place = dtS * dtS * dtS / 3;
        double ratio = dtS / climbTimeS;
        decay = Exact.fading(ratio);
        double gone = 1 - decay;
        climbS = climbTimeS * gone;
        upRate = climbVariance * (1 - decay * decay);
        upMixed = climbVariance * climbTimeS * gone * gone;
        // The closed form cancels for short steps; its series is v²·(2/3)·dt³/τ there.
        upPlace = ratio < 1e-2
                ? climbVariance * 2.0 / 3 * dtS * dtS * ratio * (1 - 0.75 * ratio)
                : climbVariance * climbTimeS * climbTimeS * (2 * ratio - 3 + 4 * decay - decay * decay);
    }
}
