package vedette.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.score.ScoredState;

/// Where one object truly was, between the rows of a benchmark's truth too: cubic Hermite in Earth-fixed axes, as the
/// generator's own paths are. Beyond a row without a neighbour the nearest cubic is followed for one step at most.
final class TruthPath {
    private final List<ScoredState> rows;
    private final double stepS;
    private final List<double[]> states = new ArrayList<>();

    private TruthPath(List<ScoredState> rows, double stepS) {
        this.rows = rows;
        this.stepS = stepS;
        rows.forEach(row -> states.add(earthFixed(row)));
    }

    /// The path of each object, in the order of the rows.
    static List<TruthPath> all(List<ScoredState> truth, double stepS) {
        Map<String, List<ScoredState>> byId = new LinkedHashMap<>();
        truth.forEach(
                row -> byId.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        return byId.values().stream().map(rows -> new TruthPath(rows, stepS)).toList();
    }

    String id() {
        return rows.getFirst().id();
    }

    /// The rows, in order of time.
    List<ScoredState> rows() {
        return rows;
    }

    private static double[] earthFixed(ScoredState row) {
        Geodetic place = new Geodetic(Math.toRadians(row.latDeg()), Math.toRadians(row.lonDeg()), row.altM());
        Ecef at = place.ecef();
        Ecef v = LocalFrame.at(place).axes(new Enu(row.eastMps(), row.northMps(), -row.downMps()));
        return new double[] {at.xM(), at.yM(), at.zM(), v.xM(), v.yM(), v.zM()};
    }

    /// Position and velocity at a time.
    ///
    /// @param out receives six numbers
    /// @return whether the object was there then
    boolean at(double timeS, double[] out) {
        int k = 0;
        while (k < rows.size() && rows.get(k).timeS() <= timeS) {
            k++;
        }
        // k is the first row after the time.
        if (joins(k - 1, k)) {
            cubic(k - 1, timeS, out);
        } else if (k > 0 && timeS - rows.get(k - 1).timeS() <= stepS) {
            beyond(k - 2, k - 1, timeS, out);
        } else if (k < rows.size() && rows.get(k).timeS() - timeS <= stepS) {
            beyond(k, k, timeS, out);
        } else {
            return false;
        }
        return true;
    }

    private boolean joins(int a, int b) {
        return a >= 0 && b < rows.size() && rows.get(b).timeS() - rows.get(a).timeS() < 1.5 * stepS;
    }

    private void beyond(int segment, int nearest, double timeS, double[] out) {
        if (joins(segment, segment + 1)) {
            cubic(segment, timeS, out);
            return;
        }
        double[] s = states.get(nearest);
        double dt = timeS - rows.get(nearest).timeS();
        for (int i = 0; i < 3; i++) {
            out[i] = s[i] + dt * s[3 + i];
            out[3 + i] = s[3 + i];
        }
    }

    private void cubic(int k, double timeS, double[] out) {
        double[] a = states.get(k);
        double[] b = states.get(k + 1);
        double h = rows.get(k + 1).timeS() - rows.get(k).timeS();
        double s = (timeS - rows.get(k).timeS()) / h;
        for (int i = 0; i < 3; i++) {
            out[i] = (1 + 2 * s) * (1 - s) * (1 - s) * a[i]
                    + s * (1 - s) * (1 - s) * h * a[3 + i]
                    + s * s * (3 - 2 * s) * b[i]
                    + s * s * (s - 1) * h * b[3 + i];
            out[3 + i] = (6 * s * s - 6 * s) / h * (a[i] - b[i])
                    + (3 * s * s - 4 * s + 1) * a[3 + i]
                    + (3 * s * s - 2 * s) * b[3 + i];
        }
    }
}
