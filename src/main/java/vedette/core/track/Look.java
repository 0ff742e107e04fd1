package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.core.estimate.associate.Gains;
import vedette.core.estimate.associate.Shares;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;

/// The bench of a round: the plots that wait, by azimuth, and the pairs of plots and gates. Rewritten for each sector.
final class Look {
    int plots;
    RadarPlot[] plot = new RadarPlot[64];
    long[] heldKey = new long[64];
    double[] azimuth = new double[64];
    double[] range = new double[64];

    /// How many due tracks have the plot in their gate; how many tracks at all.
    int[] dueClaims = new int[64];
    int[] claims = new int[64];

    boolean[] taken = new boolean[64];
    boolean[] used = new boolean[64];

    int pairs;
    int[] pairPlot = new int[64];
    final List<Prospect> prospects = new ArrayList<>();
    final Gains gains = new Gains();
    final Shares shares = new Shares();
    final Agenda.Entries entries = new Agenda.Entries();

    void gather(LongMap<RadarPlot> held) {
        plots = 0;
        pairs = 0;
        prospects.clear();
        entries.clear();
        if (plot.length < held.size()) {
            grow(2 * held.size());
        }
        held.forEach(this::place);
        sort();
        Arrays.fill(dueClaims, 0, plots, 0);
        Arrays.fill(claims, 0, plots, 0);
        Arrays.fill(taken, 0, plots, false);
        Arrays.fill(used, 0, plots, false);
    }

    private void grow(int room) {
        plot = new RadarPlot[room];
        heldKey = new long[room];
        azimuth = new double[room];
        range = new double[room];
        dueClaims = new int[room];
        claims = new int[room];
        taken = new boolean[room];
        used = new boolean[room];
    }

    private void place(long key, RadarPlot newer) {
        plot[plots] = newer;
        heldKey[plots] = key;
        azimuth[plots] = newer.polar().azimuthRad();
        range[plots++] = newer.polar().rangeM();
    }

    // They come in the order of their azimuths, but for a few and where the turn begins anew: merging runs is linear.
    private void sort() {
        int k = 1;
        while (k < plots && azimuth[k - 1] <= azimuth[k]) {
            k++;
        }
        if (k >= plots) {
            return;
        }
        Integer[] order = new Integer[plots];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(azimuth[a], azimuth[b]));
        RadarPlot[] was = Arrays.copyOf(plot, plots);
        long[] keys = Arrays.copyOf(heldKey, plots);
        for (int i = 0; i < plots; i++) {
            RadarPlot next = was[order[i]];
            plot[i] = next;
            heldKey[i] = keys[order[i]];
            azimuth[i] = next.polar().azimuthRad();
            range[i] = next.polar().rangeM();
        }
    }

    /// The first plot at an azimuth or behind it, `plots` when there is none.
    int first(double azimuthRad) {
        int low = 0;
        int high = plots;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (azimuth[middle] < azimuthRad) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void pair(int p) {
        if (pairs == pairPlot.length) {
            pairPlot = Arrays.copyOf(pairPlot, 2 * pairs);
        }
        pairPlot[pairs++] = p;
    }
}
