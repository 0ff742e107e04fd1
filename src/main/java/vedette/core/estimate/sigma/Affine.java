package vedette.core.estimate.sigma;

import vedette.math.Cholesky;

/// A curve's straight stand-in where a belief lies: y = A x + b + ε, the best in the mean over the belief, with
/// the covariance Ω of what a straight line leaves (statistical linear regression: Arasaratnam, Haykin, Elliott
/// 2007).
final class Affine {
    final double[] a;
    private final double[] b;
    private final double[] omega;
    private final int rows;

    private Affine(double[] a, double[] b, double[] omega) {
        this.a = a;
        this.b = b;
        this.omega = omega;
        this.rows = b.length;
    }

    /// From 2n points at ±√n times the columns of the covariance's factor.
    static Affine of(Curve curve, Belief about) {
        int n = about.mean.length;
        double[] l = Dense.factor(about.covariance, n);
        double[][] values = new double[2 * n][];
        double reach = Math.sqrt(n);
        for (int i = 0; i < n; i++) {
            values[2 * i] = curve.at(point(about.mean, l, i, reach));
            values[2 * i + 1] = curve.at(point(about.mean, l, i, -reach));
        }
        int rows = values[0].length;
        double[] middle = middle(values, rows);
        double[] a = slopes(values, l, rows, n);
        double[] b = middle.clone();
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < n; k++) {
                b[r] -= a[r * n + k] * about.mean[k];
            }
        }
        return new Affine(a, b, rest(values, middle, Dense.times(a, l, rows, n, n), n));
    }

    private static double[] point(double[] mean, double[] l, int column, double reach) {
        double[] point = mean.clone();
        for (int r = 0; r < point.length; r++) {
            point[r] += reach * l[r * point.length + column];
        }
        return point;
    }

    private static double[] middle(double[][] values, int rows) {
        double[] middle = new double[rows];
        for (double[] value : values) {
            for (int r = 0; r < rows; r++) {
                middle[r] += value[r] / values.length;
            }
        }
        return middle;
    }

    // A = D L⁻¹ / (2√n), D the differences across the points: each row of A solves Lᵀ aᵀ = dᵀ / (2√n).
    private static double[] slopes(double[][] values, double[] l, int rows, int n) {
        double[] a = new double[rows * n];
        double[] row = new double[n];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < n; i++) {
                row[i] = (values[2 * i][r] - values[2 * i + 1][r]) / (2 * Math.sqrt(n));
            }
            Cholesky.backward(l, n, row);
            System.arraycopy(row, 0, a, r * n, n);
        }
        return a;
    }

    // What the points scatter beyond A L: Ω = Φ − A P Aᵀ, summed as squares so that it stays positive.
    private static double[] rest(double[][] values, double[] middle, double[] al, int n) {
        int rows = middle.length;
        double[] omega = new double[rows * rows];
        double[] off = new double[rows];
        for (int i = 0; i < values.length; i++) {
            double sign = (i % 2 == 0 ? 1 : -1) * Math.sqrt(n);
            for (int r = 0; r < rows; r++) {
                off[r] = values[i][r] - middle[r] - sign * al[r * n + i / 2];
            }
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < rows; c++) {
                    omega[r * rows + c] += off[r] * off[c] / values.length;
                }
            }
        }
        return omega;
    }

    Belief moved(Belief from, double[] noise) {
        return new Belief(ahead(from), Dense.spread(a, from.covariance, plus(omega, noise), rows, from.mean.length));
    }

    // The Kalman update in Joseph's form, which keeps the covariance positive.
    Belief seen(Belief from, Sight sight) {
        int n = from.mean.length;
        double[] error = plus(omega, sight.noise);
        double[] s = Dense.spread(a, from.covariance, error, rows, n);
        double[] cross = Dense.timesTransposed(from.covariance, a, n, n, rows);
        double[] gain = Dense.over(cross, Dense.factor(s, rows), n, rows);
        double[] expected = ahead(from);
        double[] mean = from.mean.clone();
        double[] keep = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < rows; r++) {
                mean[i] += gain[i * rows + r] * (sight.measured[r] - expected[r]);
                for (int j = 0; j < n; j++) {
                    keep[i * n + j] -= gain[i * rows + r] * a[r * n + j];
                }
            }
            keep[i * n + i] += 1;
        }
        double[] fed = Dense.spread(gain, error, new double[n * n], n, rows);
        return new Belief(mean, Dense.spread(keep, from.covariance, fed, n, n));
    }

    private double[] ahead(Belief from) {
        double[] mean = b.clone();
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < from.mean.length; k++) {
                mean[r] += a[r * from.mean.length + k] * from.mean[k];
            }
        }
        return mean;
    }

    private static double[] plus(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
