package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.core.estimate.associate.Gains;
import vedette.core.estimate.associate.Shares;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;

/// The bench of a round: the plots that wait, by azimuth, and the pairs of plots and gates. Rewritten for each
/// sector.
final class Look {
    /// So many plots are sorted in place.
    private static final int FEW = 40;

    /// Of more plots than this only those near the beam are laid out.
    private static final int MANY = 400;

    /// About so many plots stand in a bin of ranges.
    private static final int IN_BIN = 24;

    private static final int MOST_BINS = 64;

    int plots;

    /// The plots as they are used, and as they were told.
    RadarPlot[] plot = new RadarPlot[64];

    RadarPlot[] told = new RadarPlot[64];
    long[] heldKey = new long[64];
    double[] azimuth = new double[64];
    double[] range = new double[64];

    /// NaN where the plot tells none.
    double[] elevation = new double[64];

    /// The height that a plot tells, and the logarithm of the density of false plots where it is: of plots in a gate.
    PlotObserver.Told[] height = new PlotObserver.Told[64];

    double[] logFalse = new double[64];
    private boolean[] gated = new boolean[64];

    /// How many due tracks have the plot in their gate; how many tracks at all.
    int[] dueClaims = new int[64];
    int[] claims = new int[64];

    /// The weights of the best claim on the plot and of the next one.
    double[] best = new double[64];

    double[] second = new double[64];

    /// How many tracks have a share in the plot.
    int[] wanting = new int[64];

    private int bins;
    private double binM;
    private int[] start = new int[4];
    private int[] inBin = new int[64];

    boolean[] taken = new boolean[64];
    boolean[] used = new boolean[64];

    int pairs;
    int[] pairPlot = new int[64];

    /// How far the plot is off, as [Gate#off2] says.
    double[] pairOff2 = new double[64];

    /// About the logarithm of the plot's likelihood as the track's own, up to a constant of the look.
    double[] pairWeight = new double[64];

    /// What the plot would gain, as [vedette.core.estimate.associate.Gains] says.
    double[] pairGain = new double[64];
    final List<Prospect> prospects = new ArrayList<>();

    /// Due tracks that are not confirmed yet.
    final List<Prospect> tentative = new ArrayList<>();

    /// Plots in the gate of a tentative track that is not due yet.
    boolean[] awaited = new boolean[64];

    /// Where the prospects are looked for, [Gate#BOUNDS] numbers for each.
    private int places;

    private double[] bounds = new double[64 * Gate.BOUNDS];

    /// The tracks that were missed, and where they were looked for.
    private int misses;

    private long[] missed = new long[64];
    private double[] missedBounds = new double[64 * Gate.BOUNDS];

    final Gains gains = new Gains();
    final Shares shares = new Shares();
    final Agenda.Plan plan = new Agenda.Plan();

    /// Tracks that are not due and were not asked: their places among the open ones, and their pairs.
    int watching;

    int[] watched = new int[64];
    int[] watchedFrom = new int[64];
    int[] watchedEnd = new int[64];

    /// Lays out the plots that wait.
    ///
    /// @param front how far the look has come: of many plots those well ahead of it are left for later pieces
    void gather(LongMap<RadarPlot> held, SensorKnowledge known, Front front) {
        plots = 0;
        pairs = 0;
        places = 0;
        misses = 0;
        prospects.clear();
        tentative.clear();
        watching = 0;
        if (held.size() > MANY || front.isFrame()) {
            long beyond = front.beyond();
            held.walk(Long.MIN_VALUE, (key, heard) -> {
                if (!front.comesLater(heard)) {
                    lay(known.corrected(heard), heard, key);
                }
                return key < beyond;
            });
        } else {
            held.forEach((key, heard) -> lay(known.corrected(heard), heard, key));
        }
        sort();
        fillBins();
        Arrays.fill(dueClaims, 0, plots, 0);
        Arrays.fill(claims, 0, plots, 0);
        Arrays.fill(gated, 0, plots, false);
        Arrays.fill(best, 0, plots, Double.NEGATIVE_INFINITY);
        Arrays.fill(second, 0, plots, Double.NEGATIVE_INFINITY);
        Arrays.fill(taken, 0, plots, false);
        Arrays.fill(used, 0, plots, false);
        Arrays.fill(awaited, 0, plots, false);
    }

    private void lay(RadarPlot what, RadarPlot heard, long key) {
        if (plots == plot.length) {
            grow(2 * plots);
        }
        set(plots++, what, heard, key);
    }

    private void grow(int room) {
        plot = Arrays.copyOf(plot, room);
        told = Arrays.copyOf(told, room);
        heldKey = Arrays.copyOf(heldKey, room);
        azimuth = Arrays.copyOf(azimuth, room);
        range = Arrays.copyOf(range, room);
        elevation = Arrays.copyOf(elevation, room);
        height = new PlotObserver.Told[room];
        logFalse = new double[room];
        gated = new boolean[room];
        dueClaims = new int[room];
        claims = new int[room];
        wanting = new int[room];
        best = new double[room];
        second = new double[room];
        taken = new boolean[room];
        inBin = new int[room];
        used = new boolean[room];
        awaited = new boolean[room];
    }

    // They come in the order of their azimuths, but for a few and where the turn begins anew. The order is total
    // but for
    // repeated plots, so that it does not matter in which order plots came.
    private void sort() {
        int k = 1;
        while (k < plots && !before(k, k - 1)) {
            k++;
        }
        if (k >= plots) {
            return;
        }
        if (plots <= FEW) {
            sortFew(k);
        } else {
            sortMany();
        }
    }

    private boolean before(int a, int b) {
        if (azimuth[a] != azimuth[b]) {
            return azimuth[a] < azimuth[b];
        }
        if (range[a] != range[b]) {
            return range[a] < range[b];
        }
        return ns(a) < ns(b);
    }

    /// A plot's time as it was told.
    long toldNs(int p) {
        return told[p].provenance().observedAt().taiNs();
    }

    private long ns(int p) {
        return plot[p].provenance().observedAt().taiNs();
    }

    private void sortFew(int from) {
        for (int i = from; i < plots; i++) {
            for (int at = i; at > 0 && before(at, at - 1); at--) {
                swap(at, at - 1);
            }
        }
    }

    private void swap(int a, int b) {
        RadarPlot other = plot[a];
        RadarPlot heard = told[a];
        long key = heldKey[a];
        set(a, plot[b], told[b], heldKey[b]);
        set(b, other, heard, key);
    }

    private void set(int at, RadarPlot what, RadarPlot heard, long key) {
        plot[at] = what;
        told[at] = heard;
        heldKey[at] = key;
        azimuth[at] = what.polar().azimuthRad();
        range[at] = what.polar().rangeM();
        elevation[at] = what.polar().elevationRad().orElse(Double.NaN);
    }

    // Merging runs is linear.
    private void sortMany() {
        Integer[] order = new Integer[plots];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> before(a, b) ? -1 : before(b, a) ? 1 : 0);
        RadarPlot[] was = Arrays.copyOf(plot, plots);
        RadarPlot[] heard = Arrays.copyOf(told, plots);
        long[] keys = Arrays.copyOf(heldKey, plots);
        for (int i = 0; i < plots; i++) {
            set(i, was[order[i]], heard[order[i]], keys[order[i]]);
        }
    }

    // Plots by range first and azimuth second, so that a gate in a crowded sector is a few short runs (counting
    // sort).
    private void fillBins() {
        bins = Math.clamp(plots / IN_BIN, 1, MOST_BINS);
        if (bins == 1) {
            oneBin();
            return;
        }
        if (start.length < bins + 2) {
            start = new int[MOST_BINS + 2];
        }
        double farthest = 1;
        for (int p = 0; p < plots; p++) {
            farthest = Math.max(farthest, range[p]);
        }
        binM = farthest / bins * (1 + 1e-9);
        Arrays.fill(start, 0, bins + 2, 0);
        for (int p = 0; p < plots; p++) {
            start[bin(range[p]) + 2]++;
        }
        for (int k = 2; k < bins + 2; k++) {
            start[k] += start[k - 1];
        }
        for (int p = 0; p < plots; p++) {
            inBin[start[bin(range[p]) + 1]++] = p;
        }
    }

    private void oneBin() {
        binM = Double.POSITIVE_INFINITY;
        start[0] = 0;
        start[1] = plots;
        for (int p = 0; p < plots; p++) {
            inBin[p] = p;
        }
    }

    /// The bin of a range, the nearest one for ranges beyond all plots.
    int bin(double rangeM) {
        return (int) Math.clamp(rangeM / binM, 0, bins - 1);
    }

    /// Where a bin begins; it ends where the next one begins.
    int from(int bin) {
        return start[bin];
    }

    /// A plot by its place in the bins.
    int inBin(int at) {
        return inBin[at];
    }

    /// The first place in a bin at an azimuth or behind it, or the bin's beginning when there is none.
    int first(int bin, double azimuthRad) {
        int low = start[bin];
        int high = start[bin + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (azimuth[inBin[middle]] < azimuthRad) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == start[bin + 1] ? start[bin] : low;
    }

    /// The pairs from `firstPair` on are those of an open track.
    void watch(int open, int firstPair) {
        if (watching == watched.length) {
            watched = Arrays.copyOf(watched, 2 * watching);
            watchedFrom = Arrays.copyOf(watchedFrom, 2 * watching);
            watchedEnd = Arrays.copyOf(watchedEnd, 2 * watching);
        }
        watched[watching] = open;
        watchedFrom[watching] = firstPair;
        watchedEnd[watching++] = pairs;
    }

    /// How many prospects were looked for.
    int places() {
        return places;
    }

    /// Notes where a prospect is looked for.
    int place(Gate gate) {
        if (bounds.length == places * Gate.BOUNDS) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        gate.bounds(bounds, places * Gate.BOUNDS);
        return places++;
    }

    /// Notes a track that was missed.
    void miss(Prospect prospect) {
        if (missed.length == misses) {
            missed = Arrays.copyOf(missed, 2 * misses);
            missedBounds = Arrays.copyOf(missedBounds, 2 * missedBounds.length);
        }
        System.arraycopy(bounds, prospect.place() * Gate.BOUNDS, missedBounds, misses * Gate.BOUNDS, Gate.BOUNDS);
        missed[misses++] = prospect.file().id();
    }

    /// What is remembered of the sector.
    ///
    /// @param keys of the plots that do not wait any more; is sorted
    Worked worked(long endNs, long[] keys, long fromNs, long toNs) {
        Arrays.sort(keys);
        double[] where = Arrays.copyOf(missedBounds, misses * Gate.BOUNDS);
        return new Worked(endNs, fromNs, toNs, keys, Arrays.copyOf(missed, misses), where);
    }

    /// Counts the pairs from `first` on, those of a confirmed track, as its claims.
    void claimed(int first, boolean due) {
        for (int k = first; k < pairs; k++) {
            int p = pairPlot[k];
            claims[p]++;
            dueClaims[p] += due ? 1 : 0;
            second[p] = Math.max(second[p], Math.min(best[p], pairWeight[k]));
            best[p] = Math.max(best[p], pairWeight[k]);
        }
    }

    /// One more pair.
    ///
    /// @param clutter where the sensor's false plots lie
    /// @param weight about the logarithm of the plot's likelihood as the track's own, up to a constant of the look
    void pair(int p, ClutterMap clutter, double off2, double weight) {
        if (pairs == pairPlot.length) {
            pairPlot = Arrays.copyOf(pairPlot, 2 * pairs);
            pairOff2 = Arrays.copyOf(pairOff2, 2 * pairs);
            pairWeight = Arrays.copyOf(pairWeight, 2 * pairs);
            pairGain = new double[2 * pairs];
        }
        if (!gated[p]) {
            gated[p] = true;
            height[p] = PlotObserver.Told.of(plot[p].altitude());
            logFalse[p] = clutter.logDensity(plot[p], height[p]);
        }
        pairOff2[pairs] = off2;
        pairWeight[pairs] = weight;
        pairPlot[pairs++] = p;
    }
}
