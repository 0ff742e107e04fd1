package vedette.core.track;

import java.util.Arrays;
import vedette.math.Exact;

/// A sector that was worked on: which plots it had and which tracks it missed, so that a plot that comes again is known
/// and one that comes late finds its track.
///
/// @param ns its end
/// @param fromNs time of its earliest plot
/// @param toNs time of its latest plot
/// @param keys its plots' keys, ascending; never changed
/// @param missed numbers of the tracks that it should have seen and did not; never changed
/// @param bounds where they were looked for, [Gate#BOUNDS] numbers for each; never changed
record Worked(long ns, long fromNs, long toNs, long[] keys, long[] missed, double[] bounds) {
    private static final long[] NONE = {};
    private static final double[] NOWHERE = {};

    /// One plot that was worked on by itself.
    static Worked one(long ns, long plotNs, long key) {
        return new Worked(ns, plotNs, plotNs, new long[] {key}, NONE, NOWHERE);
    }

    /// Whether it had a plot.
    boolean had(long key, long plotNs) {
        return plotNs >= fromNs && plotNs <= toNs && Arrays.binarySearch(keys, key) >= 0;
    }

    boolean isEmpty() {
        return keys.length == 0 && missed.length == 0;
    }

    /// Whether a missed track was looked for at a place.
    ///
    /// @param i its place among the missed
    boolean lookedFor(int i, double azimuthRad, double rangeM) {
        int at = i * Gate.BOUNDS;
        return Math.abs(Exact.halfTurn(azimuthRad - bounds[at])) <= bounds[at + 1]
                && Math.abs(rangeM - bounds[at + 2]) <= bounds[at + 3];
    }
}
