package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.motion.Fall;

/// Fits falls to echoes: Gauss-Newton on all of them, kept up to date look by look.
///
/// A fall has no noise, so the state at the epoch and the ballistic coefficient decide everything after it. A new
/// look adds its row to the normal equations of the last linearisation; the whole is linearised anew whenever the
/// number of looks has grown by a quarter, or the answer has moved far from where it was linearised (Bar-Shalom, Li
/// and Kirubarajan 2001, §3.7; Tapley, Schutz and Born 2004, §4.3). A workspace.
final class DropFitter {
    /// Standard deviation of the jets' wind per axis, m/s (Mueller et al., HWM: jets of 20 m/s and more are common).
    private static final double WIND_MPS = 18;
    /// The answer may stand so far from the linearisation: metres, metres a second, and of ln beta. What is bent is
    /// half the square of that by the distance to the radar, or by ln beta: a metre, where the last looks of a
    /// short flight leave ten.
    private static final double FAR_M = 300;
    private static final double FAR_MPS = 3;
    private static final double FAR_LN_BETA = 0.03;
    /// A radar alone has to tell the state from about here on: so little that it weighs nothing.
    private static final double VAGUE_M = 3e5;
    private static final double VAGUE_MPS = 5e3;
    private static final int ROUNDS = 6;
    private static final double NEW_SHARE = 0.3;
    private static final double MOST_SURPRISE = 60;

    private final Fall fall = new Fall();
    private final LookView view = new LookView();
    private final NormalEquations normal = new NormalEquations();
    private final double[] row = new double[NormalEquations.MOST];
    private final double[] theta = new double[NormalEquations.MOST];
    private final double[] reached = new double[Drop.FLIGHT];
    private final List<Site> sites;
    private final Contradictions contradictions;
    private Slots slots = Slots.NONE;
    private @Nullable Drop expected;
    private double surprise;

    DropFitter(List<Site> sites) {
        this(sites, new Contradictions(sites));
    }

    DropFitter(List<Site> sites, Contradictions contradictions) {
        this.sites = sites;
        this.contradictions = contradictions;
    }

    private int parameters() {
        return Drop.FLIGHT + Drop.BIASES * slots.count();
    }

    /// The fit of some echoes, from scratch.
    ///
    /// @param echoes in order of time, at least three, none before the prior's epoch
    /// @param prior what is known beforehand
    /// @param guess where the search begins: position and velocity at the prior's epoch
    /// @return nothing when no fall fits them at all
    Optional<Drop> fit(List<Look.Echo> echoes, Prior prior, Numbers guess) {
        slots = Slots.of(prior.taught().slots(), echoes, Drop.MOST_RADARS);
        int n = parameters();
        java.util.Arrays.fill(theta, 0, n, 0);
        System.arraycopy(guess.values(), 0, theta, 0, 6);
        surprise = 1;
        theta[Drop.BETA] = prior.lnBeta();
        return improved(echoes, prior, ROUNDS);
    }

    private Optional<Drop> improved(List<Look.Echo> echoes, Prior prior, int rounds) {
        int n = parameters();
        for (int round = 0; round < rounds; round++) {
            pass(echoes, prior);
            if (!normal.solve(0)) {
                return Optional.empty();
            }
            boolean last = round == rounds - 1 || !far(normal.step);
            if (last) {
                break;
            }
            double shrink = Math.min(1, 1.0 / (Math.abs(normal.step[Drop.BETA]) + 1e-9));
            for (int i = 0; i < n; i++) {
                theta[i] += i == Drop.BETA ? shrink * normal.step[i] : normal.step[i];
            }
            if (!sane()) {
                return Optional.empty();
            }
        }
        int looks = prior.taught().looks() + echoes.size();
        return Optional.of(drop(prior.epochS(), looks, looks, prior.taught().rows() + rows(echoes)));
    }

    private boolean sane() {
        double r2 = theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2];
        double v2 = theta[3] * theta[3] + theta[4] * theta[4] + theta[5] * theta[5];
        return r2 > 6.2e6 * 6.2e6 && r2 < 1e9 * 1e9 && v2 < 8e4 * 8e4 && Math.abs(theta[Drop.BETA]) < 14;
    }

    /// The same fit with one more echo, which comes after all others.
    ///
    /// @param all all echoes since the epoch that are kept, in order of time, the new one last
    Optional<Drop> grown(Drop before, List<Look.Echo> all, Prior prior) {
        Look.Echo echo = all.getLast();
        begin(before, echo);
        System.arraycopy(before.reached().state().values(), 0, reached, 0, 6);
        System.arraycopy(theta, Drop.BETA, reached, Drop.BETA, Drop.FLIGHT - Drop.BETA);
        fall.resume(before.lastS(), reached, before.reached().sense().values());
        fall.to(echo.timeS());
        expected = before;
        surprise = 0;
        take(echo);
        expected = null;
        surprise = before.surprise() + NEW_SHARE * (Math.min(surprise / view.rows, MOST_SURPRISE) - before.surprise());
        int looks = before.looks() + 1;
        boolean due = looks * 4 >= before.linearisedAt() * 5 || far(before);
        if (due) {
            System.arraycopy(before.best().values(), 0, theta, 0, before.n());
            return improved(all, prior, 2);
        }
        if (!normal.solve(0)) {
            return Optional.empty();
        }
        return Optional.of(drop(before.epochS(), looks, before.linearisedAt(), before.rows() + view.rows));
    }

    // The equations of a fit, with room for the errors of an echo's radar.
    private void begin(Drop before, Look.Echo echo) {
        slots = before.slots().with(echo.sensor(), Drop.MOST_RADARS);
        int n = parameters();
        int old = before.n();
        normal.clear(n);
        java.util.Arrays.fill(theta, 0, n, 0);
        System.arraycopy(before.at().values(), 0, theta, 0, old);
        System.arraycopy(before.right().values(), 0, normal.right, 0, old);
        for (int i = 0; i < old; i++) {
            System.arraycopy(before.matrix().values(), i * old, normal.matrix, i * n, old);
        }
        normal.misfit = before.misfit() + offset(before);
        knownErrors(before.slots().count());
    }

    /// What is known of a fall beforehand and what some echoes told of it, to be kept in their place.
    ///
    /// It is told of the state at the latest of them: there later echoes see it next, and what the air did before
    /// burdens the equations no more, however wrong the ballistic coefficient still is.
    ///
    /// @param drop the fit of these and later ones
    /// @param echoes the first of those that are kept, in order of time
    Prior taught(Drop drop, List<Look.Echo> echoes, Prior prior) {
        slots = drop.slots();
        int n = parameters();
        System.arraycopy(drop.best().values(), 0, theta, 0, n);
        pass(echoes, prior);
        Taught taught = new Taught(
                slots,
                Numbers.copy(theta, n),
                Numbers.copy(normal.matrix, n * n),
                Numbers.copy(normal.right, n),
                normal.misfit,
                prior.taught().looks() + echoes.size(),
                prior.taught().rows() + rows(echoes));
        Prior moved = moved(prior, taught, fall.timeS());
        return moved.taught().anything() ? moved : prior.taught(taught);
    }

    // The same of the state where the fall has come to: derivatives by that state are found by falling back. Nothing
    // is taught where that cannot be done.
    private Prior moved(Prior prior, Taught taught, double toS) {
        System.arraycopy(fall.state(), 0, theta, 0, 6);
        Numbers state = Numbers.copy(theta, 6);
        Prior vague = new Prior(toS, state, Numbers.NONE, prior.lnBeta(), prior.lnBetaSigma(), Taught.NOTHING);
        if (Double.isNaN(theta[0])) {
            return vague;
        }
        fall.start(toS, theta, true);
        return fall.to(prior.epochS())
                ? vague.taught(taught.moved(Numbers.copy(theta, parameters()), fall.sensitivity()))
                : vague;
    }

    private static int errors(int slot) {
        return Drop.FLIGHT + Drop.BIASES * slot;
    }

    // What the misfit at `at` was above that at the best parameters.
    private double offset(Drop before) {
        double sum = 0;
        for (int i = 0; i < before.n(); i++) {
            sum += before.right().at(i) * (before.best().at(i) - before.at().at(i));
        }
        return sum;
    }

    private boolean far(Drop drop) {
        double[] step = normal.step;
        for (int i = 0; i < drop.n(); i++) {
            step[i] = drop.best().at(i) - drop.at().at(i);
        }
        return far(step);
    }

    private static boolean far(double[] step) {
        double m = length(step, 0);
        double mps = length(step, 3);
        return m > FAR_M || mps > FAR_MPS || Math.abs(step[Drop.BETA]) > FAR_LN_BETA;
    }

    private static double length(double[] v, int at) {
        return Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
    }

    private void pass(List<Look.Echo> echoes, Prior prior) {
        int n = parameters();
        normal.clear(n);
        if (prior.taught().anything()) {
            old(prior.taught());
        } else {
            known(prior);
        }
        knownErrors(prior.taught().slots().count());
        fall.start(prior.epochS(), theta, true);
        for (Look.Echo echo : echoes) {
            fall.to(echo.timeS());
            take(echo);
        }
    }

    // What old echoes told, moved to where the problem is linearised now.
    private void old(Taught taught) {
        int n = normal.n;
        int old = taught.at().count();
        double[] away = new double[old];
        for (int i = 0; i < old; i++) {
            away[i] = theta[i] - taught.at().at(i);
        }
        normal.misfit = taught.misfit();
        for (int i = 0; i < old; i++) {
            double pulled = 0;
            for (int j = 0; j < old; j++) {
                pulled += taught.element(i, j) * away[j];
            }
            for (int j = 0; j <= i; j++) {
                normal.matrix[i * n + j] = taught.element(i, j);
            }
            normal.right[i] = taught.right().at(i) - pulled;
            normal.misfit += away[i] * (pulled - 2 * taught.right().at(i));
        }
    }

    private void known(Prior prior) {
        if (prior.information().count() == 0) {
            for (int i = 0; i < 6; i++) {
                normal.prior(i, prior.state().at(i) - theta[i], i < 3 ? VAGUE_M : VAGUE_MPS);
            }
        } else {
            state(prior);
        }
        normal.prior(Drop.BETA, prior.lnBeta() - theta[Drop.BETA], prior.lnBetaSigma());
        normal.prior(Drop.BETA + 1, -theta[Drop.BETA + 1], WIND_MPS);
        normal.prior(Drop.BETA + 2, -theta[Drop.BETA + 2], WIND_MPS);
    }

    // What is known of the radars' errors, from a slot on.
    private void knownErrors(int from) {
        for (int k = from; k < slots.count(); k++) {
            int at = errors(k);
            for (int row = 0; row < Drop.BIASES; row++) {
                normal.prior(at + row, -theta[at + row], error(slots.sensors().get(k), row));
            }
        }
    }

    private double error(int radar, int row) {
        return contradictions.error(radar, row);
    }

    private void state(Prior prior) {
        int n = normal.n;
        double[] information = prior.information().values();
        for (int i = 0; i < 6; i++) {
            double pull = 0;
            for (int j = 0; j < 6; j++) {
                double away = prior.state().at(j) - theta[j];
                pull += information[i * 6 + j] * away;
                if (j <= i) {
                    normal.matrix[i * n + j] += information[i * 6 + j];
                }
            }
            normal.right[i] += pull;
            normal.misfit += pull * (prior.state().at(i) - theta[i]);
        }
    }

    // One echo's rows, from the flight as it stands.
    private void take(Look.Echo echo) {
        int n = normal.n;
        view.echo(echo, sites.get(echo.sensor()), fall.state());
        view.rows = contradictions.isMute(echo.sensor()) ? Math.min(view.rows, Drop.BIASES) : view.rows;
        double[] sense = fall.sensitivity();
        int slot = slots.of(echo.sensor());
        for (int r = 0; r < view.rows; r++) {
            java.util.Arrays.fill(row, 0, n, 0);
            for (int j = 0; j < Drop.FLIGHT; j++) {
                double sum = 0;
                for (int k = 0; k < 6; k++) {
                    sum += view.partials[r * LookView.WIDTH + k] * sense[k * Drop.FLIGHT + j];
                }
                row[j] = sum;
            }
            double residual = view.residual[r];
            double sigma = view.sigma[r];
            if (r < Drop.BIASES && slot >= 0) {
                row[errors(slot) + r] = 1;
                residual -= theta[errors(slot) + r];
            } else if (r < Drop.BIASES) {
                double error = error(echo.sensor(), r);
                sigma = Math.sqrt(sigma * sigma + error * error);
            }
            if (expected != null) {
                surprise += surprise(expected, residual, sigma);
            }
            normal.row(row, 0, residual, sigma);
        }
    }

    // Squared standard deviations of one row from what the fit before expected.
    private double surprise(Drop before, double residual, double sigma) {
        int n = before.n();
        double away = residual;
        double variance = sigma * sigma;
        for (int i = n; i < normal.n; i++) {
            double error = row[i] == 0 ? 0 : error(slots.sensors().getLast(), i - n);
            variance += error * error;
        }
        for (int i = 0; i < n; i++) {
            if (row[i] == 0) {
                continue;
            }
            away -= row[i] * (before.best().at(i) - before.at().at(i));
            for (int j = 0; j < n; j++) {
                variance += row[i] * before.covariance().at(i * n + j) * row[j];
            }
        }
        return away * away / variance;
    }

    private int rows(List<Look.Echo> echoes) {
        int count = 0;
        for (Look.Echo echo : echoes) {
            boolean rate = !contradictions.isMute(echo.sensor())
                    && !Double.isNaN(echo.rangeRateMps())
                    && sites.get(echo.sensor()).radar().noise().rangeRateMps() > 0;
            count += rate ? 4 : 3;
        }
        return count;
    }

    // The fit after solve(): nothing else may have used the workspace.
    private Drop drop(double epochS, int looks, int linearisedAt, int rows) {
        int n = normal.n;
        normal.invert();
        double[] best = new double[n];
        double gained = 0;
        for (int i = 0; i < n; i++) {
            best[i] = theta[i] + normal.step[i];
            gained += normal.right[i] * normal.step[i];
        }
        return new Drop(
                slots,
                contradictions.wide(),
                epochS,
                Numbers.copy(theta, n),
                new Numbers(best),
                Numbers.copy(normal.covariance, n * n),
                Numbers.copy(normal.matrix, n * n),
                Numbers.copy(normal.right, n),
                new Drop.Reached(
                        fall.timeS(), Numbers.copy(fall.state(), 6), Numbers.copy(fall.sensitivity(), 6 * Drop.FLIGHT)),
                looks,
                linearisedAt,
                normal.misfit - gained,
                rows,
                surprise);
    }
}
