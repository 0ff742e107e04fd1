package vedette.core.estimate.sigma;

import org.jspecify.annotations.Nullable;
import vedette.math.Draws;
import vedette.math.SymMatrix;

/// The ballistic target of Farina, Ristic and Benvenuti 2002 ("Tracking a ballistic target: comparison of
/// several nonlinear filters", IEEE Trans. AES 38(3), section III): plane re-entry, range and elevation every 2
/// s, known β. The state is x, x', y, y'.
final class Farina {
    static final int LOOKS = 60;
    static final double T = 2;
    private static final double GRAVITY = 9.81;
    private static final double BETA = 40_000;
    private static final double SIGMA_RANGE = 100;
    private static final double SIGMA_ELEVATION = 0.017;
    private static final double UNREST = 1;
    private static final double HEADING = Math.toRadians(190);
    private static final double[] START = {232e3, 2290 * Math.cos(HEADING), 88e3, 2290 * Math.sin(HEADING)};
    static final SymMatrix NOISE = noise();
    static final SymMatrix ERROR = SymMatrix.diagonal(SIGMA_RANGE * SIGMA_RANGE, SIGMA_ELEVATION * SIGMA_ELEVATION);
    private static final SymMatrix IGNORANCE = SymMatrix.diagonal(1e10, 1e9, 1e10, 1e9);

    private Farina() {}

    private static SymMatrix noise() {
        double a = UNREST * T * T * T / 3;
        double b = UNREST * T * T / 2;
        double c = UNREST * T;
        return new SymMatrix(4, new double[] {a, b, c, 0, 0, a, 0, 0, b, c});
    }

    static double[] move(double[] s) {
        double density = s[2] < 9144 ? 1.227 * Math.exp(-1.093e-4 * s[2]) : 1.754 * Math.exp(-1.49e-4 * s[2]);
        double drag = -0.5 * GRAVITY / BETA * density * Math.hypot(s[1], s[3]);
        double fx = drag * s[1];
        double fy = drag * s[3] - GRAVITY;
        return new double[] {
            s[0] + T * s[1] + T * T / 2 * fx, s[1] + T * fx, s[2] + T * s[3] + T * T / 2 * fy, s[3] + T * fy
        };
    }

    static double[] see(double[] s) {
        return new double[] {Math.hypot(s[0], s[2]), Math.atan2(s[2], s[0])};
    }

    static double[][] truth(@Nullable Draws draws) {
        double[][] path = new double[LOOKS][];
        path[0] = START;
        for (int k = 1; k < LOOKS; k++) {
            path[k] = move(path[k - 1]);
            for (int axis = 0; axis < 4 && draws != null; axis += 2) {
                double one = draws.gaussian();
                double other = draws.gaussian();
                path[k][axis] += Math.sqrt(UNREST * T * T * T / 3) * one;
                path[k][axis + 1] += Math.sqrt(UNREST * T) * (Math.sqrt(0.75) * one + 0.5 * other);
            }
        }
        return path;
    }

    static double[][] looks(double[][] path, Draws draws) {
        double[][] looks = new double[LOOKS][];
        for (int k = 0; k < LOOKS; k++) {
            looks[k] = see(path[k]);
            looks[k][0] += SIGMA_RANGE * draws.gaussian();
            looks[k][1] += SIGMA_ELEVATION * draws.gaussian();
        }
        return looks;
    }

    static Hindsight begin(double[] one, double[] two, int window, int rounds) {
        double[] place = place(one);
        double[] next = place(two);
        double[] mean = {place[0], (next[0] - place[0]) / T, place[1], (next[1] - place[1]) / T};
        SymMatrix at = polar(one);
        double[] guess = new double[10];
        guess[0] = at.get(0, 0);
        guess[3] = at.get(1, 0);
        guess[5] = at.get(1, 1);
        guess[2] = 2 * at.get(0, 0) / (T * T);
        guess[7] = 2 * at.get(1, 0) / (T * T);
        guess[9] = 2 * at.get(1, 1) / (T * T);
        return Hindsight.begin(
                Belief.of(mean, IGNORANCE), Belief.of(mean, new SymMatrix(4, guess)), sight(one), window, rounds);
    }

    static Sight sight(double[] look) {
        return Sight.of(Farina::see, look, ERROR);
    }

    private static double[] place(double[] look) {
        return new double[] {look[0] * Math.cos(look[1]), look[0] * Math.sin(look[1])};
    }

    private static SymMatrix polar(double[] look) {
        double c = Math.cos(look[1]);
        double s = Math.sin(look[1]);
        double along = SIGMA_RANGE * SIGMA_RANGE;
        double across = look[0] * look[0] * SIGMA_ELEVATION * SIGMA_ELEVATION;
        return new SymMatrix(2, new double[] {
            c * c * along + s * s * across, c * s * (along - across), s * s * along + c * c * across
        });
    }

    /// What no unbiased estimate can beat along the path without unrest: the covariances by look, from the
    /// third on.
    static double[][] bound() {
        double[][] path = truth(null);
        double[][] bound = new double[LOOKS][];
        double[][] z = new double[LOOKS][];
        for (int k = 0; k < LOOKS; k++) {
            z[k] = see(path[k]);
        }
        // Straightened at the truth with hardly any width a belief moves as the bound does (Tichavský 1998).
        SymMatrix width = SymMatrix.diagonal(1e-4, 1e-6, 1e-4, 1e-6);
        Belief belief =
                Affine.of(Farina::see, Belief.of(path[0], width)).seen(Belief.of(path[0], IGNORANCE), sight(z[0]));
        for (int k = 1; k < LOOKS; k++) {
            belief = Affine.of(Farina::move, Belief.of(path[k - 1], width)).moved(belief, NOISE.full());
            belief = Affine.of(Farina::see, Belief.of(path[k], width)).seen(belief, sight(z[k]));
            bound[k] = new double[4];
            for (int i = 0; i < 4; i++) {
                bound[k][i] = Math.sqrt(belief.covariance().get(i, i));
            }
        }
        return bound;
    }

    /// By look: RMS errors (4), then the mean NEES.
    static double[][] score(int runs, int window, int rounds) {
        double[][] out = new double[LOOKS][5];
        for (int run = 0; run < runs; run++) {
            double[][] path = truth(Draws.of(run, 0, "farina-path"));
            double[][] looks = looks(path, Draws.of(run, 0, "farina-looks"));
            Hindsight h = begin(looks[0], looks[1], window, rounds);
            for (int k = 1; k < LOOKS; k++) {
                h = h.with(Farina::move, NOISE, sight(looks[k]));
                double[] mean = h.now().mean();
                for (int i = 0; i < 4; i++) {
                    out[k][i] += Math.pow(mean[i] - path[k][i], 2) / runs;
                }
                out[k][4] += h.now().squareTo(path[k]) / runs;
            }
        }
        for (double[] row : out) {
            for (int i = 0; i < 4; i++) {
                row[i] = Math.sqrt(row[i]);
            }
        }
        return out;
    }

    /// The largest of the four errors' shares of their bounds.
    static double worstShare(double[] errors, double[] bound) {
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            worst = Math.max(worst, errors[i] / bound[i]);
        }
        return worst;
    }
}
