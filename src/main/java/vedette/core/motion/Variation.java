package vedette.core.motion;

import java.util.Arrays;
import vedette.math.Kernel;

/// How a falling body's state depends on its start and on the air: the variational equations S' = A S + B,
/// stepped with the partial derivatives that the state's own step left at its slopes.
///
/// S is 6×9, row by row: the state by the six numbers of the start, ln β, wind east, wind north.
final class Variation {
    static final int COLUMNS = 9;
    private static final int HALF = 3 * COLUMNS;

    /// The live matrix.
    final double[] s = new double[2 * HALF];

    private final double[][] slope;
    private final double[][] partial;
    private final double[] trial = new double[2 * HALF];

    Variation(int slopes) {
        slope = new double[slopes][2 * HALF];
        partial = new double[slopes][27];
    }

    void start() {
        Arrays.fill(s, 0);
        for (int i = 0; i < 6; i++) {
            s[i * COLUMNS + i] = 1;
        }
    }

    /// Keeps the partial derivatives at one slope of the step.
    void keep(int at, FallForces forces) {
        System.arraycopy(forces.byPlace, 0, partial[at], 0, 9);
        System.arraycopy(forces.byVelocity, 0, partial[at], 9, 9);
        System.arraycopy(forces.byAir, 0, partial[at], 18, 9);
    }

    /// The last slope of a step is the first of the next.
    void carry(int from) {
        System.arraycopy(partial[from], 0, partial[0], 0, 27);
    }

    void advance(Tableau tableau, double h) {
        int last = tableau.rows.length - 1;
        for (int i = 0; i < last; i++) {
            System.arraycopy(s, 0, trial, 0, s.length);
            sum(tableau.rows[i], h, trial);
            slopes(partial[i], trial, slope[i]);
        }
        sum(tableau.rows[last], h, s);
    }

    private void sum(double[] weights, double h, double[] into) {
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                add(weights[j] * h, slope[j], into);
            }
        }
    }

    @Kernel
    static void add(double weight, double[] from, double[] into) {
        for (int m = 0; m < 2 * HALF; m++) {
            into[m] += weight * from[m];
        }
    }

    @Kernel
    static void slopes(double[] a, double[] at, double[] out) {
        System.arraycopy(at, HALF, out, 0, HALF);
        for (int row = 0; row < 3; row++) {
            double x = a[row * 3];
            double y = a[row * 3 + 1];
            double z = a[row * 3 + 2];
            double u = a[row * 3 + 9];
            double v = a[row * 3 + 10];
            double w = a[row * 3 + 11];
            int to = HALF + row * COLUMNS;
            for (int c = 0; c < COLUMNS; c++) {
                out[to + c] = x * at[c]
                        + y * at[c + COLUMNS]
                        + z * at[c + 2 * COLUMNS]
                        + u * at[c + HALF]
                        + v * at[c + HALF + COLUMNS]
                        + w * at[c + HALF + 2 * COLUMNS];
            }
            out[to + 6] += a[row * 3 + 18];
            out[to + 7] += a[row * 3 + 19];
            out[to + 8] += a[row * 3 + 20];
        }
    }
}
