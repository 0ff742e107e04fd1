package vedette.core.estimate.pmbm;

import static vedette.math.Require.require;

/// How targets appear, move, are seen and vanish in the plane: nearly constant velocity, positions measured.
///
/// @param stepS time between two looks, seconds, above 0
/// @param noise spectral density of the white acceleration, m²/s³, above 0
/// @param sigmaM standard deviation of a measured coordinate, metres, above 0
/// @param detection probability that a target is seen in a look, in (0, 1)
/// @param survival probability that a target lives on from look to look, in (0, 1]
/// @param clutterPerM2 false plots of a look per square metre, above 0
/// @param birth where new targets appear, and how many
public record PlanarModel(
        double stepS,
        double noise,
        double sigmaM,
        double detection,
        double survival,
        double clutterPerM2,
        Birth birth) {
    public PlanarModel {
        positive(stepS, "step");
        positive(noise, "noise");
        positive(sigmaM, "sigma");
        positive(clutterPerM2, "clutter");
        require(detection > 0 && detection < 1, "probability of detection %s", detection);
        require(survival > 0 && survival <= 1, "probability of survival %s", survival);
    }

    private static void positive(double value, String name) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, "%s %s", name, value);
    }

    /// The Poisson intensity of new targets: one Gaussian over x, vx, y, vy.
    ///
    /// @param first expected new targets of the first look, 0 or more
    /// @param later expected new targets of every later look, 0 or more
    /// @param mean x, vx, y, vy in metres and m/s
    /// @param sigma their standard deviations, above 0
    public record Birth(double first, double later, State mean, State sigma) {
        public Birth {
            require(first >= 0 && first < 1e6 && later >= 0 && later < 1e6, "births %s, %s", first, later);
            require(sigma.x() > 0 && sigma.vx() > 0 && sigma.y() > 0 && sigma.vy() > 0, "birth sigma %s", sigma);
        }
    }

    /// A state, or its standard deviations.
    ///
    /// @param x metres
    /// @param vx m/s
    /// @param y metres
    /// @param vy m/s
    public record State(double x, double vx, double y, double vy) {
        public State {
            require(Double.isFinite(x + vx + y + vy), "state %s, %s, %s", x, vx, y);
        }
    }
}
