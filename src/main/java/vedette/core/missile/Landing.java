package vedette.core.missile;

import java.util.Arrays;
import vedette.core.motion.Ascent;
import vedette.core.motion.Fall;
import vedette.math.Cholesky;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Where and when a fitted flight comes down, as parts of a crooked distribution.
///
/// A normal distribution of the parameters makes no normal one on the ground: drag and the length of a burn bend it.
/// So the parameters are cut into slices along the one direction that moves the impact most; each slice is flown by
/// itself and spread linearly about its own impact (a Gaussian sum along one axis: Alspach and Sorenson 1972; the
/// split of Terejanu et al. 2008). A workspace.
final class Landing {
    /// The slices: places along the axis in standard deviations, 0.9 apart.
    private static final double[] WIDE = {-2.7, -1.8, -0.9, 0, 0.9, 1.8, 2.7};
    private static final double[] WIDE_WEIGHTS = {0.0042, 0.0530, 0.2421, 0.4014, 0.2421, 0.0530, 0.0042};
    private static final double WIDE_S2 = 0.203;
    private static final Slices WIDE_SLICES = new Slices(WIDE, WIDE_WEIGHTS, WIDE_S2);
    /// What is still up so long after the epoch does not come down by itself, seconds.
    private static final double LONGEST_S = 7200;
    private static final int MOST = NormalEquations.MOST;

    private final Downfall downfall = new Downfall();
    private final Fall fall = new Fall();
    private final Ascent ascent = new Ascent();
    private final double[] axes = new double[9];
    private final double[] start = new double[Drop.FLIGHT];
    private final boolean[] landed = new boolean[WIDE.length];
    private final LatLon[] places = new LatLon[WIDE.length];
    private final double[] times = new double[WIDE.length];
    private final Spread plane = new Spread();
    private final double[] state = new double[6];
    private final double[] theta = new double[MOST];
    private final double[] shifted = new double[MOST];
    private final double[] ground = new double[4 * MOST];
    private final double[] level = new double[3 * MOST];
    private final double[] axis = new double[MOST];
    private final double[] burnouts = new double[7 * MOST];
    /// Covariance of the state of the latest [#prior], 6·6.
    final double[] spreadOfPrior = new double[36];
    /// Share of the distribution that comes down at all, of the latest one made.
    double down;

    /// The impact of a fall.
    ///
    /// @param prior what was known of it beforehand
    /// @param spread takes the parts
    /// @param weight of all of them together
    void of(Drop drop, Prior prior, double weight, Spread spread) {
        downfall.of(drop, prior, weight, spread);
        down = downfall.down;
    }

    private double[] shiftedBy(double z, int n) {
        for (int i = 0; i < n; i++) {
            shifted[i] = theta[i] + z * axis[i];
        }
        return shifted;
    }

    private double[] start(double[] from, double lnBeta) {
        System.arraycopy(from, 0, start, 0, 6);
        start[Drop.BETA] = lnBeta;
        return start;
    }

    // Where and when the slice just flown came down.
    private void note(int k) {
        double[] s = fall.state();
        places[k] = Wgs84.geodetic(new Ecef(s[0], s[1], s[2])).latLon();
        times[k] = fall.timeS();
    }

    // Every slice about its own impact: spread across by what is left of the covariance, along by how far its
    // neighbours lie.
    private void parts(Slices slices, Along along, double weight, Spread spread) {
        double[] z = slices.z;
        double s2 = slices.s2;
        for (int k = 0; k < z.length; k++) {
            if (!landed[k]) {
                continue;
            }
            int before = k > 0 && landed[k - 1] ? k - 1 : k;
            int after = k < z.length - 1 && landed[k + 1] ? k + 1 : k;
            double east = along.east;
            double north = along.north;
            double late = along.late;
            if (after > before) {
                plane.origin = places[k];
                double[] a = plane.plane(places[after]);
                double[] b = plane.plane(places[before]);
                double dz = z[after] - z[before];
                east = (a[0] - b[0]) / dz;
                north = (a[1] - b[1]) / dz;
                late = (times[after] - times[before]) / dz;
            }
            down += slices.weights[k];
            spread.add(new Spread.Part(
                    weight * slices.weights[k],
                    places[k],
                    along.ee + s2 * east * east,
                    along.nn + s2 * north * north,
                    along.en + s2 * east * north,
                    times[k],
                    Math.sqrt(along.tt + s2 * late * late)));
        }
    }

    // Places along the axis, their shares, and the variance of each, in standard deviations of the whole.
    private record Slices(double[] z, double[] weights, double s2) {}

    /// The way the impact moves along the axis, one standard deviation, and what is left of its covariance.
    private record Along(
            double sigmaM, double east, double north, double late, double ee, double nn, double en, double tt) {}

    // East, north and up where the fall has come down: whatever is flown next, it is there that derivatives are meant.
    private void here() {
        double[] s = fall.state();
        Wgs84.geodetic(s[0], s[1], s[2], axes);
    }

    // Derivatives of the impact in metres east, north, and of its time, from those along Earth-fixed axes.
    private void levelled(double[] fixed, int n) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < 2; i++) {
                level[i * n + j] =
                        axes[3 * i] * fixed[j] + axes[3 * i + 1] * fixed[n + j] + axes[3 * i + 2] * fixed[2 * n + j];
            }
            level[2 * n + j] = fixed[3 * n + j];
        }
    }

    // The direction of the parameters that moves the impact most, one standard deviation long, into `axis`.
    private Along principal(double[] covariance, int stride, int n) {
        double xx = variance(0, 0, covariance, stride, n);
        double yy = variance(1, 1, covariance, stride, n);
        double xy = variance(0, 1, covariance, stride, n);
        double angle = 0.5 * Exact.atan2(2 * xy, xx - yy);
        double cos = Exact.cos(angle);
        double sin = Exact.sin(angle);
        double along = Math.sqrt(Math.max(0, cos * cos * xx + 2 * cos * sin * xy + sin * sin * yy));
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += covariance[i * stride + j] * (cos * level[j] + sin * level[n + j]);
            }
            axis[i] = along > 0 ? sum / along : 0;
        }
        double[] moved = new double[3];
        for (int r = 0; r < 3; r++) {
            for (int i = 0; i < n; i++) {
                moved[r] += level[r * n + i] * axis[i];
            }
        }
        double tt = variance(2, 2, covariance, stride, n) - moved[2] * moved[2];
        return new Along(
                along,
                moved[0],
                moved[1],
                moved[2],
                Math.max(1, xx - moved[0] * moved[0]),
                Math.max(1, yy - moved[1] * moved[1]),
                xy - moved[0] * moved[1],
                Math.max(1e-6, tt));
    }

    private double variance(int a, int b, double[] covariance, int stride, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += level[a * n + i] * covariance[i * stride + j] * level[b * n + j];
            }
        }
        return sum;
    }

    /// The impact of what burns, or has burnt and was not seen since.
    ///
    /// @param burn the powered flight
    /// @param weight of all its parts together
    /// @param spread takes the parts
    void of(Burn burn, double weight, Spread spread) {
        down = 0;
        Profile profile = burn.kind();
        int n = profile.parameters() + 1;
        double[] covariance = withBeta(burn, n);
        if (!landBurn(burn, theta, true)) {
            return;
        }
        double epochS = burnouts[6];
        double[] fixed = fall.groundSensitivity().clone();
        here();
        burnoutJacobian(burn, epochS);
        chain(fixed, n);
        levelled(ground, n);
        Along along = principal(covariance, n, n);
        if (!(along.sigmaM > 0)) {
            return;
        }
        for (int k = 0; k < WIDE.length; k++) {
            landed[k] = landBurn(burn, shiftedBy(WIDE[k], n), false);
            if (landed[k]) {
                note(k);
            }
        }
        parts(WIDE_SLICES, along, weight, spread);
    }

    // The parameters of the flight and, last, of the fall after it.
    private double[] withBeta(Burn burn, int n) {
        double[] covariance = new double[n * n];
        for (int i = 0; i < n - 1; i++) {
            theta[i] = burn.best().at(i);
            for (int j = 0; j < n - 1; j++) {
                covariance[i * n + j] = burn.covariance().at(i * burn.n() + j);
            }
        }
        BurnFitter.launch(burn.kind(), theta, burn.latRad(), burn.lonRad(), ascent);
        Prior prior = Prior.vague(0, Numbers.NONE, speed(ascent.burnout()));
        theta[n - 1] = prior.lnBeta();
        covariance[n * n - 1] = prior.lnBetaSigma() * prior.lnBetaSigma();
        return covariance;
    }

    private boolean landBurn(Burn burn, double[] p, boolean sensitive) {
        Profile profile = burn.kind();
        BurnFitter.launch(profile, p, burn.latRad(), burn.lonRad(), ascent);
        System.arraycopy(ascent.burnout(), 0, burnouts, 0, 6);
        burnouts[6] = ascent.burnoutS();
        if (!Double.isFinite(burnouts[0]) || !Double.isFinite(burnouts[3])) {
            return false;
        }
        fall.start(burnouts[6], start(ascent.burnout(), p[profile.parameters()]), sensitive);
        return fall.toGround(burnouts[6] + LONGEST_S) && Double.isFinite(fall.state()[0]);
    }

    /// Derivatives of the state at a burn's end, taken at the moment `epochS`, by its parameters: into `burnouts`,
    /// column by column of seven, the first being the flight itself.
    private void burnoutJacobian(Burn burn, double epochS) {
        Profile profile = burn.kind();
        int n = profile.parameters();
        // From the last stage to the first: what comes before a shifted stage is flown once.
        for (int k = n; k >= 0; k--) {
            int j = k == n ? -1 : k;
            System.arraycopy(theta, 0, shifted, 0, n);
            double step = j < 0 ? 0 : j < 2 ? 200 : j == 2 ? 0.05 : 2e-3;
            if (j >= 0) {
                shifted[j] += step;
            }
            double[] template = BurnFitter.template(profile, shifted, burn.latRad(), burn.lonRad());
            ascent.flyFrom(BurnFitter.stage(j), template, profile.stages());
            fall.start(ascent.burnoutS(), start(ascent.burnout(), theta[n]), false);
            fall.to(epochS);
            int at = 7 * (j + 1);
            for (int i = 0; i < 6; i++) {
                double value = fall.state()[i];
                burnouts[at + i] = j < 0 ? value : (value - burnouts[i]) / step;
            }
        }
    }

    // The fall's derivatives by its start, times the start's by the burn: into `ground`, 4·n.
    private void chain(double[] fixed, int n) {
        for (int r = 0; r < 4; r++) {
            for (int j = 0; j < n - 1; j++) {
                double sum = 0;
                for (int i = 0; i < 6; i++) {
                    sum += fixed[r * Drop.FLIGHT + i] * burnouts[7 * (j + 1) + i];
                }
                ground[r * n + j] = sum;
            }
            ground[r * n + n - 1] = fixed[r * Drop.FLIGHT + Drop.BETA];
        }
    }

    /// The state at a burn's end; live.
    double[] burnout(Burn burn) {
        BurnFitter.launch(burn.kind(), burn.best().values(), burn.latRad(), burn.lonRad(), ascent);
        return ascent.burnout();
    }

    /// What a burn tells of the state at a moment after it.
    ///
    /// @param burn the powered flight, which has ended
    /// @param epochS the moment, watch seconds
    Prior prior(Burn burn, double epochS) {
        Profile profile = burn.kind();
        int n = profile.parameters();
        withBeta(burn, n + 1);
        Prior vague = Prior.vague(0, Numbers.NONE, speed(ascent.burnout()));
        burnoutJacobian(burn, epochS);
        System.arraycopy(burnouts, 0, state, 0, 6);
        double[] c = new double[36];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double sum = 0;
                for (int a = 0; a < n; a++) {
                    for (int b = 0; b < n; b++) {
                        sum += burnouts[7 * (a + 1) + i]
                                * burn.covariance().at(a * burn.n() + b)
                                * burnouts[7 * (b + 1) + j];
                    }
                }
                c[i * 6 + j] = sum;
            }
            c[i * 6 + i] += i < 3 ? MODEL_M * MODEL_M : MODEL_MPS * MODEL_MPS;
        }
        System.arraycopy(c, 0, spreadOfPrior, 0, 36);
        return new Prior(
                epochS,
                Numbers.copy(state, 6),
                new Numbers(inverse(c, 6)),
                vague.lnBeta(),
                vague.lnBetaSigma(),
                Taught.NOTHING);
    }

    /// How wrong the model of a burn may be at its end, and how far its linearisation: a pitch-over off by 0.06 rad
    /// bends 1,500 m/s by 3 m/s.
    private static final double MODEL_M = 150;
    private static final double MODEL_MPS = 3;

    /// The inverse of a covariance, n·n, scaled to a unit diagonal while it is inverted; nothing where it has none.
    static double[] inverse(double[] c, int n) {
        double[] scale = new double[n];
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(c[i * (n + 1)]);
        }
        for (int i = 0; i < n * n; i++) {
            factor[i] = c[i] * scale[i / n] * scale[i % n];
        }
        double[] inverse = new double[n * n];
        if (!Cholesky.factor(factor, 0, n)) {
            return new double[0];
        }
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            Cholesky.forward(factor, n, column);
            Cholesky.backward(factor, n, column);
            for (int i = 0; i < n; i++) {
                inverse[i * n + j] = column[i] * scale[i] * scale[j];
            }
        }
        return inverse;
    }

    private static double speed(double[] s) {
        return Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
    }
}
