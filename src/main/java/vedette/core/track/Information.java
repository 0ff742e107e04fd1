package vedette.core.track;

/// Arithmetic on a Gaussian in information form: Λ, lower triangle row by row, and η.
final class Information {
    private Information() {}

    /// One of the quantities may have changed: its variance grows, the mean stays (prediction in information form,
    /// Λ − Λe (1/q + eᵀΛe)⁻¹ eᵀΛ).
    ///
    /// @param lambda is changed
    /// @param eta is changed
    /// @param which of the quantities
    /// @param variance q, by which its variance grows
    static void loosened(double[] lambda, double[] eta, int which, double variance) {
        int n = eta.length;
        double[] row = new double[n];
        for (int j = 0; j < n; j++) {
            row[j] = lambda[at(Math.max(which, j), Math.min(which, j))];
        }
        double known = eta[which] / (1 / variance + row[which]);
        for (int i = 0; i < n; i++) {
            eta[i] -= row[i] * known;
            for (int j = 0; j <= i; j++) {
                lambda[at(i, j)] -= row[i] * row[j] / (1 / variance + row[which]);
            }
        }
    }

    /// Adds what residuals tell.
    ///
    /// @param lambda is changed
    /// @param eta is changed
    /// @param known the quantities as the residuals took them to be
    /// @param drift what the residuals tell
    /// @param rows of which of the quantities, and how much
    static void add(double[] lambda, double[] eta, double[] known, Drift drift, double[][] rows) {
        int n = known.length;
        int few = rows.length;
        for (int k = 0; k < few; k++) {
            double sum = drift.vector()[k];
            double[] onto = new double[n];
            for (int l = 0; l < few; l++) {
                double part = drift.information()[at(Math.max(k, l), Math.min(k, l))];
                for (int i = 0; i < n; i++) {
                    onto[i] += part * rows[l][i];
                }
            }
            for (int i = 0; i < n; i++) {
                sum += onto[i] * known[i];
            }
            for (int i = 0; i < n; i++) {
                eta[i] += SHARE * rows[k][i] * sum;
                for (int j = 0; j <= i; j++) {
                    lambda[at(i, j)] += SHARE * rows[k][i] * onto[j];
                }
            }
        }
    }

    /// Tracks give way to a sensor that measures otherwise, so that its residuals lag behind: they count for so much.
    private static final double SHARE = 0.5;

    static int at(int row, int column) {
        return row * (row + 1) / 2 + column;
    }
}
