package vedette.core.estimate.sigma;

import vedette.math.Draws;
import vedette.math.SymMatrix;

/// The re-entry in a plane of Julier and Uhlmann 2004 ("Unscented filtering and nonlinear estimation", Proc.
/// IEEE 92(3), section VI, with its correction in 92(12)): position (km), velocity (km/s), drag; range and
/// bearing every 0.1 s.
final class PlaneReentry {
    static final double STEP_S = 0.1;
    private static final double DRAG = -0.59783;
    private static final double SCALE_KM = 13.406;
    private static final double GM = 3.986e5;
    private static final double RADIUS_KM = 6374;
    private static final double UNREST = 2.4064e-5;
    private static final double[] TRUTH = {6500.4, 349.14, -1.8093, -6.7967, 0.6932};
    private static final SymMatrix WIDTH = SymMatrix.diagonal(1e-6, 1e-6, 1e-6, 1e-6, 1);
    private static final SymMatrix NOISE =
            SymMatrix.diagonal(1e-14, 1e-14, STEP_S * UNREST, STEP_S * UNREST, STEP_S * 1e-6);

    private PlaneReentry() {}

    static double[] move(double[] x) {
        return Classic.step(PlaneReentry::slopes, Classic.step(PlaneReentry::slopes, x, STEP_S / 2), STEP_S / 2);
    }

    private static double[] slopes(double[] x) {
        double r = Math.hypot(x[0], x[1]);
        double drag = DRAG * Math.exp(x[4] + (RADIUS_KM - r) / SCALE_KM) * Math.hypot(x[2], x[3]);
        double pull = -GM / (r * r * r);
        return new double[] {x[2], x[3], drag * x[2] + pull * x[0], drag * x[3] + pull * x[1], 0};
    }

    static double[] see(double[] x) {
        return new double[] {Math.hypot(x[0] - RADIUS_KM, x[1]), Math.atan2(x[1], x[0] - RADIUS_KM)};
    }

    /// RMS errors of the position over all looks, metres: with hindsight, and of the unscented filter.
    static double[] score(int runs, double sigmaBearing, int window, int rounds) {
        int looks = 2000;
        double[] sum = new double[2];
        SymMatrix error = SymMatrix.diagonal(1e-6, sigmaBearing * sigmaBearing);
        for (int run = 0; run < runs; run++) {
            Draws draws = Draws.of(run, 0, "plane-re-entry");
            double[] truth = TRUTH.clone();
            for (int i = 0; i < 4; i++) {
                truth[i] += 1e-3 * draws.gaussian();
            }
            double[] believed = TRUTH.clone();
            believed[4] = 0;
            Belief unscented = Belief.of(believed, WIDTH);
            Sight nothing = Sight.of(PlaneReentry::see, see(believed), SymMatrix.diagonal(1e9, 1e9));
            Hindsight h = Hindsight.begin(unscented, unscented, nothing, window, rounds);
            for (int k = 0; k < looks; k++) {
                truth = move(truth);
                truth[2] += Math.sqrt(UNREST * STEP_S) * draws.gaussian();
                truth[3] += Math.sqrt(UNREST * STEP_S) * draws.gaussian();
                double[] look = see(truth);
                look[0] += 1e-3 * draws.gaussian();
                look[1] += sigmaBearing * draws.gaussian();
                Sight sight = Sight.of(PlaneReentry::see, look, error);
                h = h.with(PlaneReentry::move, NOISE, sight);
                unscented = unscented.moved(PlaneReentry::move, NOISE).with(sight);
                sum[0] += square(h.now().mean, truth);
                sum[1] += square(unscented.mean, truth);
            }
        }
        return new double[] {1000 * Math.sqrt(sum[0] / runs / looks), 1000 * Math.sqrt(sum[1] / runs / looks)};
    }

    private static double square(double[] mean, double[] truth) {
        return Math.pow(mean[0] - truth[0], 2) + Math.pow(mean[1] - truth[1], 2);
    }
}
