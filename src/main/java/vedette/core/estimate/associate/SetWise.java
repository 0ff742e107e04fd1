package vedette.core.estimate.associate;

import static vedette.math.Require.require;

/// Association for tracks that meet: of all ways to deal the same plots among the same tracks only the best one
/// counts, and among the tracks that may have been missed the likelier ones are preferred ([SetShares]).
///
/// Close tracks then neither drift together nor share out one missed target among all of them. Clusters beyond
/// the bound are taken apart at their weak pairs ([Thinning]); what is still too large is shared as [Marginal]
/// does and counted in [Shares#bounded()].
public final class SetWise implements Associator {
    /// Measured: planar4 3.10, 2.95, 2.92, 2.92 and a swarm of twelve 5.46, 5.51, 5.48, 5.54 (RMS GOSPA,
    /// sharpness 1, 2, 3, 6); docs/decisions/0005-association.md.
    public static final int SHARPNESS = 3;

    private final SetShares sets;
    private final ExactShares exact = new ExactShares();
    private final LoopyShares loopy = new LoopyShares();
    private final Thinning thinning = new Thinning(part -> fits(part) || marginal(part));
    private final ClusterWalk walk = new ClusterWalk(part -> fits(part) || marginal(part) || thinning.solve(part));

    /// An associator of the usual sharpness.
    public SetWise() {
        this(SHARPNESS);
    }

    /// An associator.
    ///
    /// @param sharpness 1 is JPDA*; the more, the surer who was missed; at most 20
    public SetWise(int sharpness) {
        require(sharpness >= 1 && sharpness <= 20, "sharpness %s", sharpness);
        sets = new SetShares(sharpness);
    }

    private boolean fits(Part part) {
        boolean small = SetShares.fits(part);
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
