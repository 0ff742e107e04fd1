package vedette.math;

import static vedette.math.Require.require;

import java.util.Arrays;

/// A symmetric matrix, as covariances are: only the lower triangle is kept, row by row.
///
/// @param n rows and columns, 0 or more
/// @param packed n(n+1)/2 numbers: (0,0), (1,0), (1,1), (2,0), …; copied in and out
public record SymMatrix(int n, double[] packed) {
    /// Copies the triangle.
    public SymMatrix {
        if (n < 0 || packed.length != n * (n + 1) / 2) {
            require(false, "%s rows and %s numbers", n, packed.length);
        }
        packed = packed.clone();
    }

    /// A diagonal matrix.
    ///
    /// @param diagonal its diagonal
    public static SymMatrix diagonal(double... diagonal) {
        double[] packed = new double[diagonal.length * (diagonal.length + 1) / 2];
        for (int i = 0; i < diagonal.length; i++) {
            packed[at(i, i)] = diagonal[i];
        }
        return new SymMatrix(diagonal.length, packed);
    }

    /// The lower triangle of a full matrix, row by row; the upper one is not read.
    ///
    /// @param n rows and columns
    /// @param full n·n numbers, row by row
    public static SymMatrix ofFull(int n, double[] full) {
        double[] packed = new double[n * (n + 1) / 2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                packed[at(i, j)] = full[i * n + j];
            }
        }
        return new SymMatrix(n, packed);
    }

    /// The element in row i and column j, both from 0.
    public double get(int i, int j) {
        return packed[i >= j ? at(i, j) : at(j, i)];
    }

    /// A copy of the lower triangle.
    @Override
    public double[] packed() {
        return packed.clone();
    }

    /// All n·n elements, row by row, in a new array.
    public double[] full() {
        double[] full = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                full[i * n + j] = get(i, j);
            }
        }
        return full;
    }

    /// The leading block of m rows and columns.
    ///
    /// @param m at most n
    public SymMatrix leading(int m) {
        return new SymMatrix(m, Arrays.copyOf(packed, m * (m + 1) / 2));
    }

    /// The sum of the diagonal.
    public double trace() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += packed[at(i, i)];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymMatrix that && n == that.n && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return 31 * n + Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "SymMatrix" + Arrays.toString(packed);
    }

    private static int at(int i, int j) {
        return i * (i + 1) / 2 + j;
    }
}
