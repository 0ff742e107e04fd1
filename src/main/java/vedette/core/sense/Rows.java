package vedette.core.sense;

import java.util.Arrays;

/// Scalar observations of one state, linearised at it: what filters take in, one row each.
///
/// A workspace: rewritten for every state. Errors of different rows are independent. A row depends on position
/// and velocity only.
public final class Rows {
    /// More rows than any measurement has.
    public static final int MOST = 8;

    /// Numbers that a row depends on: position (3) and velocity (3), Earth-fixed.
    public static final int WIDTH = 6;

    /// How many rows there are.
    public int count;

    /// Measured less expected.
    public final double[] innovation = new double[MOST];

    /// Variance of the measurement.
    public final double[] variance = new double[MOST];

    /// Whether the row depends on position only: its derivatives by velocity are nothing.
    public final boolean[] still = new boolean[MOST];

    /// Derivatives, row by row.
    public final double[] h = new double[MOST * WIDTH];

    /// No rows.
    public void clear() {
        count = 0;
    }

    /// Drops all rows but one.
    ///
    /// @param row which to keep; none is kept when there is no such row
    public void keepOnly(int row) {
        if (row >= count) {
            count = 0;
            return;
        }
        innovation[0] = innovation[row];
        variance[0] = variance[row];
        still[0] = still[row];
        System.arraycopy(h, row * WIDTH, h, 0, WIDTH);
        count = 1;
    }

    /// Adds a row whose derivatives are all nothing yet.
    ///
    /// @return where its derivatives begin in `h`
    public int add(double innovationValue, double varianceValue) {
        innovation[count] = innovationValue;
        variance[count] = varianceValue;
        still[count] = false;
        int at = count * WIDTH;
        Arrays.fill(h, at, at + WIDTH, 0);
        count++;
        return at;
    }
}
