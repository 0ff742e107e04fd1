package vedette.core.estimate.associate;

import static vedette.math.Require.require;

import java.util.Arrays;

/// What the tracks and plots of one look would gain from each other: a workspace that is filled anew for each look.
///
/// The arrays are handed out as they are, since this is the kernel's own memory: read them up to [#pairs()] only, and
/// not after the next [#clear]. They grow by doubling and never shrink.
public final class Gains {
    /// A gain beyond this is taken as this: e^500 is certainty, and sums of a few such stay finite.
    public static final double GREATEST = 500;

    private int tracks;
    private int plots;
    private int pairs;
    private int lastTrack;
    private int[] trackOf = new int[64];
    private int[] plotOf = new int[64];
    private double[] gain = new double[64];
    private int[] start = new int[64];

    /// Begins a look without pairs.
    ///
    /// @param trackCount how many tracks, 0 or more
    /// @param plotCount how many plots, 0 or more
    public void clear(int trackCount, int plotCount) {
        require(trackCount >= 0 && plotCount >= 0, "%s tracks, %s plots", trackCount, plotCount);
        tracks = trackCount;
        plots = plotCount;
        pairs = 0;
        lastTrack = 0;
        if (start.length < trackCount + 1) {
            start = new int[Math.max(trackCount + 1, 2 * start.length)];
        }
        start[0] = 0;
    }

    /// Adds a gated pair; pairs come track by track, and no pair twice.
    ///
    /// @param track at least the track added last, below [#tracks()]
    /// @param plot below [#plots()]
    /// @param value how much likelier the pair is than that the track was missed and the plot is not its own,
    /// a logarithm; finite, clamped to ± [#GREATEST]
    public void add(int track, int plot, double value) {
        require(track >= lastTrack && track < tracks && plot >= 0 && plot < plots, "pair %s, %s", track, plot);
        require(Double.isFinite(value), "gain %s", value);
        if (pairs == trackOf.length) {
            grow();
        }
        while (lastTrack < track) {
            start[++lastTrack] = pairs;
        }
        trackOf[pairs] = track;
        plotOf[pairs] = plot;
        gain[pairs++] = Math.clamp(value, -GREATEST, GREATEST);
    }

    private void grow() {
        trackOf = Arrays.copyOf(trackOf, 2 * pairs);
        plotOf = Arrays.copyOf(plotOf, 2 * pairs);
        gain = Arrays.copyOf(gain, 2 * pairs);
    }

    /// How many tracks.
    public int tracks() {
        return tracks;
    }

    /// How many plots.
    public int plots() {
        return plots;
    }

    /// How many gated pairs.
    public int pairs() {
        return pairs;
    }

    /// The track of each pair, ascending.
    public int[] trackOf() {
        return trackOf;
    }

    /// The plot of each pair.
    public int[] plotOf() {
        return plotOf;
    }

    /// The gain of each pair.
    public double[] gain() {
        return gain;
    }

    /// The first pair of a track; its last is before `from(track + 1)`.
    ///
    /// @param track 0 to [#tracks()], inclusive
    public int from(int track) {
        return track <= lastTrack ? start[track] : pairs;
    }
}
