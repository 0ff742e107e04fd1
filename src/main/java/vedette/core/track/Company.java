package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.Mixture;
import vedette.math.LongTable;
import vedette.math.PointGrid;
import vedette.model.Tangent;

/// The tracks at one moment, and which of them fly together: near each other by their own uncertainty, and equally
/// fast.
///
/// Built anew each time; linear in the tracks while they are not crowded.
final class Company {
    /// Two tracks are not told apart when they are nearer than this many sigmas of their difference.
    ///
    /// A gate reaches five of the plot's and the track's errors together.
    private static final double NEAR_SIGMAS = 6;

    /// Two tracks fly alike when their velocities differ by less than this many sigmas.
    private static final double ALIKE_SIGMAS = 3;

    /// Who is together already stays so up to this multiple of both.
    private static final double KEEPING = 1.5;

    /// No two neighbours in a group are farther apart, metres.
    private static final double FARTHEST_M = 400;

    /// Pairs that are looked at in one step.
    private static final int MOST_PAIRS = 40_000;

    private final List<TrackFile> files;
    private final double[] places;
    private final double[] velocities;
    private final int[] parent;
    private int looked;

    Company(List<TrackFile> files, long ns) {
        this.files = files;
        int n = files.size();
        places = new double[3 * n];
        velocities = new double[3 * n];
        parent = new int[n];
        double[] one = new double[3];
        for (int i = 0; i < n; i++) {
            TrackFile.Estimate estimate = files.get(i).estimate();
            parent[i] = i;
            Tangent.turned(estimate.frame(), estimate.merged(), Mixture.MEAN + 3, one);
            System.arraycopy(one, 0, velocities, 3 * i, 3);
            Tangent.place(estimate.frame(), estimate.merged(), Mixture.MEAN, one);
            double dt = (ns - estimate.ns()) * 1e-9;
            for (int k = 0; k < 3; k++) {
                places[3 * i + k] = one[k] + dt * velocities[3 * i + k];
            }
        }
    }

    double[] places() {
        return places;
    }

    double[] velocities() {
        return velocities;
    }

    /// Who flies together, by places in the list, each set ascending; the sets by their first.
    ///
    /// @param groupOf the group that a track is in already, 0 when in none
    /// @return nothing when the tracks are so crowded that not all pairs could be looked at
    List<List<Integer>> sets(int[] groupOf) {
        PointGrid grid = new PointGrid(places, FARTHEST_M);
        for (int i = 0; i < parent.length && looked < MOST_PAIRS; i++) {
            int first = i;
            grid.near(places[3 * i], places[3 * i + 1], places[3 * i + 2], FARTHEST_M, (j, squared) -> {
                looked++;
                if (j > first && root(first) != root(j)) {
                    boolean kept = groupOf[first] > 0 && groupOf[first] == groupOf[j];
                    join(first, j, squared, kept ? KEEPING * KEEPING : 1);
                }
            });
        }
        return crowded() ? List.of() : gathered();
    }

    /// Whether more pairs were near each other than one step looks at.
    boolean crowded() {
        return looked >= MOST_PAIRS;
    }

    private List<List<Integer>> gathered() {
        LongTable roots = new LongTable(16);
        List<List<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            int at = roots.add(root(i));
            if (at == sets.size()) {
                sets.add(new ArrayList<>());
            }
            sets.get(at).add(i);
        }
        return sets;
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int i, int j, double squared, double factor) {
        double along = along(i, j, squared) + along(j, i, squared);
        if (squared > factor * NEAR_SIGMAS * NEAR_SIGMAS * along) {
            return;
        }
        double difference = 0;
        for (int k = 0; k < 3; k++) {
            double d = velocities[3 * i + k] - velocities[3 * j + k];
            difference += d * d;
        }
        if (difference <= factor * ALIKE_SIGMAS * ALIKE_SIGMAS * (speed(i) + speed(j))) {
            parent[Math.max(root(i), root(j))] = Math.min(root(i), root(j));
        }
    }

    // The variance of a track's place towards another track.
    private double along(int i, int j, double squared) {
        TrackFile.Estimate estimate = files.get(i).estimate();
        double[] from = new double[3];
        double[] to = new double[3];
        Tangent.located(estimate.frame(), new double[] {places[3 * i], places[3 * i + 1], places[3 * i + 2]}, from);
        Tangent.located(estimate.frame(), new double[] {places[3 * j], places[3 * j + 1], places[3 * j + 2]}, to);
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                int c = Mixture.COVARIANCE + Mixture.at(Math.max(a, b), Math.min(a, b));
                sum += (to[a] - from[a]) * (to[b] - from[b]) * estimate.merged()[c];
            }
        }
        return sum / Math.max(squared, 1e-6);
    }

    // The mean variance of an axis of a track's velocity.
    private double speed(int i) {
        double[] block = files.get(i).estimate().merged();
        double sum = 0;
        for (int a = 3; a < 6; a++) {
            sum += block[Mixture.COVARIANCE + Mixture.at(a, a)];
        }
        return sum / 3;
    }
}
