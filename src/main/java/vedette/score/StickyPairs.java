package vedette.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vedette.math.PointGrid;

/// Which track holds which object, epoch after epoch, as long as it stays near: CLEAR-MOT matching.
///
/// A pair lives on while nearer than the cutoff; the rest is assigned optimally (Bernardin and Stiefelhagen
/// 2008). Each spare track within the cutoff of an object is redundant there.
final class StickyPairs {
    private final StateTable truth;
    private final StateTable tracks;
    private final Gospa.Measure measure;
    private final Map<String, String> last = new LinkedHashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    /// One epoch's pairs.
    ///
    /// @param held target id → track row
    /// @param redundant track row → truth row
    record Held(Map<String, Integer> held, Map<Integer, Integer> redundant) {}

    /// An object taken over by another track than it last had.
    ///
    /// @param epoch when
    /// @param target the object
    /// @param before the track it last had
    /// @param after the track it has now
    record Taken(int epoch, String target, String before, String after) {}

    StickyPairs(StateTable truth, StateTable tracks, Gospa.Measure measure) {
        this.truth = truth;
        this.tracks = tracks;
        this.measure = measure;
    }

    /// Each time an object was taken over by another track than it last had, in order.
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<Held> over(List<int[]> truthAt, List<int[]> tracksAt) {
        List<Held> all = new ArrayList<>(truthAt.size());
        for (int k = 0; k < truthAt.size(); k++) {
            all.add(epoch(k, truthAt.get(k), tracksAt.get(k)));
        }
        return all;
    }

    private Held epoch(int epoch, int[] truths, int[] shown) {
        Set<String> used = new LinkedHashSet<>();
        Map<String, Integer> held = kept(byId(truth, truths), byId(tracks, shown), used);
        int[] freeTruths = without(truth, truths, held.keySet());
        int[] freeTracks = without(tracks, shown, used);
        Pairing fresh = measure.best(truth.positions(freeTruths), tracks.positions(freeTracks))
                .renumbered(freeTruths, freeTracks);
        for (int k = 0; k < fresh.size(); k++) {
            String target = truth.id(fresh.left()[k]);
            String track = tracks.id(fresh.right()[k]);
            String before = last.get(target);
            if (before != null && !before.equals(track)) {
                taken.add(new Taken(epoch, target, before, track));
            }
            held.put(target, fresh.right()[k]);
            used.add(track);
        }
        held.forEach((target, row) -> last.put(target, tracks.id(row)));
        return new Held(held, redundant(truths, without(tracks, shown, used)));
    }

    private Map<String, Integer> kept(Map<String, Integer> truths, Map<String, Integer> shown, Set<String> used) {
        Map<String, Integer> held = new LinkedHashMap<>();
        last.forEach((target, track) -> {
            Integer i = truths.get(target);
            Integer j = shown.get(track);
            if (i != null && j != null && !used.contains(track) && truth.distanceM(i, tracks, j) < measure.cutoff()) {
                held.put(target, j);
                used.add(track);
            }
        });
        return held;
    }

    private Map<Integer, Integer> redundant(int[] truths, int[] spare) {
        Map<Integer, Integer> extra = new LinkedHashMap<>();
        PointGrid grid = new PointGrid(truth.positions(truths), measure.cutoff());
        for (int row : spare) {
            int[] nearest = {-1};
            double[] least = {Double.POSITIVE_INFINITY};
            grid.near(
                    tracks.xyzM[3 * row],
                    tracks.xyzM[3 * row + 1],
                    tracks.xyzM[3 * row + 2],
                    measure.cutoff(),
                    (point, squared) -> {
                        if (squared < least[0]) {
                            least[0] = squared;
                            nearest[0] = point;
                        }
                    });
            if (nearest[0] >= 0) {
                extra.put(row, truths[nearest[0]]);
            }
        }
        return extra;
    }

    private static Map<String, Integer> byId(StateTable table, int[] rows) {
        Map<String, Integer> byId = new LinkedHashMap<>();
        for (int row : rows) {
            byId.put(table.id(row), row);
        }
        return byId;
    }

    private static int[] without(StateTable table, int[] rows, Set<String> ids) {
        return Arrays.stream(rows).filter(row -> !ids.contains(table.id(row))).toArray();
    }
}
