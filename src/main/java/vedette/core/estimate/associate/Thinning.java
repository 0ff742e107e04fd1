package vedette.core.estimate.associate;

/// Takes a cluster that is too large apart at its weak pairs, and solves what is left cluster by cluster.
///
/// A swarm of twenty drones is one cluster by its gates, but most of its pairs are next to impossible once
/// everybody's wishes are weighed. So the marginals are taken first; pairs below [#WEAK] go; the rest falls into
/// smaller clusters that fit. At most `WEAK` times the tracks is neglected for a plot. What still does not fit
/// keeps its marginals.
final class Thinning {
    /// A pair of a smaller share goes.
    static final double WEAK = 0.01;

    private final Gains gains = new Gains();
    private final Shares shares = new Shares();
    private final ClusterWalk walk;

    /// @param solver for the smaller clusters
    Thinning(PartSolver solver) {
        walk = new ClusterWalk(solver);
    }

    /// Solves a part whose marginals are in its shares already.
    ///
    /// @return whether all that was left fitted
    boolean solve(Part part) {
        gains.clear(part.rows, part.columns);
        for (int k = 0; k < part.pairs; k++) {
            if (part.columnOf[k] >= part.shared || part.pairShare[k] >= WEAK) {
                gains.add(part.rowOf[k], part.columnOf[k], part.gain[k]);
            } else {
                part.pairShare[k] = 0;
            }
        }
        walk.walk(gains, shares);
        hand(part);
        return shares.bounded() == 0;
    }

    private void hand(Part part) {
        int at = 0;
        for (int i = 0; i < part.rows; i++) {
            double none = shares.missed()[i];
            for (int k = part.rowStart[i]; k < part.rowStart[i + 1]; k++) {
                boolean own = part.columnOf[k] >= part.shared;
                if (own || part.pairShare[k] > 0) {
                    double share = shares.share()[at++];
                    none += own ? share : 0;
                    part.pairShare[k] = own ? 0 : share;
                }
            }
            part.noneShare[i] = none;
        }
        for (int j = 0; j < part.shared; j++) {
            part.aloneShare[j] = shares.alone()[j];
        }
    }
}
