package vedette.math;

import static vedette.math.Require.require;

import java.util.Arrays;

/// The cheapest way to give every row a column of its own.
///
/// Shortest augmenting paths with dual prices (Jonker and Volgenant 1987, in the rectangular form of Crouse, "On
/// implementing 2D rectangular assignment algorithms", IEEE TAES 52(4), 2016): rows enter one by one, each along the
/// cheapest path that frees a column. Exact, O(rows² · columns). Ties fall to the lower column. One object may solve
/// many
/// problems, one after the other; its workspace is reused.
public final class Assignment {
    private static final int NONE = -1;

    private double[] rowPrice = {};
    private double[] columnPrice = {};
    private double[] pathCost = {};
    private int[] cameFrom = {};
    private int[] columnOfRow = {};
    private int[] rowOfColumn = {};
    private boolean[] rowSeen = {};
    private boolean[] columnSeen = {};

    /// Solves one problem.
    ///
    /// @param cost rows · columns finite numbers, row by row
    /// @param rows how many rows, 0 or more, at most `columns`
    /// @param columns how many columns
    /// @return the column of each row, in a new array
    public int[] cheapest(double[] cost, int rows, int columns) {
        require(rows <= columns, "%s rows for %s columns", rows, columns);
        prepare(rows, columns);
        for (int row = 0; row < rows; row++) {
            augment(cost, row, columns);
        }
        return Arrays.copyOf(columnOfRow, rows);
    }

    private void prepare(int rows, int columns) {
        if (columnPrice.length < columns) {
            allocate(columns);
        }
        Arrays.fill(rowPrice, 0, rows, 0);
        Arrays.fill(columnPrice, 0, columns, 0);
        Arrays.fill(columnOfRow, 0, rows, NONE);
        Arrays.fill(rowOfColumn, 0, columns, NONE);
    }

    private void allocate(int columns) {
        int room = Math.max(16, Integer.highestOneBit(columns) * 2);
        rowPrice = new double[room];
        columnPrice = new double[room];
        pathCost = new double[room];
        cameFrom = new int[room];
        columnOfRow = new int[room];
        rowOfColumn = new int[room];
        rowSeen = new boolean[room];
        columnSeen = new boolean[room];
    }

    private void augment(double[] cost, int start, int columns) {
        Arrays.fill(pathCost, 0, columns, Double.POSITIVE_INFINITY);
        Arrays.fill(rowSeen, 0, rowPrice.length, false);
        Arrays.fill(columnSeen, 0, columns, false);
        int row = start;
        int sink = NONE;
        double reached = 0;
        while (sink == NONE) {
            rowSeen[row] = true;
            relax(cost, row, columns, reached);
            int column = nearest(columns);
            reached = pathCost[column];
            columnSeen[column] = true;
            if (rowOfColumn[column] == NONE) {
                sink = column;
            } else {
                row = rowOfColumn[column];
            }
        }
        reprice(start, columns, reached);
        flip(start, sink);
    }

    private void relax(double[] cost, int row, int columns, double reached) {
        double base = reached - rowPrice[row];
        int offset = row * columns;
        for (int column = 0; column < columns; column++) {
            double through = base + cost[offset + column] - columnPrice[column];
            if (!columnSeen[column] && through < pathCost[column]) {
                pathCost[column] = through;
                cameFrom[column] = row;
            }
        }
    }

    // A free column wins a tie, which ends the path at once.
    private int nearest(int columns) {
        int best = NONE;
        double lowest = Double.POSITIVE_INFINITY;
        for (int column = 0; column < columns; column++) {
            if (columnSeen[column]) {
                continue;
            }
            double price = pathCost[column];
            if (price < lowest || (price == lowest && rowOfColumn[column] == NONE && rowOfColumn[best] != NONE)) {
                lowest = price;
                best = column;
            }
        }
        require(best != NONE, "a cost is not finite");
        return best;
    }

    private void reprice(int start, int columns, double reached) {
        rowPrice[start] += reached;
        for (int column = 0; column < columns; column++) {
            if (!columnSeen[column]) {
                continue;
            }
            double spare = reached - pathCost[column];
            columnPrice[column] -= spare;
            if (rowOfColumn[column] != NONE) {
                rowPrice[rowOfColumn[column]] += spare;
            }
        }
    }

    private void flip(int start, int sink) {
        int column = sink;
        while (true) {
            int row = cameFrom[column];
            rowOfColumn[column] = row;
            int before = columnOfRow[row];
            columnOfRow[row] = column;
            if (row == start) {
                return;
            }
            column = before;
        }
    }
}
