package vedette.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whether probabilities mean what they say: of what is said with seventy per cent, seven in ten come true.
///
/// Samples may carry weights (importance sampling: what is rare is drawn often and counts seldom). Where the
/// thing itself is rare, a calibration error over all samples says nothing (who always says "no" errs by its
/// share): [#asCommonAs] asks instead how well the evidence is weighed, with the odds before it taken to
/// another share.
public final class Reliability {
    private static final int BINS = 10;

    /// One statement.
    ///
    /// @param probability that was said, [0, 1]
    /// @param so whether it came true
    /// @param weight how often it counts, above 0
    public record Said(double probability, boolean so, double weight) {}

    /// A bin of statements.
    ///
    /// @param said the mean probability
    /// @param came the share that came true
    /// @param weight the share of all statements
    /// @param count how many they are
    public record Bin(double said, double came, double weight, int count) {}

    private final List<Said> sorted;
    private final double weight;

    private Reliability(List<Said> samples) {
        sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparingDouble(Said::probability));
        weight = sorted.stream().mapToDouble(Said::weight).sum();
    }

    /// Of statements.
    public static Reliability of(List<Said> samples) {
        return new Reliability(samples);
    }

    /// The same statements, had the thing been so common before any evidence: probabilities are taken there by their
    /// odds, samples by their weights.
    ///
    /// @param share what was taken for common by whoever said it, and is so in the weighted samples
    /// @param instead what is to be common
    public Reliability asCommonAs(double share, double instead) {
        double odds = instead / (1 - instead) / (share / (1 - share));
        List<Said> moved = new ArrayList<>();
        for (Said said : sorted) {
            double p = said.probability();
            double by = said.so() ? instead / share : (1 - instead) / (1 - share);
            moved.add(new Said(p * odds / (p * odds + 1 - p), said.so(), said.weight() * by));
        }
        return new Reliability(moved);
    }

    /// The same statements with the odds of each so many times as large: what a calibrated one must fail as.
    public Reliability overstated(double times) {
        return new Reliability(sorted.stream()
                .map(s -> new Said(
                        times * s.probability() / (times * s.probability() + 1 - s.probability()), s.so(), s.weight()))
                .toList());
    }

    /// Ten bins of equal mass (weight), the least probable first. Who is said the same stays in one bin, as no order is
    /// among them: such a bin is larger, and another may lack.
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        List<Said> open = new ArrayList<>();
        double until = 0;
        double full = weight / BINS;
        for (int i = 0; i < sorted.size(); i++) {
            open.add(sorted.get(i));
            until += sorted.get(i).weight();
            boolean last = i == sorted.size() - 1;
            boolean same =
                    !last && sorted.get(i + 1).probability() == sorted.get(i).probability();
            if (last || (!same && until >= full)) {
                bins.add(bin(open));
                open.clear();
                full = Math.max(full, until) + weight / BINS;
            }
        }
        return bins;
    }

    private Bin bin(List<Said> in) {
        double mass = in.stream().mapToDouble(Said::weight).sum();
        double said = in.stream().mapToDouble(s -> s.weight() * s.probability()).sum() / mass;
        double came = in.stream().mapToDouble(s -> s.so() ? s.weight() : 0).sum() / mass;
        return new Bin(said, came, mass / weight, in.size());
    }

    /// The expected calibration error: the mean of what bins say wrong, [0, 1].
    public double error() {
        return bins().stream()
                .mapToDouble(bin -> bin.weight() * Math.abs(bin.said() - bin.came()))
                .sum();
    }

    /// The mean squared error of the probabilities, [0, 1].
    public double brier() {
        return sorted.stream()
                        .mapToDouble(s -> s.weight() * Math.pow(s.probability() - (s.so() ? 1 : 0), 2))
                        .sum()
                / weight;
    }

    /// The share that came true.
    public double share() {
        return sorted.stream().mapToDouble(s -> s.so() ? s.weight() : 0).sum() / weight;
    }

    /// What is left of the Brier score of somebody who only knows the share: below 1, or nothing was learnt.
    public double unexplained() {
        return brier() / (share() * (1 - share()));
    }

    /// How many statements there are.
    public int size() {
        return sorted.size();
    }

    /// The figures and bins as lines.
    public String lines() {
        StringBuilder text = new StringBuilder(String.format(
                "%d samples, share %.4f, calibration error %.4f, Brier %.4f (%.3f of knowing the share)%n",
                size(), share(), error(), brier(), unexplained()));
        bins().forEach(bin -> text.append(String.format(
                "   said %.4f came %.4f (weight %.4f, %d)%n", bin.said(), bin.came(), bin.weight(), bin.count())));
        return text.toString();
    }
}
