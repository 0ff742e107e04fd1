package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import vedette.core.motion.Air;
import vedette.core.motion.Fall;
import vedette.math.Cholesky;
import vedette.math.Exact;

/// Follows echoes with a Kalman filter of free fall and a great unrest: an extended one, row by row (Bar-Shalom, Li
/// and Kirubarajan 2001, §10.3.3). A workspace.
final class Follower {
    /// Spectral density of what a burn adds, m²/s³: 35 m/s² over two seconds are one standard deviation; at the end of
    /// a stage it is twice that.
    static final double BURNING = 2500;
    /// The same of what is known to fall: drag that is not known, and no more.
    static final double FALLING = 200;
    /// A turn that is still followed: lift over drag, of a body of so many kg/m², and the most unrest from it, m²/s³.
    private static final double LIFT = 1.5;
    private static final double BODY = 3000;
    private static final double MOST_PUSHED = 4e4;
    /// How fast something may be that was seen once, per axis, m/s.
    private static final double FAST_MPS = 4000;
    private static final double LN_BETA = 8.4;
    private static final double QUIET = 3;
    private static final double SURPRISE_SHARE = 0.1;
    private static final int N = 6;

    private final Fall fall = new Fall();
    private final LookView view = new LookView();
    private final double[] start = new double[Drop.FLIGHT];
    private final double[] x = new double[N];
    private final double[] p = new double[N * N];
    private final double[] ps = new double[N * N];
    private final double[] h = new double[LookView.ROWS * N];
    private final double[] s = new double[LookView.ROWS * LookView.ROWS];
    private final double[] e = new double[LookView.ROWS];
    private final double[] ph = new double[N];
    private final List<Site> sites;
    private final Contradictions contradictions;
    private final Pointing pointing;
    /// Of the latest [#fits]: squared distance, its degrees of freedom, and logarithm of the likelihood.
    double distance;
    int rows;
    double logLikelihood;

    Follower(List<Site> sites) {
        this(sites, new Contradictions(sites));
    }

    Follower(List<Site> sites, Contradictions contradictions) {
        this(sites, contradictions, new Pointing(List.of()));
    }

    Follower(List<Site> sites, Contradictions contradictions, Pointing pointing) {
        this.sites = sites;
        this.contradictions = contradictions;
        this.pointing = pointing;
    }

    /// Unrest of what falls: what the air could do to it, should it turn.
    static double falling(Follow follow) {
        Numbers s = follow.state();
        double speed2 = s.at(3) * s.at(3) + s.at(4) * s.at(4) + s.at(5) * s.at(5);
        double push = LIFT * Air.density(follow.heightM()) * speed2 / (2 * BODY);
        return FALLING + Math.min(MOST_PUSHED, push * push);
    }

    /// Unrest of a thing: what is known to fall, or what may burn.
    static double unrest(Thing thing) {
        boolean falls = thing.drop().isPresent()
                && thing.drop().get().looks() >= Watching.HELD
                && thing.drop().get().surprise() < QUIET;
        return falls ? falling(thing.follow().orElseThrow()) : BURNING;
    }

    /// What one echo tells.
    Follow begun(Look.Echo echo) {
        Site site = sites.get(echo.sensor());
        double cosEl = Exact.cos(echo.elevationRad());
        double east = cosEl * Exact.sin(echo.azimuthRad());
        double north = cosEl * Exact.cos(echo.azimuthRad());
        double up = Exact.sin(echo.elevationRad());
        double[] m = site.axes();
        double[] u = new double[3];
        for (int i = 0; i < 3; i++) {
            u[i] = m[i] * east + m[3 + i] * north + m[6 + i] * up;
        }
        Arrays.fill(x, 0);
        x[0] = site.x() + echo.rangeM() * u[0];
        x[1] = site.y() + echo.rangeM() * u[1];
        x[2] = site.z() + echo.rangeM() * u[2];
        double along = variance(site.radar().noise().rangeM(), contradictions.error(echo.sensor(), 0));
        double across = variance(site.radar().noise().angleRad(), contradictions.error(echo.sensor(), 1))
                * echo.rangeM()
                * echo.rangeM();
        Arrays.fill(p, 0);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p[i * N + j] = (along - across) * u[i] * u[j] + (i == j ? across : 0);
            }
            p[(3 + i) * N + 3 + i] = FAST_MPS * FAST_MPS;
        }
        boolean mute = contradictions.isMute(echo.sensor());
        if (!mute && !Double.isNaN(echo.rangeRateMps()) && site.radar().noise().rangeRateMps() > 0) {
            view.echo(echo, site, x);
            scalar(3, variance(site.radar().noise().rangeRateMps(), 0));
        }
        return new Follow(echo.timeS(), Numbers.copy(x, N), Numbers.copy(p, N * N), 1, BURNING, 1);
    }

    private static double variance(double noise, double bias) {
        return noise * noise + bias * bias;
    }

    /// How well an echo fits: the distance is left in the fields.
    void fits(Follow follow, Look.Echo echo) {
        moved(follow, echo.timeS());
        view.echo(echo, sites.get(echo.sensor()), x);
        rows = contradictions.isMute(echo.sensor()) ? Math.min(view.rows, Drop.BIASES) : view.rows;
        for (int a = 0; a < rows; a++) {
            for (int i = 0; i < N; i++) {
                double sum = 0;
                for (int j = 0; j < N; j++) {
                    sum += p[i * N + j] * view.partials[a * LookView.WIDTH + j];
                }
                h[a * N + i] = sum;
            }
        }
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = a == b ? noise(echo, a) : 0;
                for (int i = 0; i < N; i++) {
                    sum += h[a * N + i] * view.partials[b * LookView.WIDTH + i];
                }
                s[a * rows + b] = sum;
            }
            e[a] = view.residual[a];
        }
        distance = Double.POSITIVE_INFINITY;
        logLikelihood = Double.NEGATIVE_INFINITY;
        if (!Cholesky.factor(s, 0, rows)) {
            return;
        }
        Cholesky.forward(s, rows, e);
        double d2 = 0;
        double log = 0;
        for (int a = 0; a < rows; a++) {
            d2 += e[a] * e[a];
            log += Exact.log(s[a * rows + a] / view.sigma[a]);
        }
        distance = d2;
        logLikelihood = -0.5 * d2 - log;
    }

    private double noise(Look.Echo echo, int row) {
        double extra = row < 3 ? contradictions.error(echo.sensor(), row) : 0;
        return variance(view.sigma[row], extra);
    }

    /// The hold with one more echo.
    ///
    /// @param unrest of it from here on
    Follow taken(Follow follow, Look.Echo echo, double unrest) {
        fits(follow, echo);
        if (distance == Double.POSITIVE_INFINITY) {
            return begun(echo);
        }
        double surprise = follow.surprise() + SURPRISE_SHARE * (Math.min(distance / rows, 25) - follow.surprise());
        for (int row = 0; row < rows; row++) {
            scalar(row, noise(echo, row));
        }
        return new Follow(
                echo.timeS(), Numbers.copy(x, N), Numbers.copy(p, N * N), follow.echoes() + 1, unrest, surprise);
    }

    // One row of the view at the state it was linearised at; what earlier rows moved is taken off.
    private void scalar(int row, double variance) {
        int at = row * LookView.WIDTH;
        double innovation = variance;
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                sum += p[i * N + j] * view.partials[at + j];
            }
            ph[i] = sum;
            innovation += sum * view.partials[at + i];
        }
        double residual = view.residual[row];
        for (int i = 0; i < N; i++) {
            x[i] += ph[i] * residual / innovation;
        }
        for (int other = row + 1; other < LookView.ROWS; other++) {
            double seen = 0;
            for (int i = 0; i < N; i++) {
                seen += view.partials[other * LookView.WIDTH + i] * ph[i];
            }
            view.residual[other] -= seen * residual / innovation;
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                p[i * N + j] -= ph[i] * ph[j] / innovation;
            }
        }
    }

    /// Where it is at another time: into `x` and `p`.
    private void moved(Follow follow, double timeS) {
        double dt = timeS - follow.timeS();
        System.arraycopy(follow.state().values(), 0, start, 0, N);
        start[N] = LN_BETA;
        fall.start(follow.timeS(), start, true);
        fall.to(timeS);
        System.arraycopy(fall.state(), 0, x, 0, N);
        double[] f = fall.sensitivity();
        double[] before = follow.covariance().values();
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += f[i * Drop.FLIGHT + k] * before[k * N + j];
                }
                ps[i * N + j] = sum;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += ps[i * N + k] * f[j * Drop.FLIGHT + k];
                }
                p[i * N + j] = sum;
            }
        }
        double t = Math.abs(dt);
        for (int i = 0; i < 3; i++) {
            p[i * N + i] += follow.unrest() * t * t * t / 3;
            p[i * N + 3 + i] += follow.unrest() * t * dt / 2;
            p[(3 + i) * N + i] += follow.unrest() * t * dt / 2;
            p[(3 + i) * N + 3 + i] += follow.unrest() * t;
        }
    }

    /// How much farther a line of sight may pass because its satellite is askew: variance per axis, rad².
    double slack2(Look.Light light) {
        double slack = pointing.slack(light.sensor());
        return slack * slack;
    }

    /// How far a line of sight passes from the hold, squared standard deviations over two axes.
    double light(Follow follow, Look.Light light) {
        moved(follow, light.timeS());
        view.light(light, x);
        double[] c = new double[3];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = a == b ? view.sigma[a] * view.sigma[a] * 1.2 + slack2(light) : 0;
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        sum += view.partials[a * LookView.WIDTH + i]
                                * p[i * N + j]
                                * view.partials[b * LookView.WIDTH + j];
                    }
                }
                c[a + b] = sum;
            }
        }
        double r0 = view.residual[0];
        double r1 = view.residual[1];
        double away = (c[2] * r0 * r0 - 2 * c[1] * r0 * r1 + c[0] * r1 * r1) / (c[0] * c[2] - c[1] * c[1]);
        return away >= 0 ? away : Double.POSITIVE_INFINITY;
    }

    /// The hold, moved on.
    Follow at(Follow follow, double timeS) {
        moved(follow, timeS);
        return new Follow(
                timeS, Numbers.copy(x, N), Numbers.copy(p, N * N), follow.echoes(), follow.unrest(), follow.surprise());
    }
}
