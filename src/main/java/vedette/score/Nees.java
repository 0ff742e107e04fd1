package vedette.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.math.ChiSquare;
import vedette.math.Cholesky;
import vedette.math.Exact;

/// Whether the tracks know how wrong they are: the normalised estimation error squared.
///
/// eᵀ P⁻¹ e over the paired tracks that carry a covariance; for honest ones it is chi-square with as many degrees
/// of freedom as dimensions (Bar-Shalom 2001, eq. 5.4.2-5).
final class Nees {
    private final StateTable truth;
    private final StateTable tracks;

    Nees(StateTable truth, StateTable tracks) {
        this.truth = truth;
        this.tracks = tracks;
    }

    /// The errors of each epoch.
    ///
    /// @param dimension 2 or 3
    /// @param values one list for each epoch, in the order of the pairs; empty where no track carries a covariance
    record Errors(int dimension, List<double[]> values) {
        Figure figure() {
            double[] all =
                    values.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            return all.length == 0 ? new Figure.Absent() : sheet(all, dimension);
        }

        Course.Honesty at(int epoch) {
            double[] now = values.get(epoch);
            return now.length == 0
                    ? Course.Honesty.NONE
                    : new Course.Honesty(now.length, anees(now, dimension), inside(now, dimension));
        }
    }

    private record Sample(int truthRow, int trackRow, double[] covariance) {}

    /// @param pairs of each epoch
    /// @param dimension 3 asks for errors in space, given where every covariance is one in space
    Errors errors(List<Pairing> pairs, int dimension) {
        if (tracks.rows.isEmpty() || tracks.rows.getFirst().covarianceM2().length == 0) {
            return new Errors(2, pairs.stream().map(_ -> new double[0]).toList());
        }
        List<List<Sample>> all = pairs.stream().map(this::samples).toList();
        boolean any = all.stream().anyMatch(epoch -> !epoch.isEmpty());
        boolean solid = any && all.stream().flatMap(List::stream).allMatch(s -> finite(s.covariance, 3, 6));
        int n = dimension == 3 && solid ? 3 : 2;
        return new Errors(n, all.stream().map(epoch -> values(epoch, n)).toList());
    }

    private double[] values(List<Sample> epoch, int n) {
        return epoch.stream()
                .filter(s -> finite(s.covariance, 0, 3))
                .mapToDouble(s -> value(s, n))
                .toArray();
    }

    private static Sheet sheet(double[] sorted, int n) {
        double median = Mean.quantile(sorted, 0.5).orElse(Double.NaN);
        return new Sheet.Draft()
                .real("anees", anees(sorted, n))
                .count("dimension", n)
                .count("samples", sorted.length)
                .real("inside_95", inside(sorted, n))
                .real("median_ratio", median / ChiSquare.quantile(0.5, n))
                .sheet();
    }

    private static double anees(double[] values, int n) {
        return Arrays.stream(values).sum() / values.length / n;
    }

    private static double inside(double[] values, int n) {
        double limit = ChiSquare.quantile(0.95, n);
        return Arrays.stream(values).filter(v -> v < limit).count() / (double) values.length;
    }

    private List<Sample> samples(Pairing epoch) {
        List<Sample> samples = new ArrayList<>(epoch.size());
        for (int k = 0; k < epoch.size(); k++) {
            int row = epoch.right()[k];
            samples.add(new Sample(epoch.left()[k], row, tracks.rows.get(row).covarianceM2()));
        }
        return samples;
    }

    private static boolean finite(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    // L⁻¹ e of the factor P = L Lᵀ, squared.
    private double value(Sample sample, int n) {
        double[] e = error(sample);
        double[] p = sample.covariance;
        double[] full = {p[0], p[1], p[3], p[1], p[2], p[4], p[3], p[4], p[5]};
        double[] l = n == 3 ? full : new double[] {p[0], p[1], p[1], p[2]};
        if (!Cholesky.factor(l, 0, n)) {
            return Double.POSITIVE_INFINITY;
        }
        Cholesky.forward(l, n, e);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += e[i] * e[i];
        }
        return sum;
    }

    // Truth less track in the north, east and down axes at the track.
    private double[] error(Sample sample) {
        ScoredState track = tracks.rows.get(sample.trackRow);
        double lat = Math.toRadians(track.latDeg());
        double lon = Math.toRadians(track.lonDeg());
        double sinLat = Exact.sin(lat);
        double cosLat = Exact.cos(lat);
        double sinLon = Exact.sin(lon);
        double cosLon = Exact.cos(lon);
        double x = truth.xyzM[3 * sample.truthRow] - tracks.xyzM[3 * sample.trackRow];
        double y = truth.xyzM[3 * sample.truthRow + 1] - tracks.xyzM[3 * sample.trackRow + 1];
        double z = truth.xyzM[3 * sample.truthRow + 2] - tracks.xyzM[3 * sample.trackRow + 2];
        return new double[] {
            -sinLat * cosLon * x - sinLat * sinLon * y + cosLat * z,
            -sinLon * x + cosLon * y,
            -(cosLat * cosLon * x + cosLat * sinLon * y + sinLat * z)
        };
    }
}
