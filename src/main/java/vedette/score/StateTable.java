package vedette.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import vedette.math.Exact;

/// Rows of truth or tracks by column, with their epochs and Earth-fixed positions.
final class StateTable {
    private static final double SEMI_MAJOR_M = 6378137.0;
    private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;

    final List<ScoredState> rows;
    final int[] epoch;
    final double[] xyzM;
    final double[] velocityMps;

    /// Places the rows.
    ///
    /// @param rows in the file's order
    /// @param rules the epochs; in dimension 2 altitudes are taken as 0 and vertical speeds as 0
    StateTable(List<ScoredState> rows, ScoringRules rules) {
        this.rows = List.copyOf(rows);
        epoch = new int[rows.size()];
        xyzM = new double[3 * rows.size()];
        velocityMps = new double[3 * rows.size()];
        boolean flat = rules.dimension() == 2;
        for (int i = 0; i < epoch.length; i++) {
            ScoredState row = rows.get(i);
            epoch[i] = rules.epochs().of(row.timeS());
            place(i, row, flat || Double.isNaN(row.altM()) ? 0 : row.altM());
            velocityMps[3 * i] = row.northMps();
            velocityMps[3 * i + 1] = row.eastMps();
            velocityMps[3 * i + 2] = flat ? 0 : row.downMps();
        }
    }

    int size() {
        return epoch.length;
    }

    String id(int row) {
        return rows.get(row).id();
    }

    String kind(int row) {
        return rows.get(row).kind();
    }

    /// The rows of each epoch, in the file's order, of those that are kept.
    List<int[]> byEpoch(int count, IntPredicate kept) {
        List<List<Integer>> groups = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < epoch.length; i++) {
            if (epoch[i] >= 0 && kept.test(i)) {
                groups.get(epoch[i]).add(i);
            }
        }
        return groups.stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /// The coordinates of some rows, three for each.
    double[] positions(int[] which) {
        double[] xyz = new double[3 * which.length];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(xyzM, 3 * which[i], xyz, 3 * i, 3);
        }
        return xyz;
    }

    /// The distance between a row here and one there, metres (a chord through the Earth).
    double distanceM(int row, StateTable other, int otherRow) {
        return distance(xyzM, row, other.xyzM, otherRow);
    }

    /// The size of the difference of two velocities, each in its own axes, m/s; NaN when one is not known.
    double speedErrorMps(int row, StateTable other, int otherRow) {
        return distance(velocityMps, row, other.velocityMps, otherRow);
    }

    static double distance(double[] a, int i, double[] b, int j) {
        double dx = a[3 * i] - b[3 * j];
        double dy = a[3 * i + 1] - b[3 * j + 1];
        double dz = a[3 * i + 2] - b[3 * j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private void place(int i, ScoredState row, double altM) {
        double lat = Math.toRadians(row.latDeg());
        double lon = Math.toRadians(row.lonDeg());
        double sinLat = Exact.sin(lat);
        double cosLat = Exact.cos(lat);
        double n = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
        xyzM[3 * i] = (n + altM) * cosLat * Exact.cos(lon);
        xyzM[3 * i + 1] = (n + altM) * cosLat * Exact.sin(lon);
        xyzM[3 * i + 2] = (n * (1 - ECCENTRICITY_SQUARED) + altM) * sinLat;
    }
}
