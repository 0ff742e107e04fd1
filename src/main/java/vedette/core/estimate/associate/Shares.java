package vedette.core.estimate.associate;

import java.util.Arrays;

/// The result of an association: who may own what, with what probability; filled anew for each look.
///
/// The arrays are handed out as they are and are valid until the next association: `share` by pair, `missed` and
/// `chosen` by track, `alone` by plot. For each track `missed` and its shares add up to 1; for each plot `alone`
/// and its shares do (to 1e-9; to the convergence bound of [Marginal] in clusters too large for the exact
/// solver).
public final class Shares {
    private double[] share = new double[64];
    private double[] missed = new double[64];
    private double[] alone = new double[64];
    private int[] chosen = new int[64];
    private int bounded;

    void clear(Gains gains) {
        if (share.length < gains.pairs()) {
            share = new double[Math.max(gains.pairs(), 2 * share.length)];
        }
        if (missed.length < gains.tracks()) {
            missed = new double[Math.max(gains.tracks(), 2 * missed.length)];
            chosen = new int[missed.length];
        }
        if (alone.length < gains.plots()) {
            alone = new double[Math.max(gains.plots(), 2 * alone.length)];
        }
        Arrays.fill(alone, 0, gains.plots(), 1);
        bounded = 0;
    }

    void countBounded() {
        bounded++;
    }

    /// The marginal probability of each pair, in the order of [Gains].
    public double[] share() {
        return share;
    }

    /// The probability that a track owns no plot.
    public double[] missed() {
        return missed;
    }

    /// The probability that no track owns a plot.
    public double[] alone() {
        return alone;
    }

    /// The pair of each track in the best joint assignment, or −1.
    public int[] chosen() {
        return chosen;
    }

    /// How many clusters passed a solver's bound and were solved approximately.
    public int bounded() {
        return bounded;
    }
}
