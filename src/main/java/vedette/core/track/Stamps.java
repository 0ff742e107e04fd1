package vedette.core.track;

import vedette.math.Exact;

/// How much later than its own sweeps a sensor stamps its plots.
///
/// A turning beam is where its sweeps say, and a plot's azimuth tells when it passed there: the plot's stamp should be
/// that time. Where the two come from different clocks, plots would be laid on looks that are over or have not begun;
/// so the sweeps are moved to the plots' clock, and how wrong that one is, [Registration] finds from other sensors.
///
/// One plot a sector is looked at. An offset beyond half a turn is seen as what it is short of the turn, which serves
/// as well: the beam is there again.
///
/// @param count how many plots were looked at, at most [#MEMORY]
/// @param meanS how much later they are stamped, seconds, fading
/// @param spreadS mean distance from the mean, seconds, fading
/// @param appliedS by how much sweeps are moved, seconds
record Stamps(int count, double meanS, double spreadS, double appliedS) {
    static final Stamps NONE = new Stamps(0, 0, 0, 0);

    private static final int MEMORY = 64;

    /// So many plots, nearly a turn, tell.
    private static final int FEWEST = 24;

    /// Smaller offsets are left alone: a plot waits for its beam so long anyway.
    private static final double LEAST_S = 0.1;

    /// What is moved changes when it is wrong by this.
    private static final double STEP_S = 0.03;

    /// The mean is believed when the spread is a smaller share of it.
    private static final double STEADY = 0.2;

    /// One plot moves the mean as if it were at most so many spreads away, and no less than a step.
    private static final double FAR = 2;

    /// With one more plot.
    ///
    /// @param aheadS how much later than the beam's passing it is stamped, by the sweeps as they are moved now
    /// @param periodS of a turn
    Stamps with(double aheadS, double periodS) {
        double off = Exact.halfTurn((appliedS + aheadS - meanS) / periodS * Exact.TWO_PI) / Exact.TWO_PI * periodS;
        int more = Math.min(MEMORY, count + 1);
        double far = more < FEWEST ? periodS : Math.max(STEP_S, FAR * spreadS);
        double mean = meanS + Math.clamp(off, -far, far) / more;
        double spread = count == 0 ? 0 : spreadS + (Math.abs(off) - spreadS) / more;
        return new Stamps(more, mean, spread, applied(more, mean, spread));
    }

    private double applied(int plots, double mean, double spread) {
        boolean wanted = plots >= FEWEST && Math.abs(mean) >= LEAST_S && spread <= STEADY * Math.abs(mean);
        if (wanted && Math.abs(mean - appliedS) > STEP_S) {
            return mean;
        }
        return Math.abs(mean) < LEAST_S / 2 ? 0 : appliedS;
    }

    long appliedNs() {
        return Math.round(appliedS * 1e9);
    }
}
