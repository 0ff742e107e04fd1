package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Ascent;
import vedette.math.Exact;
import vedette.model.Wgs84;

/// Fits powered flights to lines of sight: damped Gauss-Newton with differences (Nocedal and Wright 2006, §10.3).
///
/// The flight does not know the hour, so the derivative by the launch time is the velocity turned round; all other
/// derivatives are differences of whole flights. A workspace.
final class BurnFitter {
    /// More looks than this are not fitted: the first of them are left out, for what came last tells the burnout.
    static final int MOST_LOOKS = 160;

    private static final int MOST_FLIGHTS = 1 + Profile.LAUNCH + 3 * Profile.STAGE;
    private static final double LAUNCH_M = 3e6;
    private static final double LAUNCH_S = 1e3;
    private static final double[] STEPS = {200, 200, 0, 2e-3, 2e-3};
    private static final double STAGE_STEP = 2e-3;
    /// How surely an object that is still seen burns on, seconds.
    private static final double STILL_S = 0.5;

    private final Ascent ascent = new Ascent();
    private final LookView view = new LookView();
    private final NormalEquations normal = new NormalEquations();
    private final double[] theta = new double[NormalEquations.MOST];
    private final double[] trial = new double[NormalEquations.MOST];
    private final double[] row = new double[NormalEquations.MOST];
    private final double[] flown = new double[Profile.LAUNCH + 3 * Profile.STAGE];
    private final double[] state = new double[6];
    // States of every flight at every look: flight by flight.
    private final double[] states = new double[MOST_FLIGHTS * MOST_LOOKS * 6];
    private final Pointing pointing;
    private Slots slots = Slots.NONE;
    private double latRad;
    private double lonRad;

    BurnFitter(Pointing pointing) {
        this.pointing = pointing;
    }

    private int parameters(Profile profile) {
        return profile.parameters() + 2 * slots.count();
    }

    /// A fit of one profile.
    ///
    /// @param which of [Profile#ALL]
    /// @param lights looks in order of time
    /// @param ending when the glow went out, if it has
    /// @param start where the search begins: parameters of this profile, and the reference place
    /// @param rounds how often it may be improved
    Optional<Burn> fit(int which, List<Look.Light> lights, Ending ending, Burn start, int rounds) {
        Profile profile = Profile.ALL.get(which);
        List<Look.Light> used =
                lights.size() <= MOST_LOOKS ? lights : lights.subList(lights.size() - MOST_LOOKS, lights.size());
        slots = Slots.of(Slots.NONE, used, Burn.MOST_SATELLITES);
        int n = parameters(profile);
        latRad = start.latRad();
        lonRad = start.lonRad();
        begin(profile, start);
        double damping = 1e-3;
        double best = assembled(profile, used, ending, theta, true);
        for (int round = 0; round < rounds; round++) {
            if (!normal.solve(damping)) {
                return Optional.empty();
            }
            double moved = 0;
            for (int i = 0; i < n; i++) {
                trial[i] = theta[i] + limited(profile, i, normal.step[i]);
                moved = Math.max(moved, Math.abs(normal.step[i]) * Math.sqrt(normal.matrix[i * n + i]));
            }
            normal.keep();
            double tried = plausible(profile, trial) ? assembled(profile, used, ending, trial, false) : Double.NaN;
            if (tried <= best) {
                System.arraycopy(trial, 0, theta, 0, n);
                boolean done = best - tried < 0.01 && damping <= 1e-3;
                damping = Math.max(1e-9, damping / 10);
                best = assembled(profile, used, ending, theta, true);
                if (done) {
                    break;
                }
            } else {
                normal.restore();
                damping *= 10;
                if (damping > 1e3) {
                    break;
                }
            }
        }
        return fitted(which, profile, used.size(), best);
    }

    private void begin(Profile profile, Burn start) {
        int flight = profile.parameters();
        Arrays.fill(theta, 0);
        System.arraycopy(start.best().values(), 0, theta, 0, flight);
        for (int k = 0; k < slots.count(); k++) {
            int there = start.slots().of(slots.sensors().get(k));
            if (there >= 0) {
                System.arraycopy(start.best().values(), flight + 2 * there, theta, flight + 2 * k, 2);
            }
        }
    }

    private Optional<Burn> fitted(int which, Profile profile, int looks, double misfit) {
        if (!normal.solve(0) || Double.isNaN(misfit)) {
            return Optional.empty();
        }
        normal.invert();
        int n = normal.n;
        double evidence = Exact.log(profile.weight()) - 0.5 * misfit + 0.5 * normal.logDeterminant();
        for (int s = 0; s < profile.stages(); s++) {
            for (int k = 0; k < Profile.STAGE; k++) {
                evidence -= Exact.log(profile.sigma(s, k));
            }
        }
        for (int sensor : slots.sensors()) {
            evidence -= 2 * Exact.log(error(sensor));
        }
        evidence -= 2 * Exact.log(profile.tiltRad());
        return Optional.of(new Burn(
                which,
                slots,
                latRad,
                lonRad,
                Numbers.copy(theta, n),
                Numbers.copy(normal.covariance, n * n),
                misfit,
                evidence,
                looks,
                pointing.wide()));
    }

    // No leap farther than the flight stays like itself.
    private static double limited(Profile profile, int i, double step) {
        double most = i < 2 ? 3e4 : i == 2 ? 15 : i < Profile.LAUNCH ? 0.2 : i < profile.parameters() ? 0.2 : 1e-4;
        return Math.clamp(step, -most, most);
    }

    private static boolean plausible(Profile profile, double[] p) {
        for (int s = 0; s < profile.stages(); s++) {
            int at = Profile.LAUNCH + Profile.STAGE * s;
            if (!(p[at] > 1.5 && p[at] < 5.5)
                    || !(p[at + 1] > 0.2 && p[at + 1] < 0.97)
                    || !(p[at + 2] > 1.5 && p[at + 2] < 6.5)) {
                return false;
            }
        }
        return Math.abs(p[3]) < 1.4 && Math.abs(p[4]) < 1.4 && Math.abs(p[0]) < 4e6 && Math.abs(p[1]) < 4e6;
    }

    // The misfit at some parameters, and with derivatives the normal equations there.
    private double assembled(Profile profile, List<Look.Light> lights, Ending ending, double[] p, boolean derivatives) {
        int n = parameters(profile);
        normal.clear(n);
        known(profile, p);
        flyAll(profile, lights, p, derivatives);
        for (int k = 0; k < lights.size(); k++) {
            Look.Light light = lights.get(k);
            System.arraycopy(states, 6 * k, state, 0, 6);
            view.light(light, state);
            int slot = slots.of(light.sensor());
            int bias = profile.parameters() + 2 * slot;
            double more = slot < 0 ? error(light.sensor()) : 0;
            for (int r = 0; r < 2; r++) {
                Arrays.fill(row, 0, n, 0);
                if (derivatives) {
                    derive(profile, k, r);
                }
                if (slot >= 0) {
                    row[bias + r] = 1;
                }
                double residual = slot < 0 ? view.residual[r] : view.residual[r] - p[bias + r];
                normal.row(row, 0, residual, Math.sqrt(view.sigma[r] * view.sigma[r] + more * more));
            }
        }
        end(profile, ending, p);
        return normal.misfit;
    }

    private void derive(Profile profile, int look, int r) {
        int at = r * LookView.WIDTH;
        for (int j = 0; j < profile.parameters(); j++) {
            double sum = 0;
            if (j == 2) {
                for (int c = 0; c < 3; c++) {
                    sum -= view.partials[at + c] * state[3 + c];
                }
            } else {
                int there = ((1 + j) * MOST_LOOKS + look) * 6;
                for (int c = 0; c < 3; c++) {
                    sum += view.partials[at + c] * (states[there + c] - state[c]);
                }
                sum /= stepOf(j);
            }
            row[j] = sum;
        }
    }

    private static double stepOf(int j) {
        return j < Profile.LAUNCH ? STEPS[j] : STAGE_STEP;
    }

    private void flyAll(Profile profile, List<Look.Light> lights, double[] p, boolean derivatives) {
        fly(profile, p, -1);
        note(lights, 0);
        if (!derivatives) {
            return;
        }
        // From the last stage to the first: what comes before a shifted stage is flown once.
        for (int j = profile.parameters() - 1; j >= 0; j--) {
            if (j != 2) {
                fly(profile, p, j);
                note(lights, 1 + j);
            }
        }
    }

    private void note(List<Look.Light> lights, int flight) {
        for (int k = 0; k < lights.size(); k++) {
            ascent.at(lights.get(k).timeS(), state);
            System.arraycopy(state, 0, states, (flight * MOST_LOOKS + k) * 6, 6);
        }
    }

    // One flight, with one parameter shifted by its step.
    private void fly(Profile profile, double[] p, int shifted) {
        int count = profile.parameters();
        System.arraycopy(p, 0, flown, 0, count);
        if (shifted >= 0) {
            flown[shifted] += stepOf(shifted);
        }
        ascent.flyFrom(stage(shifted), template(profile, flown, latRad, lonRad), profile.stages());
    }

    /// The first stage that a parameter changes.
    static int stage(int parameter) {
        return Math.max(0, parameter - Profile.LAUNCH) / Profile.STAGE;
    }

    /// Flies a parameter vector.
    static void launch(Profile profile, double[] p, double latRad, double lonRad, Ascent ascent) {
        ascent.fly(template(profile, p, latRad, lonRad), profile.stages());
    }

    static double[] template(Profile profile, double[] p, double latRad, double lonRad) {
        double[] template = new double[Profile.LAUNCH + Profile.STAGE * profile.stages()];
        double sin = Exact.sin(latRad);
        double w = Math.sqrt(1 - Wgs84.E2 * sin * sin);
        double meridian = Wgs84.A_M * (1 - Wgs84.E2) / (w * w * w);
        double normalRadius = Wgs84.A_M / w;
        template[0] = Math.clamp(latRad + p[1] / meridian, -1.57, 1.57);
        template[1] = lonRad + p[0] / (normalRadius * Exact.cos(latRad));
        template[2] = p[2];
        template[3] = Exact.atan2(p[3], p[4]);
        template[4] = Math.sqrt(p[3] * p[3] + p[4] * p[4]);
        for (int s = 0; s < profile.stages(); s++) {
            int at = Profile.LAUNCH + Profile.STAGE * s;
            double burn = Exact.exp(p[at + 2]);
            template[at] = Exact.exp(p[at]);
            template[at + 1] = burn / p[at + 1];
            template[at + 2] = burn;
        }
        return template;
    }

    private void known(Profile profile, double[] p) {
        normal.prior(0, -p[0], LAUNCH_M);
        normal.prior(1, -p[1], LAUNCH_M);
        normal.prior(2, 0, LAUNCH_S);
        normal.prior(3, -p[3], profile.tiltRad());
        normal.prior(4, -p[4], profile.tiltRad());
        for (int s = 0; s < profile.stages(); s++) {
            for (int k = 0; k < Profile.STAGE; k++) {
                int i = Profile.LAUNCH + Profile.STAGE * s + k;
                normal.prior(i, profile.mean(s, k) - p[i], profile.sigma(s, k));
            }
        }
        for (int i = 0; i < slots.count(); i++) {
            double sigma = error(slots.sensors().get(i));
            int at = profile.parameters() + 2 * i;
            normal.prior(at, -p[at], sigma);
            normal.prior(at + 1, -p[at + 1], sigma);
        }
    }

    private double error(int satellite) {
        return pointing.error(satellite);
    }

    // The end of the burn: measured once the glow has gone; until then only not yet.
    private void end(Profile profile, Ending ending, double[] p) {
        Arrays.fill(row, 0, normal.n, 0);
        double end = p[2];
        row[2] = 1;
        for (int s = 0; s < profile.stages(); s++) {
            int at = Profile.LAUNCH + Profile.STAGE * s + 2;
            row[at] = Exact.exp(p[at]);
            end += row[at];
        }
        if (ending.known()) {
            normal.row(row, 0, ending.middleS() - end, ending.sigmaS());
        } else if (end < ending.lastS()) {
            normal.row(row, 0, ending.lastS() - end, STILL_S);
        }
    }
}
