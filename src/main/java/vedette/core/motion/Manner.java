package vedette.core.motion;

import static vedette.math.Require.require;

/// How briskly things move. Vertical speed forgets itself (Ornstein-Uhlenbeck), so that unknown climbs stay
/// bounded.
///
/// @param unrest the level acceleration noise
/// @param climbMps standard deviation of the vertical speed, m/s
/// @param climbTimeS how long a climb lasts, seconds
/// @param turnMps2 typical sideways acceleration of a turn, m/s²
/// @param turnTimeS how long a turn lasts, seconds
public record Manner(Unrest unrest, double climbMps, double climbTimeS, double turnMps2, double turnTimeS) {
    /// A turn no tighter than this, radians a second, whatever the speed.
    public static final double TIGHTEST_TURN = 0.7;

    /// Below this speed turns are as tight as at it, m/s.
    private static final double SLOWEST_MPS = 4;

    /// Checks the ranges.
    public Manner {
        require(climbMps > 0 && climbTimeS > 0, "climb of %s m/s for %s s", climbMps, climbTimeS);
        require(turnMps2 > 0 && turnTimeS > 0, "turn %s m/s² for %s s", turnMps2, turnTimeS);
    }

    /// A manner with the same noise at any speed.
    ///
    /// @param jerkiness spectral density of the level acceleration noise, m²/s³
    public Manner(double jerkiness, double climbMps, double climbTimeS, double turnMps2, double turnTimeS) {
        this(Unrest.even(jerkiness), climbMps, climbTimeS, turnMps2, turnTimeS);
    }

    /// The standard deviation of the turn rate at a speed, radians a second.
    double turnSigma(double speedMps) {
        return Math.min(TIGHTEST_TURN, turnMps2 / Math.max(speedMps, SLOWEST_MPS));
    }
}
