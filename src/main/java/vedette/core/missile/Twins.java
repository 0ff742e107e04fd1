package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.core.motion.Fall;
import vedette.model.Missile;

/// Finds what is held twice: a radar that errs, or whose echoes come late, begins a thing beside the one that others
/// hold. Two falls that agree, and that no radar ever saw at the same instant, are one. A workspace.
final class Twins {
    private static final int FEWEST = 8;
    private static final double NEAR_M = 3000;
    private static final double NEAR_MPS = 40;
    private static final double SIGMAS = 4;
    private static final double APART = 0.55;
    private static final double LATELY_S = 12;

    /// Pieces are found this near to each other, metres.
    private static final double PIECES_M = 4000;
    /// What turned is looked for so long, seconds, and no higher than this, metres.
    private static final double LOST_S = 120;
    private static final double REGAINED_M = 80e3;
    private static final int FEW_ECHOES = 4;
    private static final double LONG_S = 8;
    private static final double HOLD_M = 6000;
    private static final double HOLD_MPS = 300;

    private final List<Site> sites;
    private final Follower follower;
    private final Fall fall = new Fall();
    private final double[] one = new double[6];

    Twins(List<Site> sites, Follower follower) {
        this.sites = sites;
        this.follower = follower;
    }

    /// Whether two things are one.
    boolean same(Thing a, Thing b) {
        if (a.parent() != b.parent() || a.follow().isEmpty() || b.follow().isEmpty()) {
            return false;
        }
        if (a.turned() && a.number() < b.number()) {
            return continues(a, b);
        }
        if (b.turned() && b.number() < a.number()) {
            return continues(b, a);
        }
        boolean fall = a.drop().isPresent()
                && b.drop().isPresent()
                && a.drop().get().looks() >= FEWEST
                && b.drop().get().looks() >= FEWEST;
        return (fall
                        ? sameFall(a.drop().get(), b.drop().get())
                        : sameHold(a.follow().get(), b.follow().get()))
                && !areSeenTogether(a, b);
    }

    /// Whether a thing that a radar has just found broke off another on its way down: both are seen at once, near by.
    boolean brokeOff(Thing piece, Thing whole) {
        if (whole.number() >= piece.number()
                || whole.telling().verdict() != Missile.Verdict.ATTACK
                || whole.telling().ended()
                || whole.follow().isEmpty()
                || !whole.follow().get().descendsInAir()) {
            return false;
        }
        Follow one = piece.follow().orElseThrow();
        Follow other = follower.at(whole.follow().get(), one.timeS());
        double m2 = 0;
        for (int i = 0; i < 3; i++) {
            m2 += square(one.state().at(i) - other.state().at(i));
        }
        return m2 < PIECES_M * PIECES_M && areSeenTogether(piece, whole);
    }

    // Whether what a radar found is where one could be by now that turned and was lost.
    private static boolean continues(Thing turned, Thing found) {
        double idleS =
                found.echoes().getFirst().timeS() - turned.echoes().getLast().timeS();
        if (!found.lights().isEmpty() || idleS < 0 || idleS > LOST_S) {
            return false;
        }
        Follow last = turned.follow().orElseThrow();
        Follow now = found.follow().orElseThrow();
        double m2 = 0;
        double mps2 = 0;
        for (int i = 0; i < 3; i++) {
            m2 += square(last.state().at(i) - now.state().at(i));
            mps2 += square(last.state().at(3 + i));
        }
        double most = Math.sqrt(mps2) * (now.timeS() - last.timeS()) + HOLD_M;
        return now.echoes() >= FEW_ECHOES && now.heightM() < REGAINED_M && m2 < most * most;
    }

    // Two holds of one thing, whatever it does.
    private boolean sameHold(Follow a, Follow b) {
        Follow older = a.timeS() <= b.timeS() ? a : b;
        Follow newer = older.equals(a) ? b : a;
        if (older.echoes() < FEW_ECHOES || newer.echoes() < FEW_ECHOES || newer.timeS() - older.timeS() > LONG_S) {
            return false;
        }
        Follow moved = follower.at(older, newer.timeS());
        double m2 = 0;
        double mps2 = 0;
        double sigma2 = 0;
        double sigmaMps2 = 0;
        for (int i = 0; i < 3; i++) {
            m2 += square(moved.state().at(i) - newer.state().at(i));
            mps2 += square(moved.state().at(3 + i) - newer.state().at(3 + i));
            sigma2 += moved.covariance().at(i * 7) + newer.covariance().at(i * 7);
            sigmaMps2 += moved.covariance().at((3 + i) * 7) + newer.covariance().at((3 + i) * 7);
        }
        double most = Math.min(HOLD_M, SIGMAS * Math.sqrt(sigma2));
        double mostMps = Math.min(HOLD_MPS, SIGMAS * Math.sqrt(sigmaMps2));
        return m2 < most * most && mps2 < mostMps * mostMps;
    }

    private static double square(double x) {
        return x * x;
    }

    private boolean sameFall(Drop left, Drop right) {
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
