package vedette.core.estimate.pmbm;

import java.util.Arrays;

/// A target that may exist: one of the hypotheses about a track.
final class Bernoulli {
    private final double[] existed;
    private final Path path;

    /// @param existed probability that it existed 0, 1, 2 … looks ago (as many as the path has states)
    /// @param path where it is and was, if it was
    private Bernoulli(double[] existed, Path path) {
        this.existed = existed;
        this.path = path;
    }

    /// A target that existed all along its path, or not at all.
    static Bernoulli along(Path path, double exists) {
        double[] chances = new double[path.states];
        Arrays.fill(chances, exists);
        return new Bernoulli(chances, path);
    }

    Path path() {
        return path;
    }

    double exists() {
        return existed[0];
    }

    /// The probability that it existed so many looks ago; 0 before its path begins.
    double existed(int ago) {
        return ago < existed.length ? existed[ago] : 0;
    }

    /// The greatest of these probabilities.
    double everExisted() {
        double most = 0;
        for (double each : existed) {
            most = Math.max(most, each);
        }
        return most;
    }

    /// One look later, before it.
    Bernoulli moved(PlanarModel model, int most) {
        Path next = path.moved(model, most);
        double[] chances = new double[next.states];
        System.arraycopy(existed, 0, chances, 1, next.states - 1);
        chances[0] = model.survival() * existed[0];
        return new Bernoulli(chances, next);
    }

    /// After a look that did not see it. Whoever exists now also existed at all states of its path, so each
    /// probability loses what would have been seen: P(e_l | unseen) = (P(e_l) − P(e_0) Pd) / (1 − P(e_0) Pd).
    Bernoulli missed(PlanarModel model) {
        double seen = existed[0] * model.detection();
        double[] chances = new double[existed.length];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = (existed[i] - seen) / (1 - seen);
        }
        return new Bernoulli(chances, path);
    }

    /// The same target, if something else holds that has this probability.
    Bernoulli thinned(double probability) {
        double[] chances = existed.clone();
        for (int i = 0; i < chances.length; i++) {
            chances[i] *= probability;
        }
        return new Bernoulli(chances, path);
    }

    /// One Bernoulli for several that exclude each other, all of equally long paths.
    ///
    /// @param each the Bernoullis
    /// @param weights their probabilities, adding up to 1
    /// @param count how many
    static Bernoulli merged(Bernoulli[] each, double[] weights, int count) {
        double[] chances = new double[each[0].existed.length];
        Path[] paths = new Path[count];
        double[] masses = new double[count];
        for (int k = 0; k < count; k++) {
            paths[k] = each[k].path;
            masses[k] = weights[k] * Math.max(each[k].everExisted(), Double.MIN_NORMAL);
            for (int i = 0; i < chances.length; i++) {
                chances[i] += weights[k] * each[k].existed[i];
            }
        }
        return new Bernoulli(chances, Path.merged(paths, masses, count));
    }
}
