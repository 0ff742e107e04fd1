package vedette.score;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;

/// GOSPA with its parts, and OSPA, over the epochs of one choice of truths and tracks.
///
/// GOSPA with α = 2 splits into localisation, missed and false objects (Rahmathullah, García-Fernández, Svensson
/// 2017, eq. 2); OSPA after Schuhmacher, Vo, Vo 2008, on the same pairs.
public final class Gospa {
    private final double power;
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Pairing> pairs = new ArrayList<>();

    private Gospa(double power) {
        this.power = power;
    }

    /// One epoch's figures, to the power p where that is said.
    ///
    /// @param truths how many objects there were
    /// @param tracks how many tracks were shown
    /// @param localisation the pairs' part of GOSPAᵖ
    /// @param missed the missed objects' part of GOSPAᵖ
    /// @param falseTracks the false tracks' part of GOSPAᵖ
    /// @param ospa the OSPA distance, metres
    /// @param pairs how many pairs
    public record Epoch(
            int truths, int tracks, double localisation, double missed, double falseTracks, double ospa, int pairs) {
        /// GOSPAᵖ.
        public double total() {
            return localisation + missed + falseTracks;
        }

        /// The parts as distances.
        Course.Parts parts(double power) {
            return new Course.Parts(
                    Exact.pow(localisation, 1 / power),
                    Exact.pow(missed, 1 / power),
                    Exact.pow(falseTracks, 1 / power));
        }
    }

    /// The figures of each epoch.
    public List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    static Gospa of(StateTable truth, StateTable tracks, List<int[]> truthAt, List<int[]> tracksAt, Measure measure) {
        Gospa gospa = new Gospa(measure.power());
        for (int k = 0; k < truthAt.size(); k++) {
            int[] left = truthAt.get(k);
            int[] right = tracksAt.get(k);
            Pairing best = measure.best(truth.positions(left), tracks.positions(right));
            gospa.epochs.add(measure.epoch(left.length, right.length, best));
            gospa.pairs.add(best.renumbered(left, right));
        }
        return gospa;
    }

    /// A metric's two parameters.
    ///
    /// @param cutoff c
    /// @param power p
    record Measure(double cutoff, double power) {
        Pairing best(double[] xyz, double[] others) {
            return Pairing.best(xyz, others, cutoff, power);
        }

        Epoch epoch(int truths, int tracks, Pairing pairing) {
            double one = Exact.pow(cutoff, power);
            double near = pairing.sum(power);
            int n = pairing.size();
            int larger = Math.max(truths, tracks);
            double ospa = larger == 0 ? 0 : Exact.pow((near + one * (larger - n)) / larger, 1 / power);
            return new Epoch(truths, tracks, near, (truths - n) * one / 2, (tracks - n) * one / 2, ospa, n);
        }
    }

    /// The pairs of each epoch, by row number.
    List<Pairing> pairs() {
        return pairs;
    }

    double meanOspa() {
        return epochs.stream().mapToDouble(Epoch::ospa).sum() / epochs.size();
    }

    /// Mean, root mean and the parts.
    Sheet sheet() {
        int n = epochs.size();
        double mean = epochs.stream().mapToDouble(e -> root(e.total())).sum() / n;
        double total = epochs.stream().mapToDouble(Epoch::total).sum() / n;
        return new Sheet.Draft()
                .real("mean", mean)
                .real("rms", root(total))
                .real(
                        "rms_localisation",
                        root(epochs.stream().mapToDouble(Epoch::localisation).sum() / n))
                .real(
                        "rms_missed",
                        root(epochs.stream().mapToDouble(Epoch::missed).sum() / n))
                .real(
                        "rms_false",
                        root(epochs.stream().mapToDouble(Epoch::falseTracks).sum() / n))
                .real(
                        "mean_missed",
                        epochs.stream().mapToInt(e -> e.truths() - e.pairs()).sum() / (double) n)
                .real(
                        "mean_false",
                        epochs.stream().mapToInt(e -> e.tracks() - e.pairs()).sum() / (double) n)
                .sheet();
    }

    private double root(double value) {
        return Exact.pow(value, 1 / power);
    }
}
