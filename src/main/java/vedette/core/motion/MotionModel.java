package vedette.core.motion;

/// A way of moving.
///
/// A state is seven numbers: position (3) and velocity (3), metres and metres a second, then the turn rate about the
/// local vertical, radians a second, positive to the left. Its axes are those of a tangent frame (east, north, up at an
/// origin nearby: [vedette.model.Tangent]); for free fall they are Earth-fixed. A Gaussian is a state and the lower
/// triangle of its covariance, row by row (28 numbers).
@FunctionalInterface
public interface MotionModel {
    /// Numbers in a state.
    int SIZE = 7;

    /// Where the velocity begins in a state.
    int VELOCITY = 3;

    /// Where the turn rate stands in a state.
    int TURN = 6;

    /// Moves a Gaussian on: x' = f(x), P' = F P Fᵀ + Q.
    ///
    /// @param x Gaussians, in one array; the one moved is changed in place
    /// @param mean where its state begins
    /// @param covariance where its covariance begins
    /// @param dtS how far to move, seconds, 0 or more
    void move(double[] x, int mean, int covariance, double dtS);
}
