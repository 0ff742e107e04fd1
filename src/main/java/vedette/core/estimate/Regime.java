package vedette.core.estimate;

import static vedette.math.Require.require;

import java.util.List;
import vedette.core.motion.MotionModel;
import vedette.math.Exact;

/// The ways in which an object may move, and how it changes between them.
///
/// Changing is a Markov process in continuous time: after `sojournS` on average a model is left, to each other
/// one with the same chance, so that the mixing fits any time between two measurements.
public final class Regime {
    private final List<MotionModel> models;
    private final double[] sojournS;

    /// A regime.
    ///
    /// @param models the ways of moving, at least one
    /// @param sojournS how long each lasts on average, seconds
    public Regime(List<MotionModel> models, double... sojournS) {
        require(!models.isEmpty() && models.size() == sojournS.length, "%s models", models.size());
        this.models = List.copyOf(models);
        this.sojournS = sojournS.clone();
    }

    /// How many models.
    public int size() {
        return models.size();
    }

    MotionModel model(int index) {
        return models.get(index);
    }

    /// The share of time spent in each model in the long run: the weights of a track about which nothing is known.
    public double[] shares() {
        double sum = 0;
        for (double s : sojournS) {
            sum += s;
        }
        double[] shares = new double[size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sojournS[i] / sum;
        }
        return shares;
    }

    /// The probabilities of being in model j after a time, having been in i, at i · size + j.
    void changes(double dtS, double[] out) {
        int n = size();
        for (int i = 0; i < n; i++) {
            double stay = n == 1 ? 1 : Exact.fading(dtS / sojournS[i]);
            for (int j = 0; j < n; j++) {
                out[i * n + j] = i == j ? stay : (1 - stay) / (n - 1);
            }
        }
    }
}
