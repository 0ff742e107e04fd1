package vedette.core.motion;

import vedette.math.Exact;

/// What chance adds to level flight in a step: white acceleration in the level plane, and a vertical speed that wanders
/// and forgets itself (Ornstein-Uhlenbeck), so that unknown climbs stay bounded.
final class LevelNoise {
    private final double jerkiness;
    private final double climbVariance;
    private final double climbTimeS;

    /// Variance of a level coordinate, of its rate, and between both.
    double place;
    double rate;
    double mixed;

    /// The same along the vertical.
    double upPlace;
    double upRate;
    double upMixed;

    /// What is left of a vertical speed, and the seconds that it went on for.
    double decay;
    double climbS;

    LevelNoise(Manner manner, double briskness) {
        jerkiness = manner.jerkiness() * briskness;
        climbVariance = manner.climbMps() * manner.climbMps();
        climbTimeS = manner.climbTimeS();
    }

    /// Works out a step.
    void step(double dtS) {
        rate = jerkiness * dtS;
        mixed = rate * dtS / 2;
        place = rate * dtS * dtS / 3;
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
