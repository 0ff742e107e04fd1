package vedette.core.estimate;

import vedette.math.Exact;

/// The probability that a track is there at all (integrated probabilistic data association: Musicki, Evans,
/// Stankovic 1994).
public final class Existence {
    /// No evidence makes a track surer than this, so that silence can still end it.
    public static final double SUREST = 0.99999;

    private Existence() {}

    /// After some time without news.
    ///
    /// @param existence before
    /// @param seconds how long
    /// @param lifeS mean life of an object in view, seconds
    public static double aged(double existence, double seconds, double lifeS) {
        return seconds <= 0 ? existence : existence * Exact.fading(seconds / lifeS);
    }

    /// After a look that saw nothing.
    ///
    /// @param existence before
    /// @param detection probability that the look would have seen it
    public static double missed(double existence, double detection) {
        return existence * (1 - detection) / (1 - existence * detection);
    }

    /// Before a look that saw nothing: [#missed] taken back.
    ///
    /// @param existence after the look
    /// @param detection probability that the look would have seen it
    public static double unmissed(double existence, double detection) {
        return existence / (1 - detection + existence * detection);
    }

    /// After a plot was laid on it.
    ///
    /// @param existence before
    /// @param detection probability of detection
    /// @param logRatio logarithm of the plot's likelihood under the track over that under clutter
    public static double seen(double existence, double detection, double logRatio) {
        double odds = 1 - detection + detection * Exact.exp(Math.min(logRatio, 50));
        double after = existence * odds / (1 - existence + existence * odds);
        return Math.min(SUREST, after);
    }

    /// After a look of which one plot or another is the track's own with a probability (Williams 2015, eq. 47-50).
    ///
    /// @param existence before
    /// @param detection probability of detection
    /// @param share the probability that the track is there and one of the look's plots is its own
    public static double shared(double existence, double detection, double share) {
        return Math.min(SUREST, share + (1 - share) * missed(existence, detection));
    }
}
