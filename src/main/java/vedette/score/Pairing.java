package vedette.score;

import vedette.math.Exact;
import vedette.math.Matching;
import vedette.math.PointGrid;

/// Which truths and tracks belong together: pairs nearer than the cutoff, those without rivals first.
///
/// @param left the number of each pair's truth
/// @param right the number of its track
/// @param distance how far apart they are, metres
record Pairing(int[] left, int[] right, double[] distance) {
    /// The pairs of the assignment that minimises GOSPA and OSPA alike.
    ///
    /// Both metrics are minimised by the matching that gains most of cᵖ − dᵖ, and no pair further than c gains
    /// anything, so only near pairs are looked at (Rahmathullah, García-Fernández, Svensson 2017, prop. 1).
    ///
    /// @param xyz coordinates of the truths, three for each
    /// @param others coordinates of the tracks
    /// @param cutoff c
    /// @param power p
    static Pairing best(double[] xyz, double[] others, double cutoff, double power) {
        int rows = xyz.length / 3;
        int columns = others.length / 3;
        Matching matching = new Matching(rows, columns);
        PointGrid grid = new PointGrid(others, cutoff);
        double most = Exact.pow(cutoff, power);
        for (int i = 0; i < rows; i++) {
            int row = i;
            grid.near(
                    xyz[3 * i],
                    xyz[3 * i + 1],
                    xyz[3 * i + 2],
                    cutoff,
                    (column, squared) -> matching.add(
                            row, column, most - Exact.pow(StateTable.distance(xyz, row, others, column), power)));
        }
        return of(matching, xyz, others);
    }

    /// How many pairs.
    int size() {
        return left.length;
    }

    /// The same pairs under the numbers their members have elsewhere.
    Pairing renumbered(int[] leftNumbers, int[] rightNumbers) {
        int[] newLeft = new int[size()];
        int[] newRight = new int[size()];
        for (int k = 0; k < size(); k++) {
            newLeft[k] = leftNumbers[left[k]];
            newRight[k] = rightNumbers[right[k]];
        }
        return new Pairing(newLeft, newRight, distance);
    }

    /// Σ dᵖ.
    double sum(double power) {
        double sum = 0;
        for (double d : distance) {
            sum += Exact.pow(d, power);
        }
        return sum;
    }

    private static Pairing of(Matching matching, double[] xyz, double[] others) {
        int[] partner = matching.best();
        int[] left = matching.matchedRows();
        int[] right = new int[left.length];
        double[] distance = new double[left.length];
        for (int k = 0; k < left.length; k++) {
            right[k] = partner[left[k]];
            distance[k] = StateTable.distance(xyz, left[k], others, right[k]);
        }
        return new Pairing(left, right, distance);
    }
}
