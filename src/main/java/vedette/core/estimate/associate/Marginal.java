package vedette.core.estimate.associate;

/// Marginal association: each pair's probability over all joint assignments, as JPDA and TOMB/P use it (Fortmann,
/// Bar-Shalom and Scheffe 1983; Williams 2015).
///
/// Each cluster is solved alone: exactly ([ExactShares]) while that takes at most [#EXACT_COST] sums, by belief
/// propagation ([LoopyShares]) beyond, which is counted in [Shares#bounded()]. Merging tracks by these marginals
/// draws close targets together; [SetWise] is the cure.
public final class Marginal implements Associator {
    /// The exact solver's bound, sums and products, passed for instance by 8 tracks that share 8 plots.
    public static final long EXACT_COST = 1 << 15;

    private final ExactShares exact = new ExactShares();
    private final LoopyShares loopy = new LoopyShares();
    private final ClusterWalk walk;

    /// An associator with the usual bound.
    public Marginal() {
        this(EXACT_COST);
    }

    /// An associator with a bound of its own.
    ///
    /// @param exactCost the exact solver's bound; 0 means always belief propagation
    public Marginal(long exactCost) {
        walk = new ClusterWalk(part -> {
            boolean small = ExactShares.cost(part) <= exactCost;
            if (small) {
                exact.solve(part);
            } else {
                loopy.solve(part);
            }
            return small;
        });
    }

    @Override
    public void associate(Gains gains, Shares out) {
        walk.walk(gains, out);
    }
}
