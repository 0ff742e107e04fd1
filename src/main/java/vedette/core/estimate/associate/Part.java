package vedette.core.estimate.associate;

import java.util.Arrays;

/// One cluster with numbers of its own: tracks as rows, plots as columns, pairs row by row.
///
/// Plots that only one track may own are *private*: they rival nobody, so they are folded into their track's
/// chance of owning none of the shared plots (`fold`), and only shared plots become columns for the solvers.
/// Weights are scaled by the prices of the best assignment ([BestJoint]): each is at most 1 and the best
/// assignment weighs exactly 1, so nothing overflows or is lost however large the gains are.
final class Part {
    static final int NONE = -1;

    int rows;
    int columns;
    int pairs;
    /// Columns below this are shared, those from here on are private.
    int shared;

    int[] trackOf = new int[16];
    int[] plotOf = new int[32];
    int[] rowStart = new int[17];
    int[] rowOf = new int[32];
    int[] columnOf = new int[32];
    int[] source = new int[32];
    double[] gain = new double[32];
    double[] weight = new double[32];
    /// Scaled weight of owning no plot at all, and of owning no shared plot.
    double[] miss = new double[16];
    double[] fold = new double[16];
    double[] alone = new double[32];

    /// The solvers' results: by pair (shared ones only), by row (no shared plot), by column (shared ones only).
    double[] pairShare = new double[32];
    double[] noneShare = new double[16];
    double[] aloneShare = new double[32];

    private int[] localOf = new int[64];
    private int[] rivals = new int[64];

    /// Counts for each plot of a look how many tracks may own it.
    void open(Gains gains) {
        if (rivals.length < gains.plots()) {
            rivals = new int[Math.max(gains.plots(), 2 * rivals.length)];
            localOf = new int[rivals.length];
        }
        Arrays.fill(rivals, 0, gains.plots(), 0);
        Arrays.fill(localOf, 0, gains.plots(), NONE);
        int[] plot = gains.plotOf();
        for (int k = 0; k < gains.pairs(); k++) {
            rivals[plot[k]]++;
        }
    }

    void load(Gains gains, int[] tracks, int from, int to) {
        rows = 0;
        columns = 0;
        pairs = 0;
        room(gains, tracks, from, to);
        for (int i = from; i < to; i++) {
            number(gains, tracks[i], true);
        }
        shared = columns;
        for (int i = from; i < to; i++) {
            number(gains, tracks[i], false);
        }
        for (int i = from; i < to; i++) {
            addRow(gains, tracks[i]);
        }
    }

    private void room(Gains gains, int[] tracks, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += gains.from(tracks[i] + 1) - gains.from(tracks[i]);
        }
        if (trackOf.length < to - from) {
            growRows(2 * (to - from));
        }
        if (rowOf.length < count) {
            growPairs(2 * count);
        }
    }

    private void growRows(int size) {
        trackOf = new int[size];
        rowStart = new int[size + 1];
        miss = new double[size];
        fold = new double[size];
        noneShare = new double[size];
    }

    // There are never more columns than pairs.
    private void growPairs(int size) {
        rowOf = new int[size];
        columnOf = new int[size];
        source = new int[size];
        gain = new double[size];
        weight = new double[size];
        pairShare = new double[size];
        plotOf = new int[size];
        alone = new double[size];
        aloneShare = new double[size];
    }

    private void number(Gains gains, int track, boolean wantShared) {
        for (int k = gains.from(track); k < gains.from(track + 1); k++) {
            int plot = gains.plotOf()[k];
            if (localOf[plot] == NONE && rivals[plot] > 1 == wantShared) {
                localOf[plot] = columns;
                plotOf[columns++] = plot;
            }
        }
    }

    private void addRow(Gains gains, int track) {
        rowStart[rows] = pairs;
        for (int k = gains.from(track); k < gains.from(track + 1); k++) {
            rowOf[pairs] = rows;
            columnOf[pairs] = localOf[gains.plotOf()[k]];
            source[pairs] = k;
            gain[pairs++] = gains.gain()[k];
        }
        trackOf[rows++] = track;
        rowStart[rows] = pairs;
    }

    /// Hands the solvers' results over, private plots unfolded.
    void unload(Shares out) {
        for (int j = 0; j < shared; j++) {
            out.alone()[plotOf[j]] = aloneShare[j];
        }
        for (int i = 0; i < rows; i++) {
            double rest = noneShare[i] / fold[i];
            out.missed()[trackOf[i]] = miss[i] * rest;
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                boolean isShared = columnOf[k] < shared;
                double share = isShared ? pairShare[k] : weight[k] * rest;
                out.share()[source[k]] = share;
                if (!isShared) {
                    out.alone()[plotOf[columnOf[k]]] = Math.max(0, 1 - share);
                }
            }
        }
    }
}
