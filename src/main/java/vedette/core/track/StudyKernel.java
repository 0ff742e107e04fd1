package vedette.core.track;

import java.util.Arrays;
import java.util.List;
import vedette.core.sense.RadarView;
import vedette.math.Cholesky;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Tangent;

/// The arithmetic of [Registration]: what one [Study] says of the biases of the sensors in it.
///
/// The object's path through those seconds is a parabola: position, velocity and acceleration, nine numbers x of which
/// little is known beforehand. A plot of sensor s is z = h(x(t)) + b_s + noise, where a late clock moves the object
/// back along its velocity; linearised, y = H x + G b + v. The path is eliminated, which leaves of the plots what they
/// tell of the biases whatever the path was (Schur complement of the normal equations: Golub and Van Loan, Matrix
/// Computations, sec. 3.2.6; Lin, Kirubarajan, Bar-Shalom 2005, IEEE Trans. AES 41(3), difference the sensors' tracks
/// to the same end):
///
///     Λ = Gᵀ G − Gᵀ H (P₀⁻¹ + Hᵀ H)⁻¹ Hᵀ G,   η = Gᵀ y − Gᵀ H (P₀⁻¹ + Hᵀ H)⁻¹ Hᵀ y
///
/// with rows divided by their sigmas. The filters' estimates, which have taken the biases in, serve only as the first
/// point of linearisation; the second and last is the path found with it.
///
/// One object serves one thread. A study of seven plots by three radars costs about 6 µs.
final class StudyKernel {
    /// Biases of a sensor: range, azimuth, elevation, time.
    static final int BIASES = 4;

    private static final int STATE = 9;
    private static final int MOST_SENSORS = 6;
    private static final int MOST = BIASES * MOST_SENSORS;

    /// What is known of a path beforehand, level and upright: place (m), speed (m/s), acceleration (m/s²). The speed is
    /// the track's, the rate of climb and the acceleration are none.
    private static final double[] LEVEL = {20_000, 300, 1.5};

    private static final double[] UPRIGHT = {10_000, 15, 0.5};
    private static final double FALLING_CLIMB = 3000;

    /// Free fall at the heights where it is tracked, m/s².
    private static final double GRAVITY = 9.4;

    /// A report may be older than it says, seconds.
    private static final double REPORT_LATENCY_S = 0.1;

    private static final double[] EARTH = Tangent.earthFixed();

    private final double[] path = new double[STATE];
    private final double[] normal = new double[STATE * STATE];
    private final double[] right = new double[STATE];
    private final double[] cross = new double[MOST * STATE];
    private final double[] own = new double[MOST * MOST];
    private final double[] told = new double[MOST];
    private final double[] trial = new double[MOST * MOST];
    private final double[] reduced = new double[MOST];
    private final double[] column = new double[STATE];
    private final double[] at = new double[3];
    private final double[] velocity = new double[3];
    private final double[] axes = new double[9];
    private final double[] plumb = new double[3];
    private final double[] off = new double[MOST];
    private final double[] units = new double[MOST];
    private final int[] who = new int[MOST_SENSORS];
    private int sensors;
    private int rows;
    private double square;

    /// The biases as they are known so far, in units.
    ///
    /// @param units what is one in each
    /// @param applied what was taken off the plots
    /// @param mean the estimate
    /// @param sigma its standard deviations
    record Prior(double[] units, double[] applied, double[] mean, double[] sigma) {}

    /// Reads a study.
    ///
    /// @param reports whether objects' own reports are believed
    /// @return whether it tells anything: two sources, more rows than unknowns
    boolean read(Study study, List<RadarView> views, Prior prior, boolean reports) {
        gather(study, prior);
        int sources = sensors + (reports && study.reported() ? 1 : 0);
        if (sources < 2) {
            return false;
        }
        begin(study);
        collect(study, views, reports);
        if (!improve()) {
            return false;
        }
        collect(study, views, reports);
        return rows > STATE - 2 && eliminate();
    }

    private void gather(Study study, Prior prior) {
        sensors = 0;
        for (int row = 0; row < study.rows().length; row += Study.WIDTH) {
            int sensor = (int) study.rows()[row + Study.SENSOR];
            if (sensor >= 0 && local(sensor) < 0 && sensors < MOST_SENSORS) {
                for (int k = 0; k < BIASES; k++) {
                    int b = BIASES * sensor + k;
                    off[BIASES * sensors + k] = prior.mean[b] - prior.applied[b];
                    units[BIASES * sensors + k] = prior.units[b];
                }
                who[sensors++] = sensor;
            }
        }
    }

    private int local(int sensor) {
        for (int s = 0; s < sensors; s++) {
            if (who[s] == sensor) {
                return s;
            }
        }
        return -1;
    }

    // The middle of the study is the path's zero of time.
    private static double middleS(Study study) {
        double last = 0;
        for (int row = 0; row < study.rows().length; row += Study.WIDTH) {
            last = Math.max(last, study.rows()[row + Study.TIME]);
        }
        return last / 2;
    }

    private void begin(Study study) {
        double ahead = middleS(study);
        double[] start = study.start();
        double far = Math.sqrt(start[0] * start[0] + start[1] * start[1] + start[2] * start[2]);
        for (int k = 0; k < 3; k++) {
            path[k] = start[k] + ahead * start[3 + k];
            path[3 + k] = start[3 + k];
            path[6 + k] = study.falling() ? -GRAVITY * start[k] / far : 0;
        }
    }

    // The normal equations about the path as it stands, first of what is known beforehand, then of each row.
    private void collect(Study study, List<RadarView> views, boolean reports) {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        Arrays.fill(cross, 0, BIASES * sensors * STATE, 0);
        Arrays.fill(own, 0);
        Arrays.fill(told, 0);
        square = 0;
        rows = 0;
        expect(study);
        double middle = middleS(study);
        for (int row = 0; row < study.rows().length; row += Study.WIDTH) {
            int sensor = (int) study.rows()[row + Study.SENSOR];
            double timeS = study.rows()[row + Study.TIME] - middle;
            for (int k = 0; k < 3; k++) {
                velocity[k] = path[3 + k] + timeS * path[6 + k];
                at[k] = path[k] + timeS * path[3 + k] + timeS * timeS / 2 * path[6 + k];
            }
            if (sensor == Study.REPORT) {
                if (reports) {
                    report(study.rows(), row, timeS);
                }
            } else if (local(sensor) >= 0) {
                plot(study.rows(), row, timeS, views.get(sensor));
            }
        }
    }

    private void expect(Study study) {
        double[] start = study.start();
        double far = Math.sqrt(start[0] * start[0] + start[1] * start[1] + start[2] * start[2]);
        double ahead = middleS(study);
        for (int block = 0; block < 3; block++) {
            double tall = block == 1 && study.falling() ? FALLING_CLIMB : UPRIGHT[block];
            double level = 1 / (LEVEL[block] * LEVEL[block]);
            double more = 1 / (tall * tall) - level;
            double climb = 0;
            for (int k = 0; k < 3; k++) {
                climb += start[k] / far * start[3 + k];
            }
            for (int i = 0; i < 3; i++) {
                double up = start[i] / far;
                double wanted = block == 0
                        ? start[i] + ahead * start[3 + i]
                        : block == 1
                                ? start[3 + i] - (study.falling() ? 0 : climb * up)
                                : study.falling() ? -GRAVITY * up : 0;
                column[i] = wanted - path[3 * block + i];
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double known = (i == j ? level : 0) + more * start[i] * start[j] / (far * far);
                    normal[(3 * block + i) * STATE + 3 * block + j] += known;
                    right[3 * block + i] += known * column[j];
                    square += known * column[i] * column[j];
                }
            }
        }
    }

    // The axes are those of the ellipsoid, not of the Earth's centre: a report without a height stands kilometres above
    // its object, and along a line 0.19° off (at 45°) that would be 17 m beside it.
    private void report(double[] told, int row, double timeS) {
        Tangent.up(EARTH, at, 0, plumb);
        double level = Math.max(1, Math.sqrt(at[0] * at[0] + at[1] * at[1]));
        double speed2 = velocity[0] * velocity[0] + velocity[1] * velocity[1] + velocity[2] * velocity[2];
        double late2 = REPORT_LATENCY_S * REPORT_LATENCY_S * speed2;
        System.arraycopy(plumb, 0, axes, 6, 3);
        axes[0] = -at[1] / level;
        axes[1] = at[0] / level;
        axes[2] = 0;
        axes[3] = axes[7] * axes[2] - axes[8] * axes[1];
        axes[4] = axes[8] * axes[0] - axes[6] * axes[2];
        axes[5] = axes[6] * axes[1] - axes[7] * axes[0];
        for (int axis = 0; axis < 3; axis++) {
            double residual = 0;
            for (int k = 0; k < 3; k++) {
                residual += axes[3 * axis + k] * (told[row + Study.VALUE + k] - at[k]);
            }
            double sigma = told[row + Study.SIGMA + (axis == 2 ? 2 : axis)];
            row(axis, Math.sqrt(sigma * sigma + (axis == 2 ? 0 : late2)), residual, timeS, -1);
        }
    }

    private void plot(double[] seen, int row, double timeS, RadarView view) {
        view.face(EARTH);
        view.look(at, 0);
        view.sight(axes);
        int base = BIASES * local((int) seen[row + Study.SENSOR]);
        for (int k = 0; k < 3; k++) {
            axes[3 + k] /= view.groundM();
            axes[6 + k] /= view.rangeM();
        }
        row(0, seen[row + Study.SIGMA], seen[row + Study.VALUE] - view.rangeM(), timeS, base);
        double turned = Exact.halfTurn(seen[row + Study.VALUE + 1] - view.azimuthRad());
        row(1, seen[row + Study.SIGMA + 1], turned, timeS, base);
        if (seen[row + Study.SIGMA + 2] > 0) {
            row(2, seen[row + Study.SIGMA + 2], seen[row + Study.VALUE + 2] - view.elevationRad(), timeS, base);
        }
    }

    // One row along an axis: the path's part, and that of the sensor's own bias and its clock.
    @Kernel
    void row(int axis, double sigma, double residual, double timeS, int base) {
        double w = 1 / sigma;
        double h0 = w * axes[3 * axis];
        double h1 = w * axes[3 * axis + 1];
        double h2 = w * axes[3 * axis + 2];
        double y = w * residual;
        column[0] = h0;
        column[1] = h1;
        column[2] = h2;
        column[3] = timeS * h0;
        column[4] = timeS * h1;
        column[5] = timeS * h2;
        double half = timeS * timeS / 2;
        column[6] = half * h0;
        column[7] = half * h1;
        column[8] = half * h2;
        if (base >= 0) {
            int b = base + axis;
            int c = base + BIASES - 1;
            double gb = w * units[b];
            double gc = -(h0 * velocity[0] + h1 * velocity[1] + h2 * velocity[2]) * units[c];
            y -= gb * off[b] + gc * off[c];
            for (int i = 0; i < STATE; i++) {
                cross[b * STATE + i] += gb * column[i];
                cross[c * STATE + i] += gc * column[i];
            }
            own[b * MOST + b] += gb * gb;
            own[c * MOST + b] += gb * gc;
            own[c * MOST + c] += gc * gc;
            told[b] += gb * y;
            told[c] += gc * y;
        }
        for (int i = 0; i < STATE; i++) {
            right[i] += column[i] * y;
            for (int j = 0; j <= i; j++) {
                normal[i * STATE + j] += column[i] * column[j];
            }
        }
        square += y * y;
        rows++;
    }

    // The path moves to where the rows put it.
    private boolean improve() {
        if (!Cholesky.factor(normal, 0, STATE)) {
            return false;
        }
        Cholesky.forward(normal, STATE, right);
        Cholesky.backward(normal, STATE, right);
        for (int i = 0; i < STATE; i++) {
            path[i] += right[i];
        }
        return true;
    }

    private boolean eliminate() {
        if (!Cholesky.factor(normal, 0, STATE)) {
            return false;
        }
        Cholesky.forward(normal, STATE, right);
        int m = BIASES * sensors;
        for (int b = 0; b < m; b++) {
            System.arraycopy(cross, b * STATE, column, 0, STATE);
            Cholesky.forward(normal, STATE, column);
            System.arraycopy(column, 0, cross, b * STATE, STATE);
        }
        for (int b = 0; b < m; b++) {
            told[b] -= dot(right, 0, b * STATE);
            for (int c = 0; c <= b; c++) {
                own[b * MOST + c] -= dot(cross, c * STATE, b * STATE);
            }
        }
        for (int i = 0; i < STATE; i++) {
            square -= right[i] * right[i];
        }
        return true;
    }

    private double dot(double[] a, int from, int b) {
        double sum = 0;
        for (int i = 0; i < STATE; i++) {
            sum += a[from + i] * cross[b + i];
        }
        return sum;
    }

    /// The squared misfit of the last study, with the biases as far off their estimates as their sigmas allow:
    /// chi-square with [#degrees].
    double misfit(Prior prior) {
        int m = BIASES * sensors;
        for (int b = 0; b < m; b++) {
            double sigma = prior.sigma[bias(b)];
            for (int c = 0; c <= b; c++) {
                trial[b * m + c] = own[b * MOST + c] + (b == c ? 1 / (sigma * sigma) : 0);
            }
            reduced[b] = told[b];
        }
        if (!Cholesky.factor(trial, 0, m)) {
            return Double.POSITIVE_INFINITY;
        }
        Cholesky.forward(trial, m, reduced);
        double left = square;
        for (int b = 0; b < m; b++) {
            left -= reduced[b] * reduced[b];
        }
        return left;
    }

    /// About how many of the last study's rows the path does not take up: place and velocity, the height poorly.
    int degrees() {
        return Math.max(1, rows - (STATE - 4));
    }

    private int bias(int local) {
        return BIASES * who[local / BIASES] + local % BIASES;
    }

    /// Adds what the last study told.
    ///
    /// @param weight how much it counts
    /// @param information receives the information matrix, lower triangle row by row
    /// @param vector receives the information vector
    void fold(Prior prior, double weight, double[] information, double[] vector) {
        int m = BIASES * sensors;
        for (int b = 0; b < m; b++) {
            int i = bias(b);
            double sum = told[b];
            for (int c = 0; c < m; c++) {
                double part = b >= c ? own[b * MOST + c] : own[c * MOST + b];
                int j = bias(c);
                sum += part * prior.mean[j];
                if (j <= i) {
                    information[i * (i + 1) / 2 + j] += weight * part;
                }
            }
            vector[i] += weight * sum;
        }
    }
}
