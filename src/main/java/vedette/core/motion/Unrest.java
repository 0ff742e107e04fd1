package vedette.core.motion;

import static vedette.math.Require.require;

/// What chance does to level flight: white acceleration, some of it at any speed and some that grows with the
/// speed.
///
/// A heading that wanders (air, helm and autopilot) pushes across the path by the speed times the turn rate, so
/// that the density across grows with the square of the speed; thrust and wind do the same along the path, less.
///
/// @param jerkiness spectral density of the acceleration along each level axis, m²/s³
/// @param surge what is added along the path for the square of the speed, 1/s
/// @param wander what is added across the path for the square of the speed: the density of the heading's walk,
/// rad²/s
public record Unrest(double jerkiness, double surge, double wander) {
    /// Checks the ranges.
    public Unrest {
        require(jerkiness >= 0 && surge >= 0 && wander >= 0, "unrest %s, %s, %s", jerkiness, surge, wander);
    }

    /// The same at any speed.
    ///
    /// @param jerkiness spectral density, m²/s³
    public static Unrest even(double jerkiness) {
        return new Unrest(jerkiness, 0, 0);
    }

    Unrest times(double factor) {
        return new Unrest(jerkiness * factor, surge * factor, wander * factor);
    }
}
