package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.core.estimate.Mixture;
import vedette.math.LongTable;
import vedette.model.Tangent;

/// The tracks at one moment, and which of them fly together and cannot be told apart: equally fast, near each other
/// by their own uncertainty, and of late with plots that may have been either's. Neighbours whose plots are surely
/// their own are no group, however near, unless their places coincide.
///
/// Built anew each time. The tracks are sorted along the axis on which they are farthest apart, and each is
/// compared with those so near behind it; while they are not crowded the sorting costs most.
final class Company {
    /// Two tracks whose plots may as well be other tracks' are not told apart from those nearer than this many
    /// sigmas of their difference: gates reach five of the plots' and the tracks' errors together, and plots err
    /// more than tracks.
    private static final double NEAR_SIGMAS = 20;

    /// Two tracks nearer than this are one place, whosever the plots.
    private static final double SAME_SIGMAS = 2.5;

    /// For so long after its plot was shared a track may be another than it was, nanoseconds: some looks of the
    /// sensors of its realm.
    private static final long LOW_SHARED_NS = 15_000_000_000L;

    private static final long AIR_SHARED_NS = 30_000_000_000L;

    /// Two tracks fly alike when their velocities differ by less than this many sigmas.
    private static final double ALIKE_SIGMAS = 3;

    /// Who is together already is told apart only beyond this, however sure the plots are by now.
    private static final double KEPT_SIGMAS = 9;

    /// Who is together already flies alike up to this multiple.
    private static final double KEEPING = 1.5;

    /// No two neighbours in a group are farther apart, metres.
    private static final double FARTHEST_M = 400;

    /// Pairs so near that are looked at in one step.
    private static final int MOST_PAIRS = 20_000;

    /// Pairs that may be so near along one axis: a subtraction each.
    private static final int MOST_COMPARED = 400_000;

    /// Bits of a track's place in the list; the places along an axis stand above them, in tenths of a millimetre.
    private static final int BITS = 20;

    private static final double UNIT_M = 1e-4;

    private final long ns;
    private final List<TrackFile> files;
    private final double[] places;
    private final double[] velocities;
    private final int[] parent;
    private int looked;
    private int compared;

    Company(List<TrackFile> files, long ns) {
        this.files = files;
        this.ns = ns;
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
    /// @param fewest smaller sets are left out
    /// @return nothing when the tracks are so crowded that not all pairs could be looked at
    List<List<Integer>> sets(int[] groupOf, int fewest) {
        int axis = longestAxis();
        long[] order = sortedAlong(axis);
        for (int a = 0; a < order.length && !crowded(); a++) {
            int i = (int) order[a] & ((1 << BITS) - 1);
            for (int b = a + 1; b < order.length && !crowded(); b++) {
                int j = (int) order[b] & ((1 << BITS) - 1);
                if (places[3 * j + axis] - places[3 * i + axis] > FARTHEST_M) {
                    break;
                }
                meet(Math.min(i, j), Math.max(i, j), groupOf);
            }
        }
        return crowded() ? List.of() : gathered(fewest);
    }

    // The axis along which the tracks are farthest apart.
    private int longestAxis() {
        int best = 0;
        double longest = -1;
        for (int k = 0; k < 3; k++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int at = k; at < places.length; at += 3) {
                least = Math.min(least, places[at]);
                most = Math.max(most, places[at]);
            }
            if (most - least > longest) {
                longest = most - least;
                best = k;
            }
        }
        return best;
    }

    private long[] sortedAlong(int axis) {
        long[] order = new long[parent.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = Math.round(places[3 * i + axis] / UNIT_M) << BITS | i;
        }
        Arrays.sort(order);
        return order;
    }

    private void meet(int i, int j, int[] groupOf) {
        compared++;
        double squared = 0;
        for (int k = 0; k < 3; k++) {
            double d = places[3 * i + k] - places[3 * j + k];
            squared += d * d;
        }
        if (squared < FARTHEST_M * FARTHEST_M) {
            looked++;
            if (root(i) != root(j)) {
                boolean kept = groupOf[i] > 0 && groupOf[i] == groupOf[j];
                join(i, j, squared, kept);
            }
        }
    }

    /// Whether more pairs were near each other than one step looks at.
    boolean crowded() {
        return looked >= MOST_PAIRS || compared >= MOST_COMPARED;
    }

    private List<List<Integer>> gathered(int fewest) {
        int[] count = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            count[root(i)]++;
        }
        LongTable roots = new LongTable(16);
        List<List<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            if (count[root(i)] >= fewest) {
                int at = roots.add(root(i));
                if (at == sets.size()) {
                    sets.add(new ArrayList<>());
                }
                sets.get(at).add(i);
            }
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

    private void join(int i, int j, double squared, boolean kept) {
        double along = along(i, j, squared) + along(j, i, squared);
        double near = nearSigmas(i, j, kept);
        if (squared > near * near * along) {
            return;
        }
        double difference = 0;
        for (int k = 0; k < 3; k++) {
            double d = velocities[3 * i + k] - velocities[3 * j + k];
            difference += d * d;
        }
        double alike = kept ? KEEPING * ALIKE_SIGMAS : ALIKE_SIGMAS;
        if (difference <= alike * alike * (speed(i) + speed(j))) {
            parent[Math.max(root(i), root(j))] = Math.min(root(i), root(j));
        }
    }

    private double nearSigmas(int i, int j, boolean kept) {
        if (shared(i) && shared(j)) {
            return NEAR_SIGMAS;
        }
        return kept ? KEPT_SIGMAS : SAME_SIGMAS;
    }

    // Whether it could not be told lately whose a plot was.
    private boolean shared(int i) {
        TrackFile file = files.get(i);
        return ns - file.sharedNs() < (file.realm() == Realm.LOW ? LOW_SHARED_NS : AIR_SHARED_NS);
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
