package vedette.core.estimate.sigma;

/// A function of a state: how it moves on, or what a sensor would see of it.
@FunctionalInterface
public interface Curve {
    /// The value at a state.
    ///
    /// @param x the state, not to be changed
    /// @return new numbers, always the same count
    double[] at(double[] x);
}
