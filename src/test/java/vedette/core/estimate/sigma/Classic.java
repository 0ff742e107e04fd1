package vedette.core.estimate.sigma;

/// What the classic problems share.
final class Classic {
    private Classic() {}

    /// One step of order 4 (Runge and Kutta).
    static double[] step(Curve slopes, double[] x, double h) {
        double[] a = slopes.at(x);
        double[] b = slopes.at(ahead(x, a, h / 2));
        double[] c = slopes.at(ahead(x, b, h / 2));
        double[] d = slopes.at(ahead(x, c, h));
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
        }
        return y;
    }

    private static double[] ahead(double[] x, double[] slope, double h) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += h * slope[i];
        }
        return y;
    }
}
