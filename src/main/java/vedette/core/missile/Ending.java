package vedette.core.missile;

import java.util.List;

/// When a glow went out: seen at `lastS`, not seen any more at `goneS`.
///
/// @param lastS the latest look that saw it
/// @param goneS the earliest look that should have seen it and did not; infinite while it is still seen
/// @param middleS the mean of when it went out; not a number while it is still seen
/// @param sigmaS its standard deviation
/// @param unseen how likely it is that all looks that are missing overlooked what burns on; 1 while none is
record Ending(double lastS, double goneS, double middleS, double sigmaS, double unseen) {
    /// Looks jitter, and nothing is known better than this, seconds.
    private static final double LEAST_S = 0.3;

    /// A look that ought to have come, and did not.
    ///
    /// @param atS when it was due, watch seconds
    /// @param unseen how likely it is not to see what burns, (0, 1)
    record Miss(double atS, double unseen) {}

    /// It is still seen.
    static Ending open(double lastS) {
        return new Ending(lastS, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, 1);
    }

    /// It went out between the latest look that saw it and the first that did not; or, as satellites overlook what
    /// burns, before a later one: as likely as all the looks before that one overlooked it.
    ///
    /// @param misses in order of time, at least one
    static Ending gone(double lastS, List<Miss> misses) {
        double all = 0;
        double first = 0;
        double second = 0;
        double unseen = 1;
        double fromS = lastS;
        for (Miss miss : misses) {
            double toS = Math.max(miss.atS, fromS + (fromS == lastS ? LEAST_S : 0));
            double share = unseen * (toS - fromS);
            double middle = (fromS + toS) / 2 - lastS;
            all += share;
            first += share * middle;
            second += share * (middle * middle + (toS - fromS) * (toS - fromS) / 12);
            unseen *= miss.unseen;
            fromS = toS;
        }
        double mean = first / all;
        return new Ending(
                lastS, misses.getFirst().atS, lastS + mean, Math.sqrt(Math.max(0, second / all - mean * mean)), unseen);
    }

    boolean known() {
        return goneS < Double.POSITIVE_INFINITY;
    }
}
