package vedette.core.estimate.associate;

import java.util.Arrays;

/// Global nearest neighbour: the one assignment whose joint likelihood is greatest, held for certain (Blackman
/// and Popoli 1999, sec. 6.4). Shares are 0 or 1.
///
/// Exact in each cluster; near linear in the pairs while clusters are loose ([BestJoint]).
public final class GlobalNearest implements Associator {
    private final Clusters clusters = new Clusters();
    private final Part part = new Part();
    private final BestJoint best = new BestJoint();

    @Override
    public void associate(Gains gains, Shares out) {
        out.clear(gains);
        Arrays.fill(out.share(), 0, gains.pairs(), 0);
        clusters.form(gains);
        part.open(gains);
        for (int c = 0; c < clusters.count(); c++) {
            part.load(gains, clusters.tracks(), clusters.from(c), clusters.from(c + 1));
            best.assign(part);
            hand(gains, out);
        }
    }

    @Override
    public double lone(double gain) {
        return gain > 0 ? 1 : 0;
    }

    private void hand(Gains gains, Shares out) {
        for (int i = 0; i < part.rows; i++) {
            int pair = best.pairOfRow[i];
            int track = part.trackOf[i];
            out.missed()[track] = pair == Part.NONE ? 1 : 0;
            out.chosen()[track] = pair == Part.NONE ? Part.NONE : part.source[pair];
            if (pair != Part.NONE) {
                out.share()[part.source[pair]] = 1;
                out.alone()[gains.plotOf()[part.source[pair]]] = 0;
            }
        }
    }
}
