package vedette.core.missile;

import java.util.List;
import vedette.core.motion.EarthPull;

/// A fall fitted to all echoes since its epoch: the most likely flight without thrust, and how surely.
///
/// Parameters: position and velocity at the epoch (6), logarithm of the ballistic coefficient, wind towards east and
/// north at its jets (m/s), then three biases of each radar that has a slot: range (m), azimuth and elevation across
/// the line of sight (rad).
///
/// @param slots the radars
/// @param wide the radars whose errors were taken for larger than declared
/// @param epochS when the fitted state holds, watch seconds
/// @param at where the problem is linearised
/// @param best the most likely parameters
/// @param covariance of the parameters, n·n
/// @param matrix the normal equations' matrix at `at`, n·n
/// @param right their right side
/// @param reached the flight from `at` at the latest echo taken in
/// @param looks echoes taken in
/// @param linearisedAt how many there were when the problem was last linearised anew
/// @param misfit sum of squared residuals over their sigma, priors included, at the best parameters
/// @param rows numbers measured
/// @param surprise how far the latest echoes lay from what was expected of them: mean squared standard deviations a
/// row, fading; 1 when it falls as it should
record Drop(
        Slots slots,
        List<Integer> wide,
        double epochS,
        Numbers at,
        Numbers best,
        Numbers covariance,
        Numbers matrix,
        Numbers right,
        Reached reached,
        int looks,
        int linearisedAt,
        double misfit,
        int rows,
        double surprise) {
    Drop {
        wide = List.copyOf(wide);
    }

    private static final double AIR_M = 100e3;

    /// Where the logarithm of the ballistic coefficient stands.
    static final int BETA = 6;
    /// Parameters of the flight.
    static final int FLIGHT = 9;
    /// Parameters of a radar.
    static final int BIASES = 3;

    /// Radars whose errors there is room for.
    static final int MOST_RADARS = (NormalEquations.MOST - FLIGHT) / BIASES;

    /// How far a flight has come.
    ///
    /// @param atS when, watch seconds
    /// @param state position and velocity
    /// @param sense its derivatives by the nine flight parameters, 6·9
    record Reached(double atS, Numbers state, Numbers sense) {}

    /// Time of the latest echo taken in.
    double lastS() {
        return reached.atS();
    }

    int n() {
        return at.count();
    }

    /// Whether by the time of the latest echo it should be on its way down.
    boolean comesDown() {
        Numbers s = reached.state();
        return s.at(0) * s.at(3) + s.at(1) * s.at(4) + s.at(2) * s.at(5) < 0;
    }

    /// Whether it began on its way up.
    boolean isClimbing() {
        return best.at(0) * best.at(3) + best.at(1) * best.at(4) + best.at(2) * best.at(5) > 0;
    }

    /// Whether it began above all air that slows, or on its way up: what came in from space did neither.
    boolean beganFree() {
        return isClimbing() || EarthPull.heightM(best.at(0), best.at(1), best.at(2)) > AIR_M;
    }

    double sigma(int i) {
        return Math.sqrt(covariance.at(i * n() + i));
    }
}
