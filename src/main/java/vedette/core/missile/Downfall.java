package vedette.core.missile;

import vedette.core.motion.Fall;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Where and when a fitted fall comes down, as parts of a crooked distribution.
///
/// A normal distribution of the parameters makes no normal one on the ground: drag bends it. Given the ballistic
/// coefficient the impact is nearly straight in all else, so the parameters are cut into slices along it, each flown by
/// itself and spread linearly about its own impact with its own derivatives: the wind moves a light body more than a
/// heavy one (a Gaussian sum along one axis: Alspach and Sorenson 1972; the split of Terejanu et al. 2008).
///
/// What is known is taken to where the latest echo saw the body: there its state hardly depends on the coefficient.
/// At an epoch low in the air it does, and along no straight line: half the square of ln beta off moves the body by
/// hundreds of metres where echoes have it within a hundred. A workspace.
final class Downfall {
    /// The slices: places along the axis in standard deviations. They are 0.8 apart, so that slices of [#SLICE_S2] add
    /// up to a normal distribution.
    private static final double[] SLICES = {0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4};
    private static final double[] WEIGHTS = {0.3508, 0.2386, 0.2386, 0.0751, 0.0751, 0.0109, 0.0109};
    private static final double SLICE_S2 = 0.185;
    /// While the body's kind is as open as this, as a share of what it was beforehand, errors have a narrower
    /// middle and longer tails than normal ones: of 1,140 flights (three sets) normal areas of 50 % held up to .61,
    /// areas of 95 % down to .91, for no normal distribution holds how bodies differ, and raids mix their looks.
    private static final double OPEN = 0.5;
    /// So two parts are told, which with these numbers fit: the middle, and a share of twice the size.
    private static final double CORE = 0.89;
    private static final double TAIL = 2;
    private static final double TAIL_SHARE = 0.075;
    /// Counted by the time that is left till the impact, which only the end tells, areas of 50 % held .49
    /// of 760 flights (two sets) a minute before it, .55 between 30 and 12 seconds and .49 at last: the
    /// air finds out light bodies sooner before their end than heavy ones, so that those still open then
    /// are the heavy ones of the middle. While the air begins to be felt the middle is told so much
    /// narrower, and more of it in the tail.
    private static final double NARROWER = 0.11;
    private static final double MORE_TAIL = 0.05;
    private static final double FELT_FROM_S = 55;
    private static final double FELT_S = 30;
    private static final double KNOWN_FROM_S = 15;
    private static final double KNOWN_S = 5;
    /// What is still up so long after its latest echo does not come down by itself, seconds.
    private static final double LONGEST_S = 7200;
    /// What else is open by more than this is cut first, metres.
    private static final double OPEN_M = 10_000;
    private static final int N = Drop.FLIGHT;

    private final Fall fall = new Fall();
    private final double[] axes = new double[9];
    private final double[] theta = new double[N];
    private final double[] shifted = new double[N];
    private final double[] axis = new double[N];
    private final double[] covariance = new double[N * N];
    private final double[] half = new double[N * N];
    private final double[] level = new double[3 * N];
    private final double[] moved = new double[3];
    private final double[] shares = new double[SLICES.length];
    private double fromS;
    /// Share of the distribution that comes down at all, of the latest one made.
    double down;

    /// The impact.
    ///
    /// @param prior what was known of it beforehand
    /// @param spread takes the parts
    /// @param weight of all of them together
    void of(Drop drop, Prior prior, double weight, Spread spread) {
        down = 0;
        if (!latest(drop) || !land(theta)) {
            return;
        }
        boolean open = isOpen(prior);
        double felt = felt(fall.timeS() - fromS);
        double tail = (open ? TAIL_SHARE : 0) + MORE_TAIL * felt;
        if (tail > 0) {
            wide(weight * tail, spread);
            narrow((open ? CORE : 1) * (1 - NARROWER * felt));
        }
        boolean bends = cut();
        weigh(prior);
        for (int k = 0; k < SLICES.length; k++) {
            if (k == 0 || (bends && land(shiftedBy(SLICES[k])))) {
                part(weight * (1 - tail) * shares[k], spread);
                down += shares[k];
            }
        }
    }

    // The best parameters and their covariance, of the state at the latest echo.
    private boolean latest(Drop drop) {
        fromS = drop.lastS();
        System.arraycopy(drop.best().values(), 0, theta, 0, N);
        if (!isFinite(theta)) {
            return false;
        }
        fall.start(drop.epochS(), theta, false);
        if (!fall.to(fromS)) {
            return false;
        }
        System.arraycopy(fall.state(), 0, theta, 0, 6);
        moved(drop);
        return true;
    }

    private boolean isOpen(Prior prior) {
        return Math.sqrt(covariance[Drop.BETA * N + Drop.BETA]) > OPEN * prior.lnBetaSigma();
    }

    // The tail, about the impact just flown to.
    private void wide(double weight, Spread spread) {
        double more = TAIL * TAIL;
        spread.add(new Spread.Part(
                weight,
                here(),
                Math.max(1, more * covariance(0, 0)),
                Math.max(1, more * covariance(1, 1)),
                more * covariance(0, 1),
                fall.timeS(),
                Math.sqrt(Math.max(1e-6, more * covariance(2, 2)))));
    }

    /// How much the air tells of a body just then, from 0 to 1.
    ///
    /// @param leftS till the impact as it is told, seconds
    static double felt(double leftS) {
        double begun = Math.clamp((FELT_FROM_S - leftS) / (FELT_FROM_S - FELT_S), 0.0, 1.0);
        double unknown = Math.clamp((leftS - KNOWN_S) / (KNOWN_FROM_S - KNOWN_S), 0.0, 1.0);
        return begun * unknown;
    }

    private void narrow(double factor) {
        for (int i = 0; i < N * N; i++) {
            covariance[i] *= factor * factor;
        }
    }

    private LatLon here() {
        double[] s = fall.state();
        return Wgs84.geodetic(new Ecef(s[0], s[1], s[2])).latLon();
    }

    // The slices' shares: those of a normal distribution, times what the ballistic coefficient is likelier to be there
    // than the normal distribution has it that the fit took it for beforehand (Gauss and Hermite's rule of three).
    private void weigh(Prior prior) {
        double away = Math.sqrt(3 * SLICE_S2);
        double all = 0;
        for (int k = 0; k < SLICES.length; k++) {
            double z = SLICES[k];
            shares[k] =
                    WEIGHTS[k] * (4 * likelier(prior, z) + likelier(prior, z - away) + likelier(prior, z + away)) / 6;
            all += shares[k];
        }
        for (int k = 0; k < SLICES.length; k++) {
            shares[k] /= all;
        }
    }

    private double likelier(Prior prior, double z) {
        return prior.likelier(theta[Drop.BETA] + z * axis[Drop.BETA]);
    }

    // T C Tᵀ, T being the fall's derivatives by its start.
    private void moved(Drop drop) {
        double[] c = drop.covariance().values();
        double[] sense = drop.reached().sense().values();
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = i < 6 ? 0 : c[i * drop.n() + j];
                for (int k = 0; i < 6 && k < N; k++) {
                    sum += sense[i * N + k] * c[k * drop.n() + j];
                }
                half[i * N + j] = sum;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = j < 6 ? 0 : half[i * N + j];
                for (int k = 0; j < 6 && k < N; k++) {
                    sum += half[i * N + k] * sense[j * N + k];
                }
                covariance[i * N + j] = sum;
            }
        }
    }

    // Flies to the ground; derivatives of the impact in metres east, north, and of its time.
    private boolean land(double[] p) {
        if (!isFinite(p)) {
            return false;
        }
        fall.start(fromS, p, true);
        if (!fall.toGround(fromS + LONGEST_S) || !Double.isFinite(fall.state()[0])) {
            return false;
        }
        double[] s = fall.state();
        double[] fixed = fall.groundSensitivity();
        Wgs84.geodetic(s[0], s[1], s[2], axes);
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < 2; i++) {
                level[i * N + j] =
                        axes[3 * i] * fixed[j] + axes[3 * i + 1] * fixed[N + j] + axes[3 * i + 2] * fixed[2 * N + j];
            }
            level[2 * N + j] = fixed[3 * N + j];
        }
        return true;
    }

    private static boolean isFinite(double[] p) {
        double sum = 0;
        for (double each : p) {
            sum += each;
        }
        return Double.isFinite(sum);
    }

    private double[] shiftedBy(double z) {
        for (int i = 0; i < N; i++) {
            shifted[i] = theta[i] + z * axis[i];
        }
        return shifted;
    }

    // One standard deviation of the ballistic coefficient and what goes with it, into `axis`: given that, the impact is
    // straight in all else, unless much else is open. Then it is the direction that moves the impact most.
    private boolean cut() {
        double sigma = Math.sqrt(covariance[Drop.BETA * N + Drop.BETA]);
        for (int i = 0; i < N; i++) {
            axis[i] = sigma > 0 ? covariance[i * N + Drop.BETA] / sigma : 0;
        }
        move();
        double xx = covariance(0, 0) - moved[0] * moved[0];
        double yy = covariance(1, 1) - moved[1] * moved[1];
        return (sigma > 0 && xx + yy < OPEN_M * OPEN_M) || principal();
    }

    // The direction of the parameters that moves the impact most, one standard deviation long, into `axis`.
    private boolean principal() {
        double xx = covariance(0, 0);
        double yy = covariance(1, 1);
        double xy = covariance(0, 1);
        double angle = 0.5 * Exact.atan2(2 * xy, xx - yy);
        double cos = Exact.cos(angle);
        double sin = Exact.sin(angle);
        double along = Math.sqrt(Math.max(0, cos * cos * xx + 2 * cos * sin * xy + sin * sin * yy));
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                sum += covariance[i * N + j] * (cos * level[j] + sin * level[N + j]);
            }
            axis[i] = along > 0 ? sum / along : 0;
        }
        return along > 0;
    }

    // How the axis moves the impact just flown to.
    private void move() {
        for (int r = 0; r < 3; r++) {
            moved[r] = 0;
            for (int i = 0; i < N; i++) {
                moved[r] += level[r * N + i] * axis[i];
            }
        }
    }

    // Of two of east, north and time, at the impact just flown to.
    private double covariance(int a, int b) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            double row = 0;
            for (int j = 0; j < N; j++) {
                row += covariance[i * N + j] * level[b * N + j];
            }
            sum += level[a * N + i] * row;
        }
        return sum;
    }

    // The slice just flown: along the axis it is thinner than the whole.
    private void part(double weight, Spread spread) {
        move();
        double less = 1 - SLICE_S2;
        spread.add(new Spread.Part(
                weight,
                here(),
                Math.max(1, covariance(0, 0) - less * moved[0] * moved[0]),
                Math.max(1, covariance(1, 1) - less * moved[1] * moved[1]),
                covariance(0, 1) - less * moved[0] * moved[1],
                fall.timeS(),
                Math.sqrt(Math.max(1e-6, covariance(2, 2) - less * moved[2] * moved[2]))));
    }
}
