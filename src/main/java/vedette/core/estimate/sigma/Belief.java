package vedette.core.estimate.sigma;

import static vedette.math.Require.require;

import vedette.math.Cholesky;
import vedette.math.SymMatrix;

/// What is believed of a few numbers: their mean and covariance. Never changes.
public final class Belief {
    final double[] mean;
    final double[] covariance;

    Belief(double[] mean, double[] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /// A belief.
    ///
    /// @param mean finite numbers, copied
    /// @param covariance as many rows, positive definite
    public static Belief of(double[] mean, SymMatrix covariance) {
        require(mean.length == covariance.n(), "mean of %s, covariance of %s", mean.length, covariance.n());
        return new Belief(mean.clone(), covariance.full());
    }

    /// How many numbers.
    public int size() {
        return mean.length;
    }

    /// A copy of the mean.
    public double[] mean() {
        return mean.clone();
    }

    /// The covariance.
    public SymMatrix covariance() {
        return SymMatrix.ofFull(mean.length, covariance);
    }

    /// The belief after motion: an unscented prediction (Julier and Uhlmann 2004) with 2n points of equal
    /// weight (Arasaratnam and Haykin 2009, the cubature rule of degree 3).
    ///
    /// @param motion where a state goes
    /// @param noise what chance adds, as many rows as the motion gives numbers
    public Belief moved(Curve motion, SymMatrix noise) {
        return Affine.of(motion, this).moved(this, noise.full());
    }

    /// The belief after a look: an unscented update with the same points.
    ///
    /// @param sight what was seen
    public Belief with(Sight sight) {
        return Affine.of(sight.curve(), this).seen(this, sight);
    }

    /// The square of the distance from the mean in units of the covariance (NEES when `truth` is the truth).
    ///
    /// @param truth a state
    public double squareTo(double[] truth) {
        double[] off = new double[mean.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = truth[i] - mean[i];
        }
        Cholesky.forward(Dense.factor(covariance, off.length), off.length, off);
        double sum = 0;
        for (double part : off) {
            sum += part * part;
        }
        return sum;
    }
}
