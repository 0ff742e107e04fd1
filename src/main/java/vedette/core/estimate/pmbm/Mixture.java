package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import vedette.math.Exact;

/// All lines and all global hypotheses over them, kept small: likeliest global hypothesis first, weights adding
/// up to 1.
///
/// @param lines the tracks
/// @param globals at least one
record Mixture(List<Line> lines, List<Global> globals) {
    static final Mixture EMPTY = new Mixture(List.of(), List.of(new Global(0, new int[0])));

    /// The same mixture without faint Bernoullis, doubled global hypotheses, and lines that nobody chose.
    Mixture tidy(double faint) {
        return withoutFaint(faint).joined().compact();
    }

    private Mixture withoutFaint(double faint) {
        List<Global> next = new ArrayList<>();
        for (Global global : globals) {
            int[] choice = global.choice().clone();
            for (int i = 0; i < choice.length; i++) {
                if (choice[i] >= 0 && lines.get(i).hypotheses().get(choice[i]).everExisted() < faint) {
                    choice[i] = -1;
                }
            }
            next.add(new Global(global.logWeight(), choice));
        }
        return new Mixture(lines, next);
    }

    private Mixture joined() {
        TreeMap<int[], Double> weights = new TreeMap<>(Arrays::compare);
        for (Global global : globals) {
            weights.merge(global.choice(), global.logWeight(), Mixture::logSum);
        }
        double all = Double.NEGATIVE_INFINITY;
        for (double each : weights.values()) {
            all = logSum(all, each);
        }
        List<Global> next = new ArrayList<>();
        for (var each : weights.entrySet()) {
            next.add(new Global(each.getValue() - all, each.getKey()));
        }
        next.sort(Comparator.comparingDouble((Global each) -> -each.logWeight()));
        return new Mixture(lines, next);
    }

    private static double logSum(double a, double b) {
        double top = Math.max(a, b);
        double low = Math.min(a, b);
        return low == Double.NEGATIVE_INFINITY ? top : top + Exact.log(1 + Exact.exp(low - top));
    }

    private Mixture compact() {
        List<Line> kept = new ArrayList<>();
        int[][] choices = new int[globals.size()][lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            List<Bernoulli> used = renumbered(i, kept.size(), choices);
            if (!used.isEmpty()) {
                kept.add(new Line(used));
            }
        }
        List<Global> next = new ArrayList<>();
        for (int g = 0; g < choices.length; g++) {
            next.add(new Global(globals.get(g).logWeight(), Arrays.copyOf(choices[g], kept.size())));
        }
        return new Mixture(kept, next);
    }

    private List<Bernoulli> renumbered(int line, int place, int[][] choices) {
        List<Bernoulli> all = lines.get(line).hypotheses();
        int[] number = new int[all.size()];
        Arrays.fill(number, -1);
        List<Bernoulli> used = new ArrayList<>();
        for (int g = 0; g < choices.length; g++) {
            int h = globals.get(g).choice()[line];
            if (h >= 0 && number[h] < 0) {
                number[h] = used.size();
                used.add(all.get(h));
            }
            choices[g][place] = h < 0 ? -1 : number[h];
        }
        return used;
    }

    /// The same mixture with its first lines only: the newest go.
    Mixture first(int most) {
        if (lines.size() <= most) {
            return this;
        }
        List<Global> next = globals.stream()
                .map(each -> new Global(each.logWeight(), Arrays.copyOf(each.choice(), most)))
                .toList();
        return new Mixture(lines.subList(0, most), next).joined();
    }

    Mixture moved(PlanarModel model, int states) {
        return new Mixture(lines.stream().map(line -> line.moved(model, states)).toList(), globals);
    }

    /// Every way the world may be, the likeliest first.
    List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        for (Global global : globals) {
            List<Bernoulli> targets = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (global.choice()[i] >= 0) {
                    targets.add(lines.get(i).hypotheses().get(global.choice()[i]));
                }
            }
            scenes.add(new Scene(Exact.exp(global.logWeight()), targets));
        }
        return scenes;
    }
}
