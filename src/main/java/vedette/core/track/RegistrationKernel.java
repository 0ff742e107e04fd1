package vedette.core.track;

import java.util.List;
import vedette.core.sense.RadarView;
import vedette.math.Kernel;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// The arithmetic of [Registration]: what one residual says of the biases of all sensors behind it.
///
/// A track's place is a weighted mean of what its sensors told, W_j = (Σ J)⁻¹ J_j with J_j the information that
/// sensor j gave lately; so the bias b_j of each moves the track by W_j C_j b_j, and a residual of sensor s along
/// the direction h is ν = e b_s − Σ_j hᵀ W_j C_j b_j + noise, where C_j b_j is what a bias does to a place: range
/// and azimuth move it along and across the sight, a late clock moves it back along the velocity. (Lin,
/// Kirubarajan, Bar-Shalom 2005, IEEE Trans. AES 41(3), difference the sensors' tracks to the same end; here the
/// fused track and its weights do.)
///
/// One object serves one thread. A row costs about 0.5 µs with three sensors.
final class RegistrationKernel {
    /// Biases of a sensor: range, azimuth, elevation, time.
    static final int BIASES = 4;

    /// What is told by others fades from the track's place with this time constant, seconds.
    private static final double TRACK_MEMORY_S = 12;

    /// Nobody told the height: it is known to this, metres.
    private static final double HEIGHT_SIGMA_M = 1500;

    /// And the place to this, metres.
    private static final double PLACE_SIGMA_M = 20_000;

    /// Reports of objects' own positions come with this sigma and period.
    private static final double REPORT_SIGMA_M = 60;

    private static final double REPORT_PERIOD_S = 1;

    /// Residuals of one track are not independent: their variance counts so many times.
    static final double INFLATION = 4;

    private static final double[] EARTH = Tangent.earthFixed();

    private final double[] sum = new double[6];
    private final double[] each = new double[6 * Lesson.MOST_SOURCES];
    private final double[] axes = new double[9 * Lesson.MOST_SOURCES];
    private final double[] own = new double[9];
    private final double[] scales = new double[2 * Lesson.MOST_SOURCES];
    private final int[] who = new int[Lesson.MOST_SOURCES + 1];
    private final double[] row = new double[BIASES * (Lesson.MOST_SOURCES + 1)];
    private final double[] weighed = new double[3];
    private int sources;
    private double rangeM;
    private double groundM;

    /// Where a residual's information is added.
    ///
    /// @param registered how many sensors are registered
    /// @param units what is one in each bias
    /// @param applied the biases that were taken off
    /// @param information receives the information matrix, lower triangle row by row
    /// @param vector receives the information vector
    record Sums(int registered, double[] units, double[] applied, double[] information, double[] vector) {}

    /// Adds what a residual tells.
    void add(Lesson lesson, int residual, List<SensorSite> sites, List<RadarView> views, Sums sums) {
        gather(lesson.rows(), residual * Lesson.WIDTH, sites, views);
        RadarView view = views.get(lesson.sensor);
        view.face(EARTH);
        view.look(lesson.rows(), residual * Lesson.WIDTH + Lesson.PLACE);
        view.sight(own);
        rangeM = view.rangeM();
        groundM = view.groundM();
        for (int axis = 0; axis < 3; axis++) {
            if (lesson.tells(residual, axis)) {
                row(lesson.rows(), residual * Lesson.WIDTH, axis, lesson.sensor);
                double noise = INFLATION
                        * (lesson.at(residual, Lesson.TRACK_VARIANCE + axis)
                                + lesson.at(residual, Lesson.PLOT_VARIANCE + axis));
                fold(lesson.at(residual, Lesson.RESIDUAL + axis), 1 / noise, sums);
            }
        }
    }

    @Kernel
    void gather(double[] rows, int at, List<SensorSite> sites, List<RadarView> views) {
        sources = (int) rows[at + Lesson.SOURCES];
        double x = rows[at];
        double y = rows[at + 1];
        double z = rows[at + 2];
        double far = x * x + y * y + z * z;
        double flat = 1 / (PLACE_SIGMA_M * PLACE_SIGMA_M);
        double tall = 1 / (HEIGHT_SIGMA_M * HEIGHT_SIGMA_M) / far;
        sum[0] = flat + tall * x * x;
        sum[1] = tall * x * y;
        sum[2] = flat + tall * y * y;
        sum[3] = tall * x * z;
        sum[4] = tall * y * z;
        sum[5] = flat + tall * z * z;
        for (int s = 0; s < sources; s++) {
            int index = (int) rows[at + Lesson.SOURCE + 2 * s];
            double age = rows[at + Lesson.SOURCE + 2 * s + 1];
            who[s + 1] = index;
            double recent = 1 / (1 + age / TRACK_MEMORY_S);
            for (int k = 0; k < 6; k++) {
                each[6 * s + k] = 0;
            }
            if (index == Lesson.REPORTS) {
                double known = recent / (REPORT_PERIOD_S * REPORT_SIGMA_M * REPORT_SIGMA_M);
                each[6 * s] = known;
                each[6 * s + 2] = known;
                each[6 * s + 5] = known;
            } else {
                RadarView view = views.get(index);
                view.face(EARTH);
                view.look(rows, at);
                view.sight(own);
                System.arraycopy(own, 0, axes, 9 * s, 9);
                scales[2 * s] = view.groundM();
                scales[2 * s + 1] = view.rangeM();
                PlotSigma sigma = sites.get(index).sigma();
                double often = recent / sites.get(index).periodS();
                outer(s, 0, often / (sigma.rangeM() * sigma.rangeM()));
                double across = sigma.azimuthRad() * view.groundM();
                outer(s, 3, often / (across * across));
                double upright = sigma.elevationRad() * view.rangeM();
                outer(s, 6, upright > 0 ? often / (upright * upright) : 0);
            }
            for (int k = 0; k < 6; k++) {
                sum[k] += each[6 * s + k];
            }
        }
    }

    private void outer(int source, int axis, double weight) {
        int u = 9 * source + axis;
        int p = 6 * source;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                each[p++] += weight * axes[u + i] * axes[u + j];
            }
        }
    }

    // The row of a residual along an axis: the sensor's own biases, less those that the track has taken in.
    @Kernel
    void row(double[] rows, int at, int axis, int sensor) {
        double scale = axis == 0 ? 1 : axis == 1 ? groundM : rangeM;
        double hx = own[3 * axis] / scale;
        double hy = own[3 * axis + 1] / scale;
        double hz = own[3 * axis + 2] / scale;
        solve(hx, hy, hz);
        double vx = rows[at + Lesson.VELOCITY];
        double vy = rows[at + Lesson.VELOCITY + 1];
        double vz = rows[at + Lesson.VELOCITY + 2];
        who[0] = sensor;
        for (int k = 0; k < BIASES * (sources + 1); k++) {
            row[k] = 0;
        }
        row[axis] = 1;
        row[3] = -(hx * vx + hy * vy + hz * vz);
        for (int s = 0; s < sources; s++) {
            if (who[s + 1] == Lesson.REPORTS) {
                continue;
            }
            int j = 6 * s;
            double gx = each[j] * weighed[0] + each[j + 1] * weighed[1] + each[j + 3] * weighed[2];
            double gy = each[j + 1] * weighed[0] + each[j + 2] * weighed[1] + each[j + 4] * weighed[2];
            double gz = each[j + 3] * weighed[0] + each[j + 4] * weighed[1] + each[j + 5] * weighed[2];
            int u = 9 * s;
            int r = BIASES * (s + 1);
            row[r] = -(gx * axes[u] + gy * axes[u + 1] + gz * axes[u + 2]);
            row[r + 1] = -scales[2 * s] * (gx * axes[u + 3] + gy * axes[u + 4] + gz * axes[u + 5]);
            row[r + 2] = -scales[2 * s + 1] * (gx * axes[u + 6] + gy * axes[u + 7] + gz * axes[u + 8]);
            row[r + 3] = gx * vx + gy * vy + gz * vz;
        }
    }

    // weighed = (Σ J)⁻¹ h, by the adjugate.
    private void solve(double hx, double hy, double hz) {
        double a = sum[0];
        double b = sum[1];
        double c = sum[2];
        double d = sum[3];
        double e = sum[4];
        double f = sum[5];
        double xx = c * f - e * e;
        double xy = d * e - b * f;
        double xz = b * e - c * d;
        double yy = a * f - d * d;
        double yz = b * d - a * e;
        double zz = a * c - b * b;
        double determinant = a * xx + b * xy + d * xz;
        weighed[0] = (xx * hx + xy * hy + xz * hz) / determinant;
        weighed[1] = (xy * hx + yy * hy + yz * hz) / determinant;
        weighed[2] = (xz * hx + yz * hy + zz * hz) / determinant;
    }

    // Λ += w rᵀr and η += w rᵀy, where y is the residual as it were had nothing been taken off.
    private void fold(double residual, double weight, Sums sums) {
        double told = residual;
        for (int s = 0; s <= sources; s++) {
            if (!registered(s, sums)) {
                continue;
            }
            for (int k = 0; k < BIASES; k++) {
                int b = who[s] * BIASES + k;
                row[s * BIASES + k] *= sums.units[b];
                told += row[s * BIASES + k] * sums.applied[b];
            }
        }
        for (int s = 0; s <= sources; s++) {
            if (registered(s, sums)) {
                fold(s, told * weight, weight, sums);
            }
        }
    }

    private boolean registered(int source, Sums sums) {
        return who[source] >= 0 && who[source] < sums.registered;
    }

    private void fold(int s, double told, double weight, Sums sums) {
        for (int k = 0; k < BIASES; k++) {
            double part = row[s * BIASES + k];
            int i = who[s] * BIASES + k;
            sums.vector[i] += part * told;
            for (int t = 0; t <= sources; t++) {
                int from = who[t] * BIASES;
                if (!registered(t, sums) || from > i) {
                    continue;
                }
                for (int m = 0; m < BIASES && from + m <= i; m++) {
                    sums.information[i * (i + 1) / 2 + from + m] += weight * part * row[t * BIASES + m];
                }
            }
        }
    }
}
