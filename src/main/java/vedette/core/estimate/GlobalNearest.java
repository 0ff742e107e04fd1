package vedette.core.estimate;

import vedette.math.Matching;

/// Global nearest neighbour: the one assignment whose joint likelihood is greatest (Blackman and Popoli 1999, sec.
/// 6.4).
///
/// Exact in each cluster of tracks that share plots; O(n³) in the cluster's size, so linear while clusters are small.
public final class GlobalNearest implements Associator {
    @Override
    public int[] associate(Gains gains) {
        Matching matching = new Matching(gains.tracks(), gains.plots());
        for (int k = 0; k < gains.pairs(); k++) {
            matching.add(gains.trackOf()[k], gains.plotOf()[k], gains.gain()[k]);
        }
        return matching.best();
    }
}
