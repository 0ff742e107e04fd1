package vedette.core.estimate.associate;

/// Association for tracks that meet: of all joint assignments that use the same plots only the best one counts
/// ([PlotSetShares]).
///
/// What stays uncertain is which plots are clutter and which targets were missed; who is who is decided anew in each
/// look.
/// So close tracks neither drift together nor share out one missed target among all of them. On planar4 it comes
/// nearest to
/// the mixture of global hypotheses among all that keep one Bernoulli a track: RMS GOSPA 2.92, against 3.27 by
/// marginals,
/// 3.10 by [SetWise] and 2.87 by the mixture (docs/benchmarks.md).
/// Clusters beyond the bound are taken apart at their weak pairs ([Thinning]); what is still too large is shared as
/// [Marginal]
/// does and counted in [Shares#bounded()].
public final class PlotWise implements Associator {
    private final PlotSetShares sets = new PlotSetShares();
    private final ExactShares exact = new ExactShares();
    private final LoopyShares loopy = new LoopyShares();
    private final Thinning thinning = new Thinning(part -> fits(part) || marginal(part));
    private final ClusterWalk walk = new ClusterWalk(part -> fits(part) || marginal(part) || thinning.solve(part));

    private boolean fits(Part part) {
        boolean small = PlotSetShares.cost(part) <= Marginal.EXACT_COST;
        if (small) {
            sets.solve(part);
        }
        return small;
    }

    private boolean marginal(Part part) {
        if (ExactShares.cost(part) <= Marginal.EXACT_COST) {
            exact.solve(part);
        } else {
            loopy.solve(part);
        }
        return false;
    }

    @Override
    public void associate(Gains gains, Shares out) {
        walk.walk(gains, out);
    }
}
