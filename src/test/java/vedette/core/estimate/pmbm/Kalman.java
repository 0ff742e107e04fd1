package vedette.core.estimate.pmbm;

/// A Kalman filter in plain matrices: the oracle of [Path], and of whole filters by enumeration.
///
/// @param mean 4 × 1
/// @param covariance 4 × 4
record Kalman(double[][] mean, double[][] covariance) {
    static final double[][] F = {{1, 1, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 1}, {0, 0, 0, 1}};
    private static final double Q = 0.02;
    static final double[][] NOISE = {{Q / 3, Q / 2, 0, 0}, {Q / 2, Q, 0, 0}, {0, 0, Q / 3, Q / 2}, {0, 0, Q / 2, Q}};
    private static final double[][] H = {{1, 0, 0, 0}, {0, 0, 1, 0}};
    private static final double[][] R = {{1, 0}, {0, 1}};

    static Kalman born() {
        return new Kalman(new double[][] {{100}, {0}, {100}, {0}}, new double[][] {
            {150 * 150, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 150 * 150, 0}, {0, 0, 0, 1}
        });
    }

    Kalman moved() {
        double[][] p = Plane.times(Plane.times(F, covariance), Plane.turned(F));
        return new Kalman(Plane.times(F, mean), Plane.plus(p, NOISE, 1));
    }

    private double[][] sight() {
        return Plane.plus(Plane.times(Plane.times(H, covariance), Plane.turned(H)), R, 1);
    }

    private double[][] residual(double x, double y) {
        return Plane.plus(new double[][] {{x}, {y}}, Plane.times(H, mean), -1);
    }

    double density(double x, double y) {
        double[][] s = sight();
        double[][] d = residual(x, y);
        double d2 = Plane.times(Plane.times(Plane.turned(d), Plane.inverse(s)), d)[0][0];
        return Math.exp(-0.5 * d2) / (2 * Math.PI * Math.sqrt(s[0][0] * s[1][1] - s[0][1] * s[1][0]));
    }

    Kalman seen(double x, double y) {
        double[][] k = Plane.times(Plane.times(covariance, Plane.turned(H)), Plane.inverse(sight()));
        double[][] m = Plane.plus(mean, Plane.times(k, residual(x, y)), 1);
        return new Kalman(m, Plane.plus(covariance, Plane.times(Plane.times(k, H), covariance), -1));
    }

    /// One step of the Rauch–Tung–Striebel smoother: this state, knowing the smoothed next one.
    Kalman smoothed(Kalman next) {
        Kalman ahead = moved();
        double[][] g = Plane.times(Plane.times(covariance, Plane.turned(F)), Plane.inverse(ahead.covariance()));
        double[][] m = Plane.plus(mean, Plane.times(g, Plane.plus(next.mean(), ahead.mean(), -1)), 1);
        double[][] dp = Plane.plus(next.covariance(), ahead.covariance(), -1);
        return new Kalman(m, Plane.plus(covariance, Plane.times(Plane.times(g, dp), Plane.turned(g)), 1));
    }
}
