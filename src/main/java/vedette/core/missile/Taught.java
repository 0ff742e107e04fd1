package vedette.core.missile;

/// What echoes that are no longer kept have told of a fall: the normal equations of all of them, priors included.
///
/// Its parameters are those of [Drop], at the same epoch. Where these echoes are many the fall is known so well that
/// the equations hold for whatever later echoes make of it (Bar-Shalom, Li and Kirubarajan 2001, §3.5: the least
/// squares of all is that of the old ones' answer and the new ones).
///
/// @param slots whose constant errors
/// @param at where the problem was linearised
/// @param matrix the normal equations' matrix there, lower triangle of n·n
/// @param right their right side
/// @param misfit sum of squared residuals over their sigma at `at`, priors included
/// @param looks how many echoes
/// @param rows numbers measured
record Taught(Slots slots, Numbers at, Numbers matrix, Numbers right, double misfit, int looks, int rows) {
    static final Taught NOTHING = new Taught(Slots.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, 0, 0, 0);

    boolean anything() {
        return looks > 0;
    }

    /// An element of the matrix, from either triangle.
    double element(int i, int j) {
        return matrix.at(Math.max(i, j) * at.count() + Math.min(i, j));
    }

    /// The same told of the state at another moment.
    ///
    /// @param there the parameters at that moment
    /// @param back derivatives of the state at the old epoch by the nine flight parameters there, 6·9
    Taught moved(Numbers there, double[] back) {
        int n = at.count();
        double[] half = new double[n * n];
        double[] all = new double[n * n];
        double[] pull = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                half[i * n + j] = along(i, j, back);
            }
            for (int i = 0; i < 6 && j < Drop.FLIGHT; i++) {
                pull[j] += right.at(i) * back[i * Drop.FLIGHT + j];
            }
            pull[j] += j < 6 ? 0 : right.at(j);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i < 6 ? 0 : half[i * n + j];
                for (int k = 0; k < 6 && i < Drop.FLIGHT; k++) {
                    sum += back[k * Drop.FLIGHT + i] * half[k * n + j];
                }
                all[i * n + j] = sum;
            }
        }
        return new Taught(slots, there, new Numbers(all), new Numbers(pull), misfit, looks, rows);
    }

    // Row i of the matrix times column j of the change of parameters: the old state by the new flight, all else as is.
    private double along(int i, int j, double[] back) {
        double sum = j < 6 ? 0 : element(i, j);
        for (int k = 0; k < 6 && j < Drop.FLIGHT; k++) {
            sum += element(i, k) * back[k * Drop.FLIGHT + j];
        }
        return sum;
    }
}
