package vedette.core.estimate.associate;

import vedette.math.Exact;

/// Decides with what probability each gated plot belongs to each track.
///
/// A joint assignment gives each track at most one plot and each plot at most one track; its weight is the product of
/// e^gain over its pairs (1 for a track that was missed, 1 for a plot that no track takes). That is all JPDA, JIPDA and
/// the Poisson multi-Bernoulli family need, since existence, detection, clutter and birth are folded into the gains
/// (Williams, "Marginal multi-Bernoulli filters", IEEE TAES 51(3), 2015, eq. 47-50).
@FunctionalInterface
public interface Associator {
    /// Shares the plots of one look among the tracks.
    ///
    /// @param gains the gated pairs; not changed
    /// @param out receives the result; what it held before is forgotten
    void associate(Gains gains, Shares out);

    /// The share of a pair without rivals, the track's only one and the plot's. It may be asked from several threads at
    /// once.
    ///
    /// @param gain as in [Gains]
    default double lone(double gain) {
        return 1 / (1 + Exact.exp(-gain));
    }
}
