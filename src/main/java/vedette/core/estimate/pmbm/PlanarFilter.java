package vedette.core.estimate.pmbm;

import java.util.List;

/// A filter for many targets in the plane.
public interface PlanarFilter {
    /// An estimated position.
    ///
    /// @param x metres
    /// @param y metres
    record Point(double x, double y) {}

    /// Takes in the next look.
    ///
    /// @param plots its plots, in any order
    void look(Plots plots);

    /// Where targets were some looks ago, from all looks so far.
    ///
    /// @param ago 0 is the last look; at most the lag the filter was made for
    List<Point> estimate(int ago);

    /// In how many looks so far a limit was reached ([Limits]).
    int limited();
}
