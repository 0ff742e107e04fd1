package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import vedette.core.motion.Ascent;
import vedette.math.Cholesky;

/// What the lines of several satellites tell of the satellites' constant errors by where they meet, however the thing
/// flies.
///
/// Linear least squares (Gauss-Markov): the flight is that of a fitted burn, bent by any cubic of time on each axis,
/// so that no error of the burn's model is taken for one of a satellite. Of two satellites' four errors one is told:
/// by how much their lines pass each other. A workspace.
final class Meeting {
    /// The latest looks are used: about eighty seconds.
    private static final int MOST_LOOKS = 24;
    private static final int FEWEST_OF_EACH = 2;
    private static final int AXES = 3;
    private static final int POWERS = 4;
    private static final int BENT = AXES * POWERS;
    /// How far the flight may be off at the middle, and its derivatives: m, m/s, m/s², m/s³.
    private static final double[] OFF = {5e4, 3e3, 100, 5};
    /// An error of which nothing is known, radians.
    private static final double FREE = 1e-2;
    /// The same of a range, metres.
    private static final double FREE_M = 1e5;
    /// Satellites that there is room for beside four radars.
    private static final int MOST_WITH_RADARS = 4;
    /// Squared sigmas a row up to which lines are those to one thing.
    private static final double SOUND = 1.4;
    private static final double SOUND_MORE = 8;

    private final NormalEquations normal = new NormalEquations();
    private final LookView view = new LookView();
    private final Ascent ascent = new Ascent();
    private final double[] row = new double[NormalEquations.MOST];
    private final double[] state = new double[6];
    private final double[] block = new double[NormalEquations.MOST * NormalEquations.MOST];
    private final double[] column = new double[NormalEquations.MOST];

    /// Whose errors, two each.
    Slots slots = Slots.NONE;
    /// What is known of them, as many squared; nothing of the burn or the declared errors is in it.
    final double[] information = new double[NormalEquations.MOST * NormalEquations.MOST];
    /// That times the likeliest errors.
    final double[] told = new double[NormalEquations.MOST];

    /// Takes the looks at a thing.
    ///
    /// @param burn a flight near it
    /// @return whether they are lines of several satellites to one thing; if not, nothing is told
    boolean of(List<Look.Light> lights, Burn burn) {
        List<Look.Light> used = latest(lights);
        slots = Slots.of(Slots.NONE, used, Burn.MOST_SATELLITES);
        int n = BENT + 2 * slots.count();
        return several(used) > 1 && equations(used, burn, n) && known(n);
    }

    /// Takes the looks at a thing that radars have seen fall since: what is known of the radars' errors comes after
    /// what is known of the satellites', three each.
    ///
    /// @param burn a flight near it
    /// @param fall where and how fast the radars have it when it has burnt out
    /// @return whether they are lines to one thing; if not, nothing is told
    boolean of(List<Look.Light> lights, Burn burn, Anchor fall) {
        List<Look.Light> used = latest(lights);
        slots = Slots.of(Slots.NONE, used, MOST_WITH_RADARS);
        int errors = BENT + 2 * slots.count();
        int n = errors + fall.errors();
        if (several(used) < 1 || n > NormalEquations.MOST || !equations(used, burn, n)) {
            return false;
        }
        BurnFitter.launch(burn.kind(), burn.best().values(), burn.latRad(), burn.lonRad(), ascent);
        if (!ascent.at(fall.atS(), state)) {
            return false;
        }
        hold(fall, fall.atS() - middleS(used), n);
        return normal.solve(0) && known(n);
    }

    private static List<Look.Light> latest(List<Look.Light> lights) {
        return lights.subList(Math.max(0, lights.size() - MOST_LOOKS), lights.size());
    }

    private static double middleS(List<Look.Light> used) {
        return (used.getFirst().timeS() + used.getLast().timeS()) / 2;
    }

    // The bent flight must pass where the radars have it, their errors allowed for.
    private void hold(Anchor fall, double sinceS, int n) {
        int size = fall.size();
        double[] map = new double[size * n];
        for (int axis = 0; axis < AXES; axis++) {
            double place = 1;
            for (int power = 0; power < POWERS; power++) {
                map[axis * n + POWERS * axis + power] = place;
                if (power < POWERS - 1) {
                    map[(AXES + axis) * n + POWERS * axis + power + 1] = place;
                }
                place *= sinceS / (power + 1);
            }
        }
        for (int i = Anchor.STATE; i < size; i++) {
            map[i * n + n - size + i] = 1;
        }
        double[] pull = fall.pull(state);
        for (int a = 0; a < size; a++) {
            for (int p = 0; p < n; p++) {
                double partial = map[a * n + p];
                if (partial == 0) {
                    continue;
                }
                normal.right[p] += partial * pull[a];
                for (int c = 0; c < size; c++) {
                    double weight = partial * fall.information(a, c);
                    for (int q = 0; q <= p; q++) {
                        normal.matrix[p * n + q] += weight * map[c * n + q];
                    }
                }
            }
        }
    }

    private boolean equations(List<Look.Light> used, Burn burn, int n) {
        double middleS = middleS(used);
        normal.clear(n);
        BurnFitter.launch(burn.kind(), burn.best().values(), burn.latRad(), burn.lonRad(), ascent);
        for (Look.Light light : used) {
            if (slots.of(light.sensor()) >= 0) {
                if (!ascent.at(light.timeS(), state)) {
                    return false;
                }
                take(light, light.timeS() - middleS, n);
            }
        }
        for (int i = 0; i < n; i++) {
            normal.prior(i, 0, i < BENT ? OFF[i % POWERS] : free(i - BENT));
        }
        return normal.solve(0) && isSound(used.size(), n);
    }

    // Every third of the radars' is a range.
    private double free(int error) {
        int radars = error - 2 * slots.count();
        return radars >= 0 && radars % Drop.BIASES == 0 ? FREE_M : FREE;
    }

    private int several(List<Look.Light> used) {
        int several = 0;
        for (int satellite : slots.sensors()) {
            long count =
                    used.stream().filter(each -> each.sensor() == satellite).count();
            several += count >= FEWEST_OF_EACH ? 1 : 0;
        }
        return several;
    }

    private void take(Look.Light light, double sinceS, int n) {
        view.light(light, state);
        int bias = BENT + 2 * slots.of(light.sensor());
        for (int r = 0; r < 2; r++) {
            Arrays.fill(row, 0, n, 0);
            for (int axis = 0; axis < AXES; axis++) {
                double partial = view.partials[r * LookView.WIDTH + axis];
                for (int power = 0; power < POWERS; power++) {
                    row[POWERS * axis + power] = partial;
                    partial *= sinceS / (power + 1);
                }
            }
            row[bias + r] = 1;
            normal.row(row, 0, view.residual[r], view.sigma[r]);
        }
    }

    private boolean isSound(int looks, int n) {
        double misfit = normal.misfit;
        for (int i = 0; i < n; i++) {
            misfit -= normal.right[i] * normal.step[i];
        }
        return misfit < SOUND * Math.max(1, 2 * looks - BENT) + SOUND_MORE;
    }

    private boolean known(int n) {
        normal.invert();
        int m = n - BENT;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                block[i * m + j] = normal.covariance[(BENT + i) * n + BENT + j];
            }
        }
        if (!Cholesky.factor(block, 0, m)) {
            return false;
        }
        Arrays.fill(told, 0, m, 0);
        for (int j = 0; j < m; j++) {
            Arrays.fill(column, 0, m, 0);
            column[j] = 1;
            Cholesky.forward(block, m, column);
            Cholesky.backward(block, m, column);
            for (int i = 0; i < m; i++) {
                information[i * m + j] = column[i] - (i == j ? 1 / (free(i) * free(i)) : 0);
                told[i] += column[i] * normal.step[BENT + j];
            }
        }
        return true;
    }
}
