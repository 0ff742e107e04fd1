package vedette.core.estimate.sigma;

import vedette.math.Draws;
import vedette.math.SymMatrix;

/// The falling body of Athans, Wishner and Bertolini 1968 in the form of Julier and Uhlmann (1997, "A new
/// extension of the Kalman filter to nonlinear systems", section 5): height (ft), speed down (ft/s) and drag
/// (1/ft), the range of a radar every second, no noise on the way, the drag unknown at first.
final class FallingBody {
    static final int LOOKS = 60;
    private static final double THINNING = 5e-5;
    private static final double ASIDE = 1e5;
    private static final double HEIGHT = 1e5;
    private static final int SUBSTEPS = 32;
    private static final double[] TRUTH = {3e5, 2e4, 1e-3};
    private static final double[] BELIEVED = {3e5, 2e4, 3e-5};
    private static final SymMatrix WIDTH = SymMatrix.diagonal(1e6, 4e6, 1e-4);
    private static final SymMatrix NOISE = SymMatrix.diagonal(1e-6, 1e-6, 1e-16);
    private static final SymMatrix ERROR = SymMatrix.diagonal(1e4);

    private FallingBody() {}

    static double[] move(double[] x) {
        double[] y = x;
        for (int i = 0; i < SUBSTEPS; i++) {
            y = Classic.step(FallingBody::slopes, y, 1.0 / SUBSTEPS);
        }
        return y;
    }

    private static double[] slopes(double[] x) {
        return new double[] {-x[1], -Math.exp(-THINNING * x[0]) * x[1] * x[1] * x[2], 0};
    }

    static double[] see(double[] x) {
        return new double[] {Math.hypot(ASIDE, x[0] - HEIGHT)};
    }

    /// By look: mean absolute errors of height, speed, drag with hindsight, then those of the unscented filter.
    static double[][] score(int runs, int window, int rounds) {
        double[][] out = new double[LOOKS + 1][6];
        for (int run = 0; run < runs; run++) {
            Draws draws = Draws.of(run, 0, "falling-body");
            double[] truth = TRUTH;
            Belief unscented = Belief.of(BELIEVED, WIDTH);
            // The first look is a second after the start; a look that says nothing stands at the start.
            Sight nothing = Sight.of(FallingBody::see, see(BELIEVED), SymMatrix.diagonal(1e16));
            Hindsight h = Hindsight.begin(unscented, unscented, nothing, window, rounds);
            for (int k = 1; k <= LOOKS; k++) {
                truth = move(truth);
                double range = see(truth)[0] + 100 * draws.gaussian();
                Sight sight = Sight.of(FallingBody::see, new double[] {range}, ERROR);
                h = h.with(FallingBody::move, NOISE, sight);
                unscented = unscented.moved(FallingBody::move, NOISE).with(sight);
                for (int i = 0; i < 3; i++) {
                    out[k][i] += Math.abs(h.now().mean[i] - truth[i]) / runs;
                    out[k][3 + i] += Math.abs(unscented.mean[i] - truth[i]) / runs;
                }
            }
        }
        return out;
    }
}
