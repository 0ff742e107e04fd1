package vedette.model;

import static vedette.math.Require.require;

import java.util.Arrays;
import vedette.math.SymMatrix;

/// A value with its uncertainty, in a frame.
///
/// @param frame the axes
/// @param mean the most likely value: position (3), or position and velocity (6); metres, metres a second; copied in
/// and out
/// @param covariance as many rows as the mean has numbers
public record Gaussian(Frame frame, double[] mean, SymMatrix covariance) {
    /// Checks the shapes and copies the mean.
    public Gaussian {
        require(mean.length == covariance.n(), "mean of %s, covariance of %s", mean.length, covariance.n());
        mean = mean.clone();
    }

    /// A copy of the mean.
    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gaussian that
                && frame.equals(that.frame)
                && Arrays.equals(mean, that.mean)
                && covariance.equals(that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + covariance.hashCode();
    }

    @Override
    public String toString() {
        return "Gaussian[" + frame + ", " + Arrays.toString(mean) + ", " + covariance + "]";
    }
}
