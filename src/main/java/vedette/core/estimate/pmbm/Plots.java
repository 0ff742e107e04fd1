package vedette.core.estimate.pmbm;

import static vedette.math.Require.require;

import java.util.Arrays;

/// The plots of one look.
///
/// @param x metres, within ± [#FARTHEST_M]
/// @param y metres, as many
public record Plots(double[] x, double[] y) {
    /// No plot lies farther out: squares of such distances are still exact enough to compare.
    public static final double FARTHEST_M = 1e9;

    public Plots {
        require(x.length == y.length, "%s and %s coordinates", x.length, y.length);
        x = x.clone();
        y = y.clone();
        for (int i = 0; i < x.length; i++) {
            require(Math.abs(x[i]) <= FARTHEST_M && Math.abs(y[i]) <= FARTHEST_M, "plot at %s, %s", x[i], y[i]);
        }
    }

    /// The first so many.
    Plots first(int most) {
        return size() <= most ? this : new Plots(Arrays.copyOf(x, most), Arrays.copyOf(y, most));
    }

    /// How many.
    public int size() {
        return x.length;
    }
}
