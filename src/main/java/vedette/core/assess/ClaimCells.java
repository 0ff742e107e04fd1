package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.model.LatLon;

/// Where things say that they are, by cells: so that a plot is held against its neighbours only. Values do not change.
///
/// @param cells whoever is in a cell, by the cell's key
public record ClaimCells(LongMap<Cell> cells) {
    static final ClaimCells EMPTY = new ClaimCells(LongMap.empty());

    /// A cell is so high and about so wide, degrees: 5.6 km, more than anything is looked for.
    private static final double CELL_DEG = 0.05;

    private static final int ROWS = (int) Math.round(180 / CELL_DEG);
    private static final long ROW = 100_000;

    /// Who is in a cell.
    ///
    /// @param keys theirs
    public record Cell(List<Long> keys) {
        /// Copies the list.
        public Cell {
            keys = List.copyOf(keys);
        }
    }

    private static int row(LatLon place) {
        return Math.clamp((int) Math.floor((place.latDeg() + 90) / CELL_DEG), 0, ROWS - 1);
    }

    private static int columns(int row) {
        double middleRad = Math.toRadians((row + 0.5) * CELL_DEG - 90);
        return Math.max(1, (int) Math.floor(360 / CELL_DEG * Exact.cos(middleRad)));
    }

    private static int column(LatLon place, int row) {
        int columns = columns(row);
        return Math.floorMod((int) Math.floor((place.lonDeg() + 180) / 360 * columns), columns);
    }

    static long key(LatLon place) {
        int row = row(place);
        return row * ROW + column(place, row);
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /// With somebody who was in a cell, or nowhere, and now is at a place.
    ClaimCells moved(long key, @Nullable LatLon before, LatLon now) {
        LongMap<Cell> left = before == null || key(before) == key(now) ? cells : without(key, before).cells;
        @Nullable Cell cell = left.get(key(now));
        if (cell != null && cell.keys.contains(key)) {
            return this;
        }
        List<Long> keys = new ArrayList<>(cell == null ? List.of() : cell.keys);
        keys.add(key);
        return new ClaimCells(left.with(key(now), new Cell(keys)));
    }

    /// Without somebody who was last at a place.
    ClaimCells without(long key, LatLon place) {
        @Nullable Cell cell = cells.get(key(place));
        if (cell == null) {
            return this;
        }
        List<Long> keys = new ArrayList<>(cell.keys);
        keys.remove((Long) key);
        return new ClaimCells(keys.isEmpty() ? cells.without(key(place)) : cells.with(key(place), new Cell(keys)));
    }

    /// All in the cells around a place.
    void around(LatLon place, LongConsumer each) {
        int middle = row(place);
        for (int row = Math.max(0, middle - 1); row <= Math.min(ROWS - 1, middle + 1); row++) {
            int columns = columns(row);
            int column = column(place, row);
            for (int k = -1; k <= 1; k++) {
                @Nullable Cell cell = cells.get(row * ROW + Math.floorMod(column + k, columns));
                if (cell != null) {
                    cell.keys.forEach(each::accept);
                }
            }
        }
    }
}
