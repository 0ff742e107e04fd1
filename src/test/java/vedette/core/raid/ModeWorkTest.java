package vedette.core.raid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;

/// The arithmetic on modes, against plain matrices and against its own laws.
final class ModeWorkTest {
    private static final int[][] AT = {{5, 6, 7, 8}, {6, 9, 10, 11}, {7, 10, 12, 13}, {8, 11, 13, 14}};

    private static double[] row() {
        return new double[] {1, 100, -200, 40, 20, 9e5, 1e5, 3e3, 1e3, 8e5, 2e3, 4e3, 60, 5, 70};
    }

    private static double[][] matrix(double[] row) {
        double[][] p = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                p[i][j] = row[AT[i][j]];
            }
        }
        return p;
    }

    @Test
    void carryingOnIsThePlainMatrixProduct() {
        double t = 12;
        double[][] p = matrix(row());
        double[][] f = {{1, 0, t, 0}, {0, 1, 0, t}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        double[] moved = row();

        ModeWork.carry(moved, 0, t);

        double q = Model.UNREST;
        double[][] noise = {
            {q * t * t * t / 3, 0, q * t * t / 2, 0},
            {0, q * t * t * t / 3, 0, q * t * t / 2},
            {q * t * t / 2, 0, q * t, 0},
            {0, q * t * t / 2, 0, q * t}
        };
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double sum = noise[i][j];
                for (int k = 0; k < 4; k++) {
                    for (int l = 0; l < 4; l++) {
                        sum += f[i][k] * p[k][l] * f[j][l];
                    }
                }
                assertEquals(sum, moved[AT[i][j]], 1e-6 * Math.abs(sum) + 1e-9, "P " + i + " " + j);
            }
        }
        assertEquals(100 + 40 * t, moved[1]);
    }

    @Test
    void aSurelyHeardSoundIsAKalmanUpdate() {
        double[] values = row();
        Sound sound = Sound.around(0, 0, 1_000, 500);
        ModeWork work = new ModeWork().load(new Modes(values));

        Modes after = work.heard(sound, 0, 1, work.density(sound, 0)).modes();

        double variance = Model.REACH_M * Model.REACH_M;
        double a = 9e5 + variance;
        double b = 8e5 + variance;
        double det = a * b - 1e10;
        double gainX = (9e5 * b - 1e5 * 1e5) / det;
        double gainXy = (-9e5 * 1e5 + 1e5 * a) / det;
        assertEquals(100 + gainX * 900 + gainXy * 700, after.at(0, 1), 1e-6);
        assertTrue(after.at(0, 5) < 9e5);
    }

    @Property(tries = 200)
    void soundsKeepCovariancesPositive(
            @ForAll @DoubleRange(min = -20_000, max = 20_000) double x,
            @ForAll @DoubleRange(min = -20_000, max = 20_000) double y,
            @ForAll @DoubleRange(min = -60, max = 60) double dt,
            @ForAll @DoubleRange(min = 0, max = 6.28) double bearing) {
        Sound first = Sound.around(0, 0, 0, 0);
        Sound next = Sound.along(1, dt, x, y, bearing);
        ModeWork work = new ModeWork().load(ModeWork.first(first));
        double density = work.density(next, dt);

        Modes after = density > 0 ? work.heard(next, dt, 0.7, density).modes() : work.modes();

        double sum = 0;
        for (int mode = 0; mode < after.count(); mode++) {
            sum += after.weight(mode);
            double det = after.at(mode, 5) * after.at(mode, 9) - after.at(mode, 6) * after.at(mode, 6);
            assertTrue(after.at(mode, 5) > 0 && after.at(mode, 12) > 0 && det > 0, "mode " + mode + " of " + after);
        }
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void turnsKeepTheMeanPlaceAndTheWeight() {
        Modes before = new Modes(row());

        Modes after = new ModeWork().load(before).turned(0.1).reduced().modes();

        assertEquals(100, after.mean(1), 1e-6);
        assertEquals(-200, after.mean(2), 1e-6);
        assertTrue(after.weight(after.heaviest()) > 0.85);
        assertTrue(after.count() <= 1 + Model.HEADINGS);
    }

    @Test
    void whatIsHeldToBeFastMayHaveBeenSeveralSlowOnes() {
        double[] fast = row();
        fast[3] = -230;

        Modes after = new ModeWork().load(new Modes(fast)).mixedUp(10).reduced().modes();

        double slow = 0;
        for (int mode = 0; mode < after.count(); mode++) {
            slow += after.isFast(mode) ? 0 : after.weight(mode);
        }
        assertEquals(1 - Exact.exp(-10 / Model.MIXED_UP_S), slow, 1e-9);
    }

    @Test
    void whatNobodyHearsNearNodesLosesWeight() {
        Net net = new Net(Net.middle(Listening.square(5)), Listening.square(5));
        Modes near = ModeWork.first(Sound.around(12, 0, 0, 0));

        double silence = new ModeWork().load(near).unheard(net, 0, 60);

        double rate = new ModeWork().load(near).rate(net);
        assertTrue(rate > 0.03 && rate < 0.1, "rate " + rate);
        assertTrue(silence < 0.15, "silence " + silence);
    }
}
