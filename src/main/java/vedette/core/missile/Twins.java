package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.core.motion.Fall;

/// Finds what is held twice: a radar that errs, or whose echoes come late, begins a thing beside the one that others
/// hold. Two falls that agree, and that no radar ever saw at the same instant, are one. A workspace.
final class Twins {
    private static final int FEWEST = 8;
    private static final double NEAR_M = 3000;
    private static final double NEAR_MPS = 40;
    private static final double SIGMAS = 4;
    private static final double APART = 0.5;
    private static final double LATELY_S = 30;

    private final List<Site> sites;
    private final Fall fall = new Fall();
    private final double[] one = new double[6];

    Twins(List<Site> sites) {
        this.sites = sites;
    }

    /// Whether two things are one.
    boolean same(Thing a, Thing b) {
        if (a.drop().isEmpty() || b.drop().isEmpty() || a.parent() != b.parent()) {
            return false;
        }
        Drop left = a.drop().get();
        Drop right = b.drop().get();
        if (left.looks() < FEWEST || right.looks() < FEWEST || areSeenTogether(a, b)) {
            return false;
        }
        double atS = Math.min(left.lastS(), right.lastS());
        state(left, atS);
        System.arraycopy(fall.state(), 0, one, 0, 6);
        state(right, atS);
        double sigmaM = Math.max(sigma(left, 0), sigma(right, 0));
        double sigmaMps = Math.max(sigma(left, 3), sigma(right, 3));
        return away(0) < Math.max(NEAR_M, SIGMAS * sigmaM) && away(3) < Math.max(NEAR_MPS, SIGMAS * sigmaMps);
    }

    private void state(Drop drop, double atS) {
        fall.start(drop.epochS(), drop.best().values(), true);
        fall.to(atS);
    }

    private double away(int from) {
        double[] s = fall.state();
        double sum = 0;
        for (int i = from; i < from + 3; i++) {
            sum += (s[i] - one[i]) * (s[i] - one[i]);
        }
        return Math.sqrt(sum);
    }

    // At the epoch: enough to say how far apart two wide falls may be.
    private static double sigma(Drop drop, int from) {
        double sum = 0;
        for (int i = from; i < from + 3; i++) {
            sum += drop.sigma(i) * drop.sigma(i);
        }
        return Math.min(from == 0 ? 2 * NEAR_M : 2 * NEAR_MPS, Math.sqrt(sum));
    }

    // A radar sees each thing once a period: two echoes within half of one are of two things.
    private boolean areSeenTogether(Thing a, Thing b) {
        double fromS = Math.max(a.lastS(), b.lastS()) - LATELY_S;
        for (Look.Echo left : a.echoes()) {
            if (left.timeS() < fromS) {
                continue;
            }
            double apart = APART * sites.get(left.sensor()).radar().periodS();
            for (Look.Echo right : b.echoes()) {
                if (right.sensor() == left.sensor() && Math.abs(right.timeS() - left.timeS()) < apart) {
                    return true;
                }
            }
        }
        return false;
    }

    /// One thing with the echoes of both.
    static Thing merged(Thing kept, Thing gone) {
        List<Look.Echo> echoes = new ArrayList<>(kept.echoes());
        echoes.addAll(gone.echoes());
        echoes.sort((x, y) -> Double.compare(x.timeS(), y.timeS()));
        Follow follow = kept.follow().orElseThrow();
        Follow other = gone.follow().orElseThrow();
        return kept.heard(echoes, follow.timeS() >= other.timeS() ? follow : other);
    }
}
