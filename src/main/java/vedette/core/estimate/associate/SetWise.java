package vedette.core.estimate.associate;

/// Marginal association that does not draw close targets together: of all ways to deal the same plots among the same
/// tracks only the best one counts ([SetShares]; Blom and Bloem 2000).
///
/// Clusters beyond its bound are shared as [Marginal] does and counted in [Shares#bounded()].
public final class SetWise implements Associator {
    private final SetShares sets = new SetShares();
    private final ExactShares exact = new ExactShares();
    private final LoopyShares loopy = new LoopyShares();
    private final ClusterWalk walk = new ClusterWalk(this::solve);

    private boolean solve(Part part) {
        if (SetShares.fits(part)) {
            sets.solve(part);
            return true;
        }
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
