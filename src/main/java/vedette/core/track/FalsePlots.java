package vedette.core.track;

import java.util.Arrays;

/// The plots of one sensor that a round found to be false, by the cells of its [ClutterMap]: a bench.
final class FalsePlots {
    private final double[] cells = new double[ClutterMap.AZIMUTHS * ClutterMap.RANGES];

    /// The columns that have some, one bit each.
    private int columns;

    void clear() {
        for (int left = columns; left != 0; left &= left - 1) {
            int from = Integer.numberOfTrailingZeros(left) * ClutterMap.RANGES;
            Arrays.fill(cells, from, from + ClutterMap.RANGES, 0);
        }
        columns = 0;
    }

    /// Adds plots that stood at a place.
    ///
    /// @param layout the sensor's cells
    /// @param count how many, each by how likely it was false
    void add(ClutterMap.Layout layout, double rangeM, double azimuthRad, double count) {
        int column = layout.azimuth(azimuthRad);
        cells[column * ClutterMap.RANGES + layout.range(rangeM)] += count;
        columns |= 1 << column;
    }

    int columns() {
        return columns;
    }

    double at(int column, int range) {
        return cells[column * ClutterMap.RANGES + range];
    }
}
