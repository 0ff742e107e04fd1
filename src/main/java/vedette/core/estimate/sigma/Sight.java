package vedette.core.estimate.sigma;

import static vedette.math.Require.require;

import vedette.math.SymMatrix;

/// One look: what was measured, with which error, and what the sensor would see of a state. Angles are given
/// unwrapped: near the value that the curve gives.
public final class Sight {
    private final Curve curve;
    final double[] measured;
    final double[] noise;

    private Sight(Curve curve, double[] measured, double[] noise) {
        this.curve = curve;
        this.measured = measured;
        this.noise = noise;
    }

    /// A look.
    ///
    /// @param curve what the sensor would see of a state
    /// @param measured what it saw, finite numbers, copied
    /// @param noise the covariance of its error
    public static Sight of(Curve curve, double[] measured, SymMatrix noise) {
        require(measured.length == noise.n(), "%s measured, covariance of %s", measured.length, noise.n());
        return new Sight(curve, measured.clone(), noise.full());
    }

    Curve curve() {
        return curve;
    }
}
