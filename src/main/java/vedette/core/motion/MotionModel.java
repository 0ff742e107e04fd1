package vedette.core.motion;

/// A way of moving.
///
/// A state is seven numbers: position (3) and velocity (3) in Earth-fixed axes, metres and metres a second, then
/// the turn
/// rate about the local vertical, radians a second, positive to the left. The axes are Earth-centred, so that no
/// place
/// on the globe is special; "level" and "up" are taken anew at each step from the ellipsoid below.
@FunctionalInterface
public interface MotionModel {
    /// Numbers in a state.
    int SIZE = 7;

    /// Where the velocity begins in a state.
    int VELOCITY = 3;

    /// Where the turn rate stands in a state.
    int TURN = 6;

    /// Moves a state.
    ///
    /// @param x states, one after the other; the one moved is changed in place
    /// @param at where it begins
    /// @param dtS how far to move, seconds, 0 or more
    /// @param out receives how the moved state depends on the old one, and the noise
    void step(double[] x, int at, double dtS, Transition out);
}
