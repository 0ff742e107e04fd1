package vedette.core.estimate.sigma;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import vedette.math.SymMatrix;

/// An estimate that keeps its last looks and judges the early ones again by what the late ones taught.
///
/// A plain filter straightens each curve where it believes itself to be at that look and never takes that back;
/// a long lever (a radar with a coarse angle at a far target) leaves it too sure of itself for a minute. Here
/// every new look straightens all curves of the kept looks anew, at the smoothed states (iterated posterior
/// linearisation smoother: García-Fernández, Svensson, Särkkä 2017), forwards and backwards, `rounds` times.
/// When more than `window` looks are kept the oldest is folded into the prior, straightened where hindsight
/// puts it.
///
/// Immutable: [#with] gives the next one. A look costs window × rounds straightenings, each 2n calls of motion
/// and sight.
public final class Hindsight {
    private record Step(Curve motion, SymMatrix noise, Sight sight) {}

    private record Limits(int window, int rounds) {}

    private final Limits limits;
    private final Belief prior;
    private final Sight first;
    private final List<Step> steps;
    private final List<Belief> about;

    private Hindsight(Limits limits, Belief prior, Sight first, List<Step> steps, List<Belief> about) {
        this.limits = limits;
        this.prior = prior;
        this.first = first;
        this.steps = steps;
        this.about = about;
    }

    /// Begins with one look.
    ///
    /// @param prior what is believed before it; may be as wide as ignorance is
    /// @param guess where the curves are straightened first, with a width in which they are nearly straight
    /// @param first the look
    /// @param window how many looks are kept, 1 or more
    /// @param rounds how often all is judged anew with each look, 1 or more
    public static Hindsight begin(Belief prior, Belief guess, Sight first, int window, int rounds) {
        require(window >= 1 && rounds >= 1, "window %s, rounds %s", window, rounds);
        Limits limits = new Limits(window, rounds);
        return settled(new Hindsight(limits, prior, first, List.of(), List.of(guess)));
    }

    /// The belief about the state at the last look, after all looks.
    public Belief now() {
        return about.getLast();
    }

    /// The belief about the state at each kept look, oldest first, after all looks.
    public List<Belief> smoothed() {
        return about;
    }

    /// Moves on and looks.
    ///
    /// @param motion where a state goes until the look
    /// @param noise what chance adds on the way
    /// @param sight the look
    public Hindsight with(Curve motion, SymMatrix noise, Sight sight) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(motion, noise, sight));
        List<Belief> further = new ArrayList<>(about);
        further.add(about.getLast().moved(motion, noise));
        return settled(shortened(new Hindsight(limits, prior, first, longer, further)));
    }

    private static Hindsight shortened(Hindsight h) {
        if (h.steps.size() < h.limits.window) {
            return h;
        }
        Belief at = h.about.getFirst();
        Step step = h.steps.getFirst();
        Belief seen = Affine.of(h.first.curve(), at).seen(h.prior, h.first);
        Belief folded = Affine.of(step.motion, at).moved(seen, step.noise.full());
        List<Step> later = h.steps.subList(1, h.steps.size());
        return new Hindsight(h.limits, folded, step.sight, later, h.about.subList(1, h.about.size()));
    }

    private static Hindsight settled(Hindsight start) {
        Hindsight h = start;
        for (int i = 0; i < start.limits.rounds; i++) {
            h = h.again();
        }
        return h;
    }

    // Forwards with the curves straightened at what is believed of each state, then backwards (Rauch, Tung, Striebel).
    private Hindsight again() {
        int last = steps.size();
        List<Belief> before = new ArrayList<>();
        List<Belief> after = new ArrayList<>();
        List<Affine> ways = new ArrayList<>();
        before.add(prior);
        after.add(Affine.of(first.curve(), about.getFirst()).seen(prior, first));
        for (int i = 0; i < last; i++) {
            Step step = steps.get(i);
            Affine way = Affine.of(step.motion, about.get(i));
            Belief moved = way.moved(after.get(i), step.noise.full());
            ways.add(way);
            before.add(moved);
            after.add(Affine.of(step.sight.curve(), about.get(i + 1)).seen(moved, step.sight));
        }
        Belief[] smoothed = after.toArray(new Belief[0]);
        for (int i = last - 1; i >= 0; i--) {
            smoothed[i] = back(after.get(i), ways.get(i), before.get(i + 1), smoothed[i + 1]);
        }
        return new Hindsight(limits, prior, first, steps, List.of(smoothed));
    }

    private static Belief back(Belief here, Affine way, Belief expected, Belief there) {
        int n = here.mean.length;
        double[] cross = Dense.timesTransposed(here.covariance, way.a, n, n, n);
        double[] gain = Dense.over(cross, Dense.factor(expected.covariance, n), n, n);
        double[] mean = here.mean.clone();
        double[] change = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i] += gain[i * n + j] * (there.mean[j] - expected.mean[j]);
                change[i * n + j] = there.covariance[i * n + j] - expected.covariance[i * n + j];
            }
        }
        return new Belief(mean, Dense.spread(gain, change, here.covariance, n, n));
    }
}
