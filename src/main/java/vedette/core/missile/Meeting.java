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
    /// What is known of them, 2·slots squared; nothing of the burn or the declared errors is in it.
    final double[] information = new double[NormalEquations.MOST * NormalEquations.MOST];
    /// That times the likeliest errors.
    final double[] told = new double[NormalEquations.MOST];

    /// Takes the looks at a thing.
    ///
    /// @param burn a flight near it
    /// @return whether they are lines of several satellites to one thing; if not, nothing is told
    boolean of(List<Look.Light> lights, Burn burn) {
        List<Look.Light> used = lights.subList(Math.max(0, lights.size() - MOST_LOOKS), lights.size());
        slots = Slots.of(Slots.NONE, used, Burn.MOST_SATELLITES);
        if (!areOfSeveral(used)) {
            return false;
        }
        int n = BENT + 2 * slots.count();
        double middleS = (used.getFirst().timeS() + used.getLast().timeS()) / 2;
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
            normal.prior(i, 0, i < BENT ? OFF[i % POWERS] : FREE);
        }
        return normal.solve(0) && isSound(used.size(), n) && known(n);
    }

    private boolean areOfSeveral(List<Look.Light> used) {
        int several = 0;
        for (int satellite : slots.sensors()) {
            long count =
                    used.stream().filter(each -> each.sensor() == satellite).count();
            several += count >= FEWEST_OF_EACH ? 1 : 0;
        }
        return several > 1;
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
                information[i * m + j] = column[i] - (i == j ? 1 / (FREE * FREE) : 0);
                told[i] += column[i] * normal.step[BENT + j];
            }
        }
        return true;
    }
}
