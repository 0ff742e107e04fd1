package vedette.core.estimate.associate;

import java.util.Arrays;
import vedette.math.Exact;

/// The best joint assignment of a cluster, its prices, and the weights scaled by them.
///
/// Sparse shortest augmenting paths (Jonker and Volgenant 1987): rows enter one by one, each along the path that
/// loses least and ends in a free column or in a row that goes without. Only what the search touches costs time,
/// so large loose clusters stay near linear. The prices solve the dual problem: with u ≤ 0 by row and v ≤ 0 by
/// column every pair has gain + u + v ≤ 0, with equality on the chosen ones, and whoever is left out has price 0.
/// Ties go to the lower number.
final class BestJoint {
    private static final int NONE = Part.NONE;

    /// The pair of each row, or −1.
    int[] pairOfRow = new int[16];

    private int[] pairOfColumn = new int[32];
    private double[] rowPrice = new double[16];
    private double[] columnPrice = new double[32];
    private double[] reachedAt = new double[16];
    private double[] distance = new double[32];
    private int[] via = new int[32];
    private boolean[] done = new boolean[32];
    private int[] touched = new int[32];
    private int touchedSize;
    private int[] scanned = new int[16];
    private int scannedSize;
    private double reached;
    private int lastRow;
    private int sink;

    /// Solves a cluster and fills its scaled weights.
    void solve(Part part) {
        assign(part);
        scale(part);
    }

    /// Solves a cluster.
    void assign(Part part) {
        room(part);
        for (int row = 0; row < part.rows; row++) {
            augment(part, row);
        }
    }

    private void room(Part part) {
        if (pairOfRow.length < part.rows) {
            int size = 2 * part.rows;
            pairOfRow = new int[size];
            rowPrice = new double[size];
            reachedAt = new double[size];
            scanned = new int[size];
        }
        if (pairOfColumn.length < part.columns) {
            int size = 2 * part.columns;
            pairOfColumn = new int[size];
            columnPrice = new double[size];
            distance = new double[size];
            via = new int[size];
            done = new boolean[size];
            touched = new int[size];
        }
        Arrays.fill(pairOfRow, 0, part.rows, NONE);
        Arrays.fill(pairOfColumn, 0, part.columns, NONE);
        Arrays.fill(columnPrice, 0, part.columns, 0);
        Arrays.fill(distance, 0, part.columns, Double.POSITIVE_INFINITY);
        Arrays.fill(done, 0, part.columns, false);
    }

    private void augment(Part part, int start) {
        rowPrice[start] = entryPrice(part, start);
        search(part, start);
        reprice();
        if (sink == NONE) {
            leaveOut(part, start);
        } else {
            flip(part, sink, start);
        }
        for (int t = 0; t < touchedSize; t++) {
            distance[touched[t]] = Double.POSITIVE_INFINITY;
            done[touched[t]] = false;
        }
    }

    private double entryPrice(Part part, int row) {
        double price = 0;
        for (int k = part.rowStart[row]; k < part.rowStart[row + 1]; k++) {
            price = Math.min(price, -part.gain[k] - columnPrice[part.columnOf[k]]);
        }
        return price;
    }

    // Dijkstra from the entering row; `lastRow` is where the cheapest way to leave a row out was seen.
    private void search(Part part, int start) {
        touchedSize = 0;
        scannedSize = 0;
        reached = 0;
        double leastOut = Double.POSITIVE_INFINITY;
        int row = start;
        while (true) {
            scanned[scannedSize++] = row;
            reachedAt[row] = reached;
            if (reached - rowPrice[row] < leastOut) {
                leastOut = reached - rowPrice[row];
                lastRow = row;
            }
            relax(part, row);
            sink = nearest();
            if (sink == NONE || leastOut <= distance[sink]) {
                reached = leastOut;
                sink = NONE;
                return;
            }
            reached = distance[sink];
            if (pairOfColumn[sink] == NONE) {
                return;
            }
            done[sink] = true;
            row = part.rowOf[pairOfColumn[sink]];
        }
    }

    private void relax(Part part, int row) {
        double from = reached - rowPrice[row];
        for (int k = part.rowStart[row]; k < part.rowStart[row + 1]; k++) {
            int column = part.columnOf[k];
            double through = from - part.gain[k] - columnPrice[column];
            if (!done[column] && through < distance[column]) {
                if (distance[column] == Double.POSITIVE_INFINITY) {
                    touched[touchedSize++] = column;
                }
                distance[column] = through;
                via[column] = k;
            }
        }
    }

    private int nearest() {
        int best = NONE;
        for (int t = 0; t < touchedSize; t++) {
            int column = touched[t];
            if (!done[column] && (best == NONE || nearer(column, best))) {
                best = column;
            }
        }
        return best;
    }

    private boolean nearer(int column, int best) {
        return distance[column] < distance[best] || (distance[column] == distance[best] && column < best);
    }

    private void reprice() {
        for (int s = 0; s < scannedSize; s++) {
            int row = scanned[s];
            rowPrice[row] += reached - reachedAt[row];
        }
        for (int t = 0; t < touchedSize; t++) {
            int column = touched[t];
            if (done[column]) {
                columnPrice[column] -= reached - distance[column];
            }
        }
    }

    private void leaveOut(Part part, int start) {
        int pair = pairOfRow[lastRow];
        pairOfRow[lastRow] = NONE;
        if (lastRow != start) {
            flip(part, part.columnOf[pair], start);
        }
    }

    private void flip(Part part, int end, int start) {
        int column = end;
        while (true) {
            int pair = via[column];
            int row = part.rowOf[pair];
            int before = pairOfRow[row];
            pairOfRow[row] = pair;
            pairOfColumn[column] = pair;
            if (row == start) {
                return;
            }
            column = part.columnOf[before];
        }
    }

    // Rounding may leave a price of 1e-16 where 0 is meant; min keeps every weight at most 1.
    private void scale(Part part) {
        for (int j = 0; j < part.columns; j++) {
            part.alone[j] = Exact.exp(Math.min(0, columnPrice[j]));
        }
        for (int i = 0; i < part.rows; i++) {
            part.miss[i] = Exact.exp(Math.min(0, rowPrice[i]));
            double fold = part.miss[i];
            for (int k = part.rowStart[i]; k < part.rowStart[i + 1]; k++) {
                int column = part.columnOf[k];
                part.weight[k] = Exact.exp(Math.min(0, part.gain[k] + rowPrice[i] + columnPrice[column]));
                fold += column < part.shared ? 0 : part.weight[k];
            }
            part.fold[i] = Math.max(fold, Double.MIN_NORMAL);
        }
    }
}
