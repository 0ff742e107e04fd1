package vedette.score;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The single integrated air picture attributes: complete, unambiguous, without ghosts, accurate, continuous.
///
/// After Votruba et al. (2001), "Single Integrated Air Picture (SIAP) Attributes", from pairs of truth and track
/// rows.
final class Siap {
    private final StateTable truth;
    private final StateTable tracks;
    private final List<int[]> truthAt;
    private final List<int[]> tracksAt;
    private final List<List<Pair>> pairs;

    Siap(StateTable truth, StateTable tracks, List<int[]> truthAt, List<int[]> tracksAt, List<List<Pair>> pairs) {
        this.truth = truth;
        this.tracks = tracks;
        this.truthAt = truthAt;
        this.tracksAt = tracksAt;
        this.pairs = pairs;
    }

    /// A track laid on an object.
    ///
    /// @param truthRow the object's row
    /// @param trackRow the track's row
    record Pair(int truthRow, int trackRow) {}

    // A pair's uninterrupted run of epochs, both ends included.
    private record Run(String track, int first, int last) {
        int length() {
            return last - first;
        }
    }

    private record Names(String target, String track) {}

    private record Continuity(long breaks, double tracked, double longest, double unbroken, double life) {}

    Sheet sheet(double stepS) {
        long held = distinct(true);
        long assigned = distinct(false);
        long alive = truthAt.stream().mapToLong(rows -> rows.length).sum();
        long shown = tracksAt.stream().mapToLong(rows -> rows.length).sum();
        Continuity c = continuity(stepS);
        return new Sheet.Draft()
                .real("completeness", alive > 0 ? held / (double) alive : 0)
                .real("ambiguity", held > 0 ? assigned / (double) held : 1)
                .real("spuriousness", shown > 0 ? (shown - assigned) / (double) shown : 0)
                .maybe("position_accuracy_m", Mean.of(pairs, p -> truth.distanceM(p.truthRow, tracks, p.trackRow)))
                .maybe(
                        "velocity_accuracy_mps",
                        Mean.of(pairs, p -> truth.speedErrorMps(p.truthRow, tracks, p.trackRow)))
                .real("track_number_change_rate_hz", c.tracked > 0 ? c.breaks / c.tracked : 0)
                .real("longest_track_segment", c.life > 0 ? c.longest / c.life : 0)
                .real("longest_unbroken_segment", c.life > 0 ? c.unbroken / c.life : 0)
                .count("track_breaks", c.breaks)
                .sheet();
    }

    private long distinct(boolean truths) {
        long count = 0;
        for (List<Pair> epoch : pairs) {
            count += epoch.stream()
                    .mapToInt(truths ? Pair::truthRow : Pair::trackRow)
                    .distinct()
                    .count();
        }
        return count;
    }

    private Continuity continuity(double stepS) {
        Map<String, List<Run>> runs = runs();
        Continuity sum = new Continuity(0, 0, 0, 0, 0);
        for (Map.Entry<String, List<Integer>> target : epochsOf().entrySet()) {
            List<Integer> epochs = target.getValue();
            List<Run> own = runs.getOrDefault(target.getKey(), List.of());
            double life = (epochs.getLast() - epochs.getFirst()) * stepS;
            sum = new Continuity(
                    sum.breaks + (own.isEmpty() ? 0 : segments(own, epochs) - 1),
                    sum.tracked + covered(own) * stepS,
                    sum.longest + longestOfOneTrack(own) * stepS,
                    sum.unbroken + own.stream().mapToInt(Run::length).max().orElse(0) * stepS,
                    sum.life + life);
        }
        return sum;
    }

    private Map<String, List<Integer>> epochsOf() {
        Map<String, List<Integer>> epochsOf = new LinkedHashMap<>();
        for (int k = 0; k < truthAt.size(); k++) {
            for (int row : truthAt.get(k)) {
                epochsOf.computeIfAbsent(truth.id(row), _ -> new ArrayList<>()).add(k);
            }
        }
        return epochsOf;
    }

    // Maximal runs of consecutive epochs of each pair, by target.
    private Map<String, List<Run>> runs() {
        Map<Names, Integer> open = new LinkedHashMap<>();
        Map<String, List<Run>> closed = new LinkedHashMap<>();
        for (int k = 0; k < pairs.size(); k++) {
            Set<Names> now = names(pairs.get(k));
            closeGone(open, now, closed, k - 1);
            for (Names pair : now) {
                open.putIfAbsent(pair, k);
            }
        }
        open.forEach((pair, first) -> close(closed, pair, first, pairs.size() - 1));
        return closed;
    }

    private static void closeGone(Map<Names, Integer> open, Set<Names> now, Map<String, List<Run>> closed, int last) {
        Iterator<Map.Entry<Names, Integer>> runs = open.entrySet().iterator();
        while (runs.hasNext()) {
            Map.Entry<Names, Integer> run = runs.next();
            if (!now.contains(run.getKey())) {
                close(closed, run.getKey(), run.getValue(), last);
                runs.remove();
            }
        }
    }

    private Set<Names> names(List<Pair> epoch) {
        Set<Names> names = new LinkedHashSet<>();
        epoch.forEach(p -> names.add(new Names(truth.id(p.truthRow), tracks.id(p.trackRow))));
        return names;
    }

    private static void close(Map<String, List<Run>> closed, Names pair, int first, int last) {
        closed.computeIfAbsent(pair.target, _ -> new ArrayList<>()).add(new Run(pair.track, first, last));
    }

    private static int longestOfOneTrack(List<Run> runs) {
        Map<String, Integer> byTrack = new LinkedHashMap<>();
        runs.forEach(run -> byTrack.merge(run.track, run.length(), Integer::sum));
        return byTrack.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    // Intervals between consecutive epochs that some run covers.
    private static int covered(List<Run> runs) {
        Set<Integer> known = new TreeSet<>();
        for (Run run : runs) {
            for (int k = run.first; k < run.last; k++) {
                known.add(k);
            }
        }
        return known.size();
    }

    // The fewest runs that cover what is covered, walking forward in time.
    private static int segments(List<Run> runs, List<Integer> epochs) {
        int count = 0;
        int at = 0;
        while (at < epochs.size()) {
            int epoch = epochs.get(at);
            int end = runs.stream()
                    .filter(run -> run.first <= epoch && epoch <= run.last)
                    .mapToInt(Run::last)
                    .max()
                    .orElse(-1);
            if (end < 0) {
                at++;
                continue;
            }
            count++;
            while (at < epochs.size() && epochs.get(at) <= end) {
                at++;
            }
        }
        return count;
    }
}
