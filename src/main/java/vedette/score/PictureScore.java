package vedette.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vedette.math.Exact;

/// Every figure of one picture against one truth, from one optimal assignment an epoch.
///
/// The sheet has the names and the order that the tracking benchmark prints: `gospa`, `ospa_mean`, `siap`,
/// `id_switches`, `initiation`, `position_rmse_m`, `altitude_rmse_m`, `nees`, `completeness_by_kind`.
public final class PictureScore {
    private final ScoringRules rules;
    private final Gospa.Measure measure;
    private final StateTable truth;
    private final StateTable tracks;
    private final boolean[] ignored;
    private final Sheet.Draft draft = new Sheet.Draft();

    private PictureScore(ScoringRules rules, List<ScoredState> truth, List<ScoredState> tracks) {
        this.rules = rules;
        this.measure = new Gospa.Measure(rules.cutoffM(), rules.power());
        this.truth = new StateTable(truth, rules);
        this.tracks = new StateTable(tracks, rules);
        this.ignored = new boolean[truth.size()];
        for (int i = 0; i < ignored.length; i++) {
            ignored[i] = rules.ignoredKinds().contains(truth.get(i).kind());
        }
    }

    /// What scoring gives.
    public sealed interface Result {}

    /// The figures.
    ///
    /// @param sheet all of them
    /// @param epochs GOSPA's parts and OSPA at each epoch
    /// @param course the same over time, with what else a plot shows
    public record Scored(Sheet sheet, List<Gospa.Epoch> epochs, Course course) implements Result {
        /// Copies the list.
        public Scored {
            epochs = List.copyOf(epochs);
        }
    }

    /// The tracks cannot be scored.
    ///
    /// @param reason why, in one line
    public record Refused(String reason) implements Result {}

    /// Scores a picture.
    ///
    /// @param rules when and how
    /// @param truth the objects, a row each while observable
    /// @param tracks the confirmed tracks, a row each
    public static Result of(ScoringRules rules, List<ScoredState> truth, List<ScoredState> tracks) {
        return new PictureScore(rules, truth, tracks).result();
    }

    private Result result() {
        int count = rules.epochs().count();
        List<int[]> shown = tracks.byEpoch(count, _ -> true);
        long repeated = repeated(shown);
        if (repeated > 0) {
            return new Refused("tracks.csv repeats a track id within an epoch " + repeated + " times");
        }
        heading();
        List<int[]> alive = truth.byEpoch(count, i -> !ignored[i]);
        List<int[]> kept = hasIgnored() ? withoutIgnored(alive, shown) : shown;
        Gospa gospa = Gospa.of(truth, tracks, alive, kept, measure);
        draft.figure("gospa", gospa.sheet()).real("ospa_mean", gospa.meanOspa());
        Course course = continuity(alive, kept, gospa);
        return new Scored(draft.sheet(), gospa.epochs(), course);
    }

    private void heading() {
        long off = Arrays.stream(tracks.epoch).filter(k -> k < 0).count();
        draft.figure("scenario", new Figure.Words(rules.scenario()))
                .count("seed", rules.seed())
                .real("c_m", rules.cutoffM())
                .figure("p", power())
                .count("dimension", rules.dimension())
                .count("rows_off_epoch", off)
                .count("rows", tracks.size() - off);
    }

    private Figure power() {
        double p = rules.power();
        return p == Math.rint(p) ? new Figure.Count((long) p) : new Figure.Real(p);
    }

    private long repeated(List<int[]> shown) {
        long repeated = 0;
        for (int[] rows : shown) {
            Set<String> ids = new LinkedHashSet<>();
            for (int row : rows) {
                ids.add(tracks.id(row));
            }
            repeated += rows.length - ids.size();
        }
        return repeated;
    }

    private boolean hasIgnored() {
        for (boolean one : ignored) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    // Tracks that the best assignment over all objects lays on an ignored one are taken out of the figures that
    // follow.
    private List<int[]> withoutIgnored(List<int[]> alive, List<int[]> shown) {
        int count = rules.epochs().count();
        Gospa everything = Gospa.of(truth, tracks, truth.byEpoch(count, _ -> true), shown, measure);
        boolean[] dropped = new boolean[tracks.size()];
        int onIgnored = 0;
        for (Pairing epoch : everything.pairs()) {
            for (int k = 0; k < epoch.size(); k++) {
                if (ignored[epoch.left()[k]]) {
                    dropped[epoch.right()[k]] = true;
                    onIgnored++;
                }
            }
        }
        long rows = truth.byEpoch(count, i -> ignored[i]).stream()
                .mapToLong(epoch -> epoch.length)
                .sum();
        draft.figure(
                        "gospa_ignored_as_false",
                        Gospa.of(truth, tracks, alive, shown, measure).sheet())
                .real("ignored_tracked_share", onIgnored / (double) Math.max(1, rows));
        return tracks.byEpoch(count, i -> !dropped[i]);
    }

    private Course continuity(List<int[]> alive, List<int[]> kept, Gospa gospa) {
        StickyPairs sticky = new StickyPairs(truth, tracks, measure);
        List<StickyPairs.Held> held = sticky.over(alive, kept);
        List<List<Siap.Pair>> pairs = new ArrayList<>(held.size());
        for (int k = 0; k < held.size(); k++) {
            pairs.add(pairs(held.get(k), alive.get(k)));
        }
        Nees.Errors errors = new Nees(truth, tracks).errors(gospa.pairs(), rules.dimension());
        draft.figure(
                        "siap",
                        new Siap(truth, tracks, alive, kept, pairs)
                                .sheet(rules.epochs().stepS()))
                .count("id_switches", sticky.taken().size())
                .figure("initiation", initiation(alive, held))
                .maybe("position_rmse_m", Mean.rootMeanSquare(distances(gospa.pairs())))
                .maybe("altitude_rmse_m", Mean.rootMeanSquare(heightErrors(gospa.pairs())))
                .figure("nees", errors.figure())
                .figure("completeness_by_kind", byKind(alive, held));
        return new Course(Course.Pace.SECONDS, points(gospa.epochs(), errors), switches(sticky));
    }

    private List<Course.Point> points(List<Gospa.Epoch> epochs, Nees.Errors errors) {
        List<Course.Point> points = new ArrayList<>(epochs.size());
        for (int k = 0; k < epochs.size(); k++) {
            Gospa.Epoch epoch = epochs.get(k);
            points.add(new Course.Point(
                    rules.epochs().timeS(k),
                    epoch.truths(),
                    epoch.tracks(),
                    distance(epoch, rules.power()),
                    epoch.parts(rules.power()),
                    errors.at(k)));
        }
        return points;
    }

    private List<Course.Switch> switches(StickyPairs sticky) {
        return sticky.taken().stream()
                .map(taken -> new Course.Switch(
                        rules.epochs().timeS(taken.epoch()), taken.target(), taken.before(), taken.after()))
                .toList();
    }

    private List<Siap.Pair> pairs(StickyPairs.Held held, int[] truths) {
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        for (int row : truths) {
            rowOf.put(truth.id(row), row);
        }
        List<Siap.Pair> pairs = new ArrayList<>();
        held.held().forEach((target, track) -> pairs.add(new Siap.Pair(rowOf.getOrDefault(target, -1), track)));
        held.redundant().forEach((track, row) -> pairs.add(new Siap.Pair(row, track)));
        return pairs;
    }

    private Sheet initiation(List<int[]> alive, List<StickyPairs.Held> held) {
        Map<String, Integer> firstSeen = new LinkedHashMap<>();
        Map<String, Integer> firstHeld = new LinkedHashMap<>();
        for (int k = 0; k < held.size(); k++) {
            for (int row : alive.get(k)) {
                firstSeen.putIfAbsent(truth.id(row), k);
            }
            for (String target : held.get(k).held().keySet()) {
                firstHeld.putIfAbsent(target, k);
            }
        }
        double[] delays = firstHeld.entrySet().stream()
                .mapToDouble(e -> (e.getValue() - firstSeen.getOrDefault(e.getKey(), 0))
                        * rules.epochs().stepS())
                .sorted()
                .toArray();
        return new Sheet.Draft()
                .count("targets", firstSeen.size())
                .count("never_tracked", firstSeen.size() - firstHeld.size())
                .maybe("median_delay_s", Mean.quantile(delays, 0.5))
                .maybe("p90_delay_s", Mean.quantile(delays, 0.9))
                .sheet();
    }

    private static double[] distances(List<Pairing> pairs) {
        return pairs.stream().flatMapToDouble(p -> Arrays.stream(p.distance())).toArray();
    }

    private double[] heightErrors(List<Pairing> pairs) {
        return pairs.stream()
                .flatMapToDouble(p -> IntStream.range(0, p.size())
                        .mapToDouble(k -> truth.rows.get(p.left()[k]).altM()
                                - tracks.rows.get(p.right()[k]).altM()))
                .toArray();
    }

    private Sheet byKind(List<int[]> alive, List<StickyPairs.Held> held) {
        Map<String, long[]> byKind = new TreeMap<>();
        for (int k = 0; k < held.size(); k++) {
            for (int row : alive.get(k)) {
                long[] counts = byKind.computeIfAbsent(truth.kind(row), _ -> new long[2]);
                counts[0]++;
                counts[1] += held.get(k).held().containsKey(truth.id(row)) ? 1 : 0;
            }
        }
        Sheet.Draft shares = new Sheet.Draft();
        byKind.forEach((kind, counts) -> shares.real(kind, counts[1] / (double) counts[0]));
        return shares.sheet();
    }

    /// The GOSPA distance of an epoch, metres.
    ///
    /// @param epoch its figures
    /// @param power p
    public static double distance(Gospa.Epoch epoch, double power) {
        return Exact.pow(epoch.total(), 1 / power);
    }
}
