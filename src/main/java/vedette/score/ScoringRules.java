package vedette.score;

import static vedette.math.Require.require;

import java.util.List;

/// What is scored, when and how strictly.
///
/// @param scenario the scenario's name
/// @param seed its seed
/// @param epochs the times at which the picture is scored
/// @param dimension 3, or 2 when altitude is not scored
/// @param cutoffM GOSPA's and OSPA's c, metres: no pair lies further apart
/// @param power GOSPA's and OSPA's p, 1 or more; alpha is 2
/// @param ignoredKinds kinds of object whose tracks neither count nor harm
public record ScoringRules(
        String scenario,
        long seed,
        Epochs epochs,
        int dimension,
        double cutoffM,
        double power,
        List<String> ignoredKinds) {
    /// Checks and copies.
    public ScoringRules {
        require(dimension == 2 || dimension == 3, "dimension %s", dimension);
        require(cutoffM > 0 && power >= 1, "cutoff %s, power %s", cutoffM, power);
        ignoredKinds = List.copyOf(ignoredKinds);
    }

    /// Equally spaced scoring times.
    ///
    /// @param firstS the first, seconds from the scenario's start
    /// @param stepS from one to the next, seconds, above 0
    /// @param count how many
    public record Epochs(double firstS, double stepS, int count) {
        private static final double TOLERANCE_S = 2e-3;

        /// Checks the spacing.
        public Epochs {
            require(stepS > 0 && count >= 0, "step %s, count %s", stepS, count);
        }

        /// The number of the epoch at a time (within 2 ms), or −1.
        public int of(double timeS) {
            double k = Math.rint((timeS - firstS) / stepS);
            boolean near = Math.abs(timeS - (firstS + k * stepS)) < TOLERANCE_S;
            return near && k >= 0 && k < count ? (int) k : -1;
        }

        /// The time of an epoch, seconds.
        public double timeS(int epoch) {
            return firstS + epoch * stepS;
        }
    }
}
