package vedette.core.track;

import java.util.Arrays;
import vedette.core.estimate.Associator;

/// The gated pairs of a round, as they are found.
final class Pairs {
    private int[] trackOf = new int[64];
    private int[] plotOf = new int[64];
    private double[] gain = new double[64];
    private int size;

    void add(int track, int plot, double value) {
        if (size == trackOf.length) {
            trackOf = Arrays.copyOf(trackOf, 2 * size);
            plotOf = Arrays.copyOf(plotOf, 2 * size);
            gain = Arrays.copyOf(gain, 2 * size);
        }
        trackOf[size] = track;
        plotOf[size] = plot;
        gain[size++] = value;
    }

    Associator.Gains gains(int tracks, int plots) {
        return new Associator.Gains(tracks, plots, size, trackOf, plotOf, gain);
    }
}
