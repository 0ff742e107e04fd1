package vedette.core.estimate.associate;

import vedette.math.Exact;

/// Walks over the clusters of a look: lone tracks are answered at once, the others go to the solver.
///
/// Nine clusters in ten are one track with its plots; there the answer is a quotient. Nothing is allocated once the
/// arrays have grown.
final class ClusterWalk {
    private final PartSolver solver;
    private final Clusters clusters = new Clusters();
    private final Part part = new Part();
    private final BestJoint best = new BestJoint();

    ClusterWalk(PartSolver solver) {
        this.solver = solver;
    }

    void walk(Gains gains, Shares out) {
        out.clear(gains);
        clusters.form(gains);
        part.open(gains);
        for (int c = 0; c < clusters.count(); c++) {
            int from = clusters.from(c);
            int to = clusters.from(c + 1);
            if (to - from == 1) {
                lone(gains, out, clusters.tracks()[from]);
            } else {
                several(gains, out, from, to);
            }
        }
    }

    private void several(Gains gains, Shares out, int from, int to) {
        part.load(gains, clusters.tracks(), from, to);
        best.solve(part);
        if (!solver.solve(part)) {
            out.countBounded();
        }
        part.unload(out);
        for (int i = 0; i < part.rows; i++) {
            int pair = best.pairOfRow[i];
            out.chosen()[part.trackOf[i]] = pair == Part.NONE ? Part.NONE : part.source[pair];
        }
    }

    /// The shares of a track without rivals: w_j / (1 + Σ w), scaled by the greatest weight.
    private static void lone(Gains gains, Shares out, int track) {
        int from = gains.from(track);
        int to = gains.from(track + 1);
        int chosen = greatest(gains, from, to);
        double top = chosen == Part.NONE ? 0 : gains.gain()[chosen];
        double miss = Exact.exp(-top);
        double sum = miss;
        for (int k = from; k < to; k++) {
            double w = k == chosen ? 1 : Exact.exp(gains.gain()[k] - top);
            out.share()[k] = w;
            sum += w;
        }
        for (int k = from; k < to; k++) {
            out.share()[k] /= sum;
            out.alone()[gains.plotOf()[k]] = Math.max(0, 1 - out.share()[k]);
        }
        out.missed()[track] = miss / sum;
        out.chosen()[track] = chosen;
    }

    // A pair that gains nothing is not chosen.
    private static int greatest(Gains gains, int from, int to) {
        int at = Part.NONE;
        double most = 0;
        for (int k = from; k < to; k++) {
            if (gains.gain()[k] > most) {
                most = gains.gain()[k];
                at = k;
            }
        }
        return at;
    }
}
