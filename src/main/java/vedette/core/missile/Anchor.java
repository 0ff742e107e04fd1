package vedette.core.missile;

import java.util.Optional;
import vedette.core.motion.Fall;
import vedette.math.Exact;

/// Where, and how fast, radars have something when it has burnt out, and what that tells of their own errors.
///
/// @param atS when, watch seconds
/// @param slots the radars
/// @param mean position and velocity then, and the likeliest errors of each radar, three each
/// @param posterior inverse covariance of all these, what the radars declare of their errors included
/// @param declared inverse variances of what they were held to err by, as many as errors
record Anchor(double atS, Slots slots, Numbers mean, Numbers posterior, Numbers declared) {
    /// Numbers of a state.
    static final int STATE = 6;
    /// What the models of a burn's end and of a young fall may be off by.
    private static final double MODEL_M = 150;
    private static final double MODEL_MPS = 3;

    /// What a fall that was fitted to echoes alone tells of a burn's end.
    ///
    /// @param held how far each radar was held to err: by radar and axis
    /// @return nothing where the fall cannot be taken so far back
    static Optional<Anchor> of(Drop drop, Burn burn, double atS, Fall fall, Contradictions held) {
        fall.start(drop.epochS(), drop.best().values(), true);
        if (!fall.to(atS)) {
            return Optional.empty();
        }
        int n = drop.n();
        int errors = n - Drop.FLIGHT;
        int size = STATE + errors;
        double[] covariance = moved(drop, fall.sensitivity(), size);
        spoil(covariance, size, fall.state(), burn);
        double[] inverse = Landing.inverse(covariance, size);
        if (inverse.length == 0) {
            return Optional.empty();
        }
        double[] mean = new double[size];
        System.arraycopy(fall.state(), 0, mean, 0, STATE);
        System.arraycopy(drop.best().values(), Drop.FLIGHT, mean, STATE, errors);
        double[] declared = new double[errors];
        for (int i = 0; i < errors; i++) {
            double error = held.error(drop.slots().sensors().get(i / Drop.BIASES), i % Drop.BIASES);
            declared[i] = 1 / (error * error);
        }
        return Optional.of(
                new Anchor(atS, drop.slots(), new Numbers(mean), new Numbers(inverse), new Numbers(declared)));
    }

    // The covariance of the state at the time that the fall has come to, and of the radars' errors.
    private static double[] moved(Drop drop, double[] sense, int size) {
        int n = drop.n();
        double[] map = new double[size * n];
        for (int i = 0; i < STATE; i++) {
            System.arraycopy(sense, i * Drop.FLIGHT, map, i * n, Drop.FLIGHT);
        }
        for (int i = STATE; i < size; i++) {
            map[i * n + Drop.FLIGHT + i - STATE] = 1;
        }
        double[] half = new double[size * n];
        double[] whole = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    half[i * n + j] += map[i * n + k] * drop.covariance().at(k * n + j);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < n; k++) {
                    whole[i * size + j] += half[i * n + k] * map[j * n + k];
                }
            }
        }
        return whole;
    }

    // Nobody knows to the second when it burnt out: by then thrust has pushed it on, or has not.
    private static void spoil(double[] covariance, int size, double[] state, Burn burn) {
        double endS = endSigmaS(burn);
        double thrust = endThrustMps2(burn);
        double speed = Falling.speed(Numbers.copy(state, STATE));
        double fast = thrust * endS / speed;
        double far = 0.5 * thrust * endS * endS / speed;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double along = state[3 + i] * state[3 + j];
                covariance[i * size + j] += far * far * along;
                covariance[(3 + i) * size + 3 + j] += fast * fast * along;
            }
            covariance[i * size + i] += MODEL_M * MODEL_M;
            covariance[(3 + i) * size + 3 + i] += MODEL_MPS * MODEL_MPS;
        }
    }

    private static double endThrustMps2(Burn burn) {
        int last = Profile.LAUNCH + Profile.STAGE * (burn.kind().stages() - 1);
        return Exact.exp(burn.best().at(last)) / (1 - burn.best().at(last + 1));
    }

    private static double endSigmaS(Burn burn) {
        int n = burn.n();
        double[] by = new double[n];
        by[2] = 1;
        for (int s = 0; s < burn.kind().stages(); s++) {
            int at = Profile.LAUNCH + Profile.STAGE * s + 2;
            by[at] = Exact.exp(burn.best().at(at));
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += by[i] * burn.covariance().at(i * n + j) * by[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    int size() {
        return mean.count();
    }

    int errors() {
        return size() - STATE;
    }

    /// What the echoes alone tell, nothing declared.
    double information(int i, int j) {
        double declares = i == j && i >= STATE ? declared.at(i - STATE) : 0;
        return posterior.at(i * size() + j) - declares;
    }

    /// The same times the likeliest state, less a state that it is counted from.
    double[] pull(double[] from) {
        int n = size();
        double[] pull = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                pull[i] += posterior.at(i * n + j) * (mean.at(j) - (j < STATE ? from[j] : 0));
            }
        }
        return pull;
    }
}
