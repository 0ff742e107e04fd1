package vedette.core.estimate.pmbm;

import static vedette.math.Require.require;

/// How far the filters of this room may grow. Reaching a limit is counted ([PlanarFilter#limited()]).
///
/// @param globals global hypotheses kept, 1 or more
/// @param loss a global hypothesis goes when it is less likely than the best by this factor, a logarithm
/// @param gate squared statistical distance beyond which a plot is none of a track's
/// @param faint Bernoullis that exist with less go
/// @param tracks possible targets kept; the faintest of the new ones go first
/// @param plots plots of one look taken in; the rest is left out
public record Limits(int globals, double loss, double gate, double faint, int tracks, int plots) {
    /// Measured on planar4: 20 global hypotheses cost 0.003 of 2.75 m, 1,000 gain 0.001.
    public static final Limits USUAL = new Limits(200, 9.2, 25, 1e-4, 1000, 1000);

    public Limits {
        require(globals > 0 && tracks > 0 && plots > 0, "limits %s, %s, %s", globals, tracks, plots);
        require(loss > 0 && gate > 0 && faint > 0, "limits %s, %s, %s", loss, gate, faint);
    }
}
