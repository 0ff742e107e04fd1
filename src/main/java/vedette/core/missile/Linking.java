package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.core.motion.Fall;
import vedette.math.Cholesky;

/// Is what a radar holds the same thing that a satellite saw burn, or something that fell off it?
///
/// Where both see at once, the satellite's lines must pass through the radar's track; afterwards the state that the
/// burn leads to and the radar's must agree. A workspace.
final class Linking {
    /// Squared standard deviations in six dimensions: one in 30,000 lies farther out.
    static final double GATE = 32;
    /// Lights so long before the radar's latest echo are held against its track itself, seconds.
    private static final double OVERLAP_S = 12;
    private static final int MOST_LIGHTS = 6;
    private static final double CHILD_GATE = 12;
    /// A thing that fell off must be left behind for so long, seconds.
    private static final double LEFT_BEHIND_S = 20;
    private static final double BACK_S = 240;
    /// A burnout may be known so late, seconds.
    private static final double END_S = 3;
    /// How much rather the last look of all tells whose it is than the last of another satellite.
    private static final double ANOTHERS = 6;
    /// Logarithm of a ballistic coefficient that no air slows.
    private static final double NO_AIR = 30;

    private final Follower follower;
    private final Landing landing;
    private final Fall fall = new Fall();
    private final LookView view = new LookView();
    private final double[] s = new double[36];
    private final double[] e = new double[6];

    Linking(Follower follower, Landing landing) {
        this.follower = follower;
        this.landing = landing;
    }

    /// How badly the two fit, in squared standard deviations of six dimensions; infinite when not at all.
    double cost(Thing radar, Thing light) {
        double cost = misfit(radar, light);
        return cost >= 0 ? cost : Double.POSITIVE_INFINITY;
    }

    private double misfit(Thing radar, Thing light) {
        Follow follow = radar.follow().orElseThrow();
        double lastS = light.lights().getLast().timeS();
        if (radar.echoes().getFirst().timeS() - OVERLAP_S / 4 < lastS) {
            double both = together(radar, follow, light.lights());
            if (both < Double.POSITIVE_INFINITY) {
                return both;
            }
        }
        if (light.spot() == Thing.Shine.FALLING) {
            return Double.POSITIVE_INFINITY;
        }
        Optional<Burn> burn = light.burn();
        if (burn.isEmpty() || !light.falls() || radar.drop().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.min(
                after(radar.drop().get(), burn.get()), 2 + atEnd(radar.drop().get(), light.lights()));
    }

    private double together(Thing radar, Follow follow, List<Look.Light> lights) {
        double fromS = radar.echoes().getFirst().timeS() - OVERLAP_S / 4;
        double sum = 0;
        int count = 0;
        for (int i = lights.size() - 1; i >= 0 && count < MOST_LIGHTS; i--) {
            Look.Light light = lights.get(i);
            boolean near = light.timeS() >= fromS && Math.abs(light.timeS() - follow.timeS()) < OVERLAP_S;
            if (near) {
                sum += follower.light(follow, light);
                count++;
            }
        }
        return count < 2 ? Double.POSITIVE_INFINITY : 6 * sum / (2 * count);
    }

    /// How far a line of sight passes from a fall, squared standard deviations over two axes.
    double distance(Drop drop, Look.Light light) {
        if (Math.abs(light.timeS() - drop.lastS()) > BACK_S) {
            return Double.POSITIVE_INFINITY;
        }
        fall.start(drop.epochS(), drop.best().values(), true);
        fall.to(light.timeS());
        return passes(drop, light);
    }

    // How far the last line of sight passes from the fall taken back to it, in the measure of six dimensions; or that
    // of
    // another satellite, for the looks may be of several.
    private double atEnd(Drop drop, List<Look.Light> lights) {
        Look.Light last = lights.getLast();
        double least = atEnd(drop, last);
        for (int i = lights.size() - 2; i >= 0; i--) {
            if (lights.get(i).sensor() != last.sensor()) {
                return Math.min(least, ANOTHERS + atEnd(drop, lights.get(i)));
            }
        }
        return least;
    }

    private double atEnd(Drop drop, Look.Light last) {
        if (last.timeS() > drop.epochS() || drop.epochS() - last.timeS() > BACK_S) {
            return Double.POSITIVE_INFINITY;
        }
        fall.start(drop.epochS(), airless(drop), true);
        fall.to(last.timeS());
        return 3 * passes(drop, last);
    }

    // At burnout, where what the burn leads to is nearly a normal distribution.
    private double after(Drop drop, Burn burn) {
        if (drop.epochS() < burn.burnoutS() - END_S) {
            return Double.POSITIVE_INFINITY;
        }
        Prior prior = landing.prior(burn, burn.burnoutS());
        fall.start(drop.epochS(), airless(drop), true);
        fall.to(prior.epochS());
        double[] f = fall.sensitivity();
        for (int i = 0; i < 6; i++) {
            e[i] = fall.state()[i] - prior.state().at(i);
            for (int j = 0; j < 6; j++) {
                double sum = landing.spreadOfPrior[i * 6 + j];
                for (int a = 0; a < 6; a++) {
                    for (int b = 0; b < 6; b++) {
                        sum += f[i * Drop.FLIGHT + a] * drop.covariance().at(a * drop.n() + b) * f[j * Drop.FLIGHT + b];
                    }
                }
                s[i * 6 + j] = sum;
            }
        }
        return mahalanobis();
    }

    private static double[] airless(Drop drop) {
        double[] start = java.util.Arrays.copyOf(drop.best().values(), Drop.FLIGHT);
        start[Drop.BETA] = NO_AIR;
        return start;
    }

    private double mahalanobis() {
        double[] scale = new double[6];
        for (int i = 0; i < 6; i++) {
            scale[i] = 1 / Math.sqrt(s[i * 7]);
        }
        for (int i = 0; i < 36; i++) {
            s[i] *= scale[i / 6] * scale[i % 6];
        }
        if (!Cholesky.factor(s, 0, 6)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < 6; i++) {
            e[i] *= scale[i];
        }
        Cholesky.forward(s, 6, e);
        double sum = 0;
        for (double each : e) {
            sum += each * each;
        }
        return sum;
    }

    /// Whether a fall began at something that burnt on without it: two looks in a row lay on its path, and later ones
    /// do not.
    boolean fellOff(Thing radar, Thing light) {
        if (radar.drop().isEmpty() || light.lights().size() < 6) {
            return false;
        }
        Drop drop = radar.drop().get();
        fall.start(drop.epochS(), airless(drop), true);
        double before = Double.POSITIVE_INFINITY;
        double metS = Double.NaN;
        List<Look.Light> lights = light.lights();
        for (int i = lights.size() - 1; i >= 0 && Double.isNaN(metS); i--) {
            Look.Light look = lights.get(i);
            if (look.timeS() > drop.epochS() || look.timeS() < drop.epochS() - BACK_S) {
                continue;
            }
            fall.to(look.timeS());
            double here = passes(drop, look);
            if (here < CHILD_GATE && before < CHILD_GATE) {
                metS = look.timeS();
            }
            before = here;
        }
        return lights.getLast().timeS() - metS > LEFT_BEHIND_S;
    }

    // How far a line of sight passes from a fall, taken back to it; infinite when the fall is not known well enough.
    private double passes(Drop drop, Look.Light look) {
        view.light(look, fall.state());
        double[] f = fall.sensitivity();
        double[] h = new double[12];
        for (int r = 0; r < 2; r++) {
            for (int j = 0; j < 6; j++) {
                for (int i = 0; i < 3; i++) {
                    h[r * 6 + j] += view.partials[r * LookView.WIDTH + i] * f[i * Drop.FLIGHT + j];
                }
            }
        }
        double[] c = new double[3];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b <= a; b++) {
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j < 6; j++) {
                        c[a + b] += h[a * 6 + i] * drop.covariance().at(i * drop.n() + j) * h[b * 6 + j];
                    }
                }
            }
        }
        if (c[0] > KNOWN_RAD * KNOWN_RAD || c[2] > KNOWN_RAD * KNOWN_RAD) {
            return Double.POSITIVE_INFINITY;
        }
        double slack2 = SLACK_RAD * SLACK_RAD + follower.slack2(look);
        c[0] += 1.2 * look.sigmaRad() * look.sigmaRad() + slack2;
        c[2] += 1.2 * look.sigmaRad() * look.sigmaRad() + slack2;
        double r0 = view.residual[0];
        double r1 = view.residual[1];
        return (c[2] * r0 * r0 - 2 * c[1] * r0 * r1 + c[0] * r1 * r1) / (c[0] * c[2] - c[1] * c[1]);
    }

    /// What the air does to a spent stage on the way back is not known: two kilometres from a geostationary orbit.
    private static final double SLACK_RAD = 5e-5;
    /// Four kilometres from a geostationary orbit.
    private static final double KNOWN_RAD = 1e-4;
}
