package vedette.math;

import static vedette.math.Require.require;

import java.util.Arrays;

/// Who goes with whom, so that the gains of all pairs add up to the most; anyone may stay alone.
///
/// Pairs that are not named gain nothing, so the problem falls apart into the connected parts of the graph of named
/// pairs;
/// each part is solved exactly ([Assignment]). Cost is linear in the pairs while the parts stay small.
public final class Matching {
    private static final int NONE = -1;

    private final int rows;
    private final int columns;
    private int[] pairRow = new int[16];
    private int[] pairColumn = new int[16];
    private double[] pairGain = new double[16];
    private int size;
    private final int[] matchedRows;
    private int orderSize;
    private final Assignment assignment = new Assignment();

    /// A graph without pairs.
    ///
    /// @param rows how many on the one side
    /// @param columns how many on the other
    public Matching(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.matchedRows = new int[rows];
    }

    /// Names a possible pair.
    ///
    /// @param row 0 or more, below `rows`
    /// @param column 0 or more, below `columns`
    /// @param gain finite; pairs that gain nothing (0 or less) are left out
    public void add(int row, int column, double gain) {
        require(row >= 0 && row < rows && column >= 0 && column < columns, "pair %s, %s", row, column);
        require(Double.isFinite(gain), "gain %s", gain);
        if (gain <= 0) {
            return;
        }
        if (size == pairRow.length) {
            pairRow = Arrays.copyOf(pairRow, 2 * size);
            pairColumn = Arrays.copyOf(pairColumn, 2 * size);
            pairGain = Arrays.copyOf(pairGain, 2 * size);
        }
        pairRow[size] = row;
        pairColumn[size] = column;
        pairGain[size++] = gain;
    }

    /// The matching of the greatest gain.
    ///
    /// @return for each row its column, or −1
    public int[] best() {
        int[] partner = new int[rows];
        Arrays.fill(partner, NONE);
        int[] part = parts();
        int[] order = byPart(part);
        orderSize = 0;
        for (int from = 0, to; from < size; from = to) {
            to = end(order, part, from);
            if (to - from == 1) {
                match(partner, pairRow[order[from]], pairColumn[order[from]]);
            }
        }
        for (int from = 0, to; from < size; from = to) {
            to = end(order, part, from);
            if (to - from > 1) {
                solve(Arrays.copyOfRange(order, from, to), partner);
            }
        }
        return partner;
    }

    /// The matched rows in the order in which [#best()] found them: pairs without rivals first, by row; then part by
    /// part, by
    /// the part's lowest row.
    public int[] matchedRows() {
        return Arrays.copyOf(matchedRows, orderSize);
    }

    private int end(int[] order, int[] part, int from) {
        int to = from + 1;
        while (to < size && part[pairRow[order[to]]] == part[pairRow[order[from]]]) {
            to++;
        }
        return to;
    }

    private void match(int[] partner, int row, int column) {
        partner[row] = column;
        matchedRows[orderSize++] = row;
    }

    // Union-find over rows, then columns; the root of each is the lowest member.
    private int[] parts() {
        int[] root = new int[rows + columns];
        Arrays.setAll(root, i -> i);
        for (int k = 0; k < size; k++) {
            int a = find(root, pairRow[k]);
            int b = find(root, rows + pairColumn[k]);
            root[Math.max(a, b)] = Math.min(a, b);
        }
        for (int i = 0; i < root.length; i++) {
            root[i] = find(root, i);
        }
        return root;
    }

    private static int find(int[] root, int of) {
        int at = of;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    // The pairs in the order of their parts, and as they were named within one (counting sort).
    private int[] byPart(int[] part) {
        int[] start = new int[rows + columns + 1];
        for (int k = 0; k < size; k++) {
            start[part[pairRow[k]] + 1]++;
        }
        for (int i = 0; i < rows + columns; i++) {
            start[i + 1] += start[i];
        }
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            order[start[part[pairRow[k]]]++] = k;
        }
        return order;
    }

    private void solve(int[] pairs, int[] partner) {
        int[] rowIds = distinct(pairs, pairRow);
        int[] columnIds = distinct(pairs, pairColumn);
        boolean turned = rowIds.length > columnIds.length;
        double[] gain = gains(pairs, rowIds, columnIds, turned);
        int small = turned ? columnIds.length : rowIds.length;
        int large = turned ? rowIds.length : columnIds.length;
        int[] chosen = assignment.cheapest(gain, small, large);
        for (int i = 0; i < small; i++) {
            if (gain[i * large + chosen[i]] < 0) {
                partner[rowIds[turned ? chosen[i] : i]] = columnIds[turned ? i : chosen[i]];
            }
        }
        for (int row : rowIds) {
            if (partner[row] != NONE) {
                match(partner, row, partner[row]);
            }
        }
    }

    // Costs are gains turned round; what was not named costs nothing.
    private double[] gains(int[] pairs, int[] rowIds, int[] columnIds, boolean turned) {
        double[] cost = new double[rowIds.length * columnIds.length];
        for (int k : pairs) {
            int i = Arrays.binarySearch(rowIds, pairRow[k]);
            int j = Arrays.binarySearch(columnIds, pairColumn[k]);
            int at = turned ? j * rowIds.length + i : i * columnIds.length + j;
            cost[at] = Math.min(cost[at], -pairGain[k]);
        }
        return cost;
    }

    private static int[] distinct(int[] pairs, int[] ids) {
        int[] sorted = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            sorted[i] = ids[pairs[i]];
        }
        Arrays.sort(sorted);
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
