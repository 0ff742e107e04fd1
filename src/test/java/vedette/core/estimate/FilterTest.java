package vedette.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Manner;
import vedette.core.sense.Rows;
import vedette.math.Cholesky;
import vedette.math.Draws;

/// The kernels do what the textbook's matrices do; covariances stay covariances.
class FilterTest {
    private static final int N = Mixture.N;
    private static final Manner MANNER = new Manner(0.1, 4, 25, 4, 20);

    private static Regime regime() {
        return new Regime(
                List.of(
                        new ConstantVelocity(MANNER, 1),
                        new CoordinatedTurn(MANNER, 3),
                        new ConstantVelocity(MANNER, 60)),
                60,
                30,
                10);
    }

    /// A block some kilometres from its origin with a random covariance A Aᵀ.
    static double[] block(Draws draws) {
        double[] block = new double[Mixture.BLOCK];
        block[0] = 1;
        double[] mean = {4000, 700, 4900, 100, -80, 30, 0.02};
        double[] scale = {200, 200, 200, 20, 20, 20, 0.05};
        double[] a = new double[N * N];
        for (int i = 0; i < N * N; i++) {
            a[i] = draws.gaussian() * scale[i / N];
        }
        for (int i = 0; i < N; i++) {
            block[Mixture.MEAN + i] = mean[i] + draws.gaussian() * scale[i];
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += a[i * N + k] * a[j * N + k];
                }
                block[Mixture.COVARIANCE + Mixture.at(i, j)] = sum;
            }
        }
        return block;
    }

    static double[] full(double[] blocks, int at) {
        double[] full = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                full[i * N + j] = blocks[at + Mixture.COVARIANCE + Mixture.at(Math.max(i, j), Math.min(i, j))];
            }
        }
        return full;
    }

    static Rows rows(Draws draws, int count) {
        Rows rows = new Rows();
        for (int r = 0; r < count; r++) {
            int h = rows.add(draws.gaussian() * 100, 50 + 1000 * draws.uniform());
            for (int k = 0; k < Rows.WIDTH; k++) {
                rows.h[h + k] = draws.gaussian();
            }
        }
        return rows;
    }

    @Property(tries = 100)
    void rowByRowIsTheTextbooksUpdate(
            @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 5) int count) {
        Draws draws = Draws.of(seed, 0, "update");
        double[] block = block(draws);
        Rows rows = rows(draws, count);
        Plain.Updated plain = Plain.update(block, rows);

        FilterKernel kernel = new FilterKernel();
        kernel.absorb(block, 0, rows, block.clone(), 0);
        double log = Math.log(kernel.height()) - kernel.distance2() / 2 + FilterKernel.logScale(count);

        double[] actual = full(block, 0);
        for (int i = 0; i < N; i++) {
            assertEquals(plain.mean()[i], block[Mixture.MEAN + i], 1e-6);
            for (int j = 0; j < N; j++) {
                assertEquals(
                        plain.covariance()[i * N + j], actual[i * N + j], 1e-6 * (1 + Math.abs(actual[i * N + j])));
            }
        }
        assertEquals(plain.logLikelihood(), log, 1e-7 * (1 + Math.abs(log)));
    }

    @Test
    void covariancesStayPositiveOverManySteps() {
        covariancesStayPositive(100_000);
    }

    @Test
    @Tag("long")
    void covariancesStayPositiveOverAMillionSteps() {
        covariancesStayPositive(1_000_000);
    }

    private static void covariancesStayPositive(int steps) {
        Draws draws = Draws.of(7, 0, "long");
        Regime regime = regime();
        double[] one = block(draws);
        double[] blocks = new double[regime.size() * Mixture.BLOCK];
        for (int m = 0; m < regime.size(); m++) {
            System.arraycopy(one, 0, blocks, m * Mixture.BLOCK, Mixture.BLOCK);
            blocks[m * Mixture.BLOCK] = regime.shares()[m];
        }
        Imm imm = new Imm();

        for (int step = 0; step < steps; step++) {
            imm.predict(blocks, regime, 0.1 + 9 * draws.uniform());
            imm.update(blocks, regime.size(), FilterTest::nearby);
            if (step % 100 == 0) {
                for (int m = 0; m < regime.size(); m++) {
                    assertTrue(Cholesky.factor(full(blocks, m * Mixture.BLOCK), 0, N), "step " + step);
                }
            }
        }

        double sum = 0;
        for (int m = 0; m < regime.size(); m++) {
            sum += blocks[m * Mixture.BLOCK];
        }
        assertEquals(1, sum, 1e-12);
    }

    // A place that is measured where it is, two axes sharp, one blunt.
    private static void nearby(double[] blocks, int at, Rows rows) {
        rows.clear();
        for (int axis = 0; axis < 3; axis++) {
            double place = axis == 0 ? 4000 : axis == 1 ? 700 : 4900;
            int h = rows.add(place - blocks[at + Mixture.MEAN + axis], axis == 2 ? 1e7 : 25);
            rows.h[h + axis] = 1;
        }
    }

    @Test
    void theFilterThatExplainsTheTurnGainsWeight() {
        Regime regime = regime();
        double[] one = new double[Mixture.BLOCK];
        double[] start = {0, 0, 0, 150, 0, 0, 0};
        System.arraycopy(start, 0, one, Mixture.MEAN, N);
        for (int i = 0; i < N; i++) {
            one[Mixture.COVARIANCE + Mixture.at(i, i)] = i < 3 ? 2500 : i < 6 ? 100 : 1e-3;
        }
        double[] blocks = new double[3 * Mixture.BLOCK];
        for (int m = 0; m < 3; m++) {
            System.arraycopy(one, 0, blocks, m * Mixture.BLOCK, Mixture.BLOCK);
            blocks[m * Mixture.BLOCK] = regime.shares()[m];
        }
        Imm imm = new Imm();
        double turn = 0.05;

        for (int k = 1; k <= 20; k++) {
            double angle = turn * 2 * k;
            double y = 150 / turn * Math.sin(angle);
            double z = 150 / turn * (1 - Math.cos(angle));
            imm.predict(blocks, regime, 2);
            imm.update(blocks, regime.size(), (b, at, rows) -> {
                rows.clear();
                double[] place = {y, z, 0};
                for (int axis = 0; axis < 3; axis++) {
                    int h = rows.add(place[axis] - b[at + Mixture.MEAN + axis], 900);
                    rows.h[h + axis] = 1;
                }
            });
        }

        assertTrue(blocks[Mixture.BLOCK] > 0.7, "weight of the turn " + blocks[Mixture.BLOCK]);
        assertEquals(turn, blocks[Mixture.BLOCK + Mixture.MEAN + 6], 0.02);
    }

    @Test
    void likelihoodsOfMixturesAreThoseOfTheirParts() {
        Draws draws = Draws.of(3, 0, "mix");
        double[] block = block(draws);
        double[] twice = new double[2 * Mixture.BLOCK];
        System.arraycopy(block, 0, twice, 0, Mixture.BLOCK);
        System.arraycopy(block, 0, twice, Mixture.BLOCK, Mixture.BLOCK);
        twice[0] = 0.3;
        twice[Mixture.BLOCK] = 0.7;
        Rows given = rows(draws, 2);
        Imm.Observer observer = (b, at, rows) -> {
            rows.clear();
            for (int r = 0; r < given.count; r++) {
                int h = rows.add(given.innovation[r], given.variance[r]);
                System.arraycopy(given.h, r * Rows.WIDTH, rows.h, h, Rows.WIDTH);
            }
        };

        assertEquals(new Imm().logLikelihood(block, 1, observer), new Imm().logLikelihood(twice, 1, observer), 1e-12);
    }

    @Test
    void groupsAtTheSameHeightBecomeOne() {
        double[] low = block(Draws.of(5, 0, "a"));
        double[] both = new double[2 * Mixture.BLOCK];
        System.arraycopy(low, 0, both, 0, Mixture.BLOCK);
        System.arraycopy(low, 0, both, Mixture.BLOCK, Mixture.BLOCK);
        both[0] = 0.5;
        both[Mixture.BLOCK] = 0.5;

        double[] reduced = Hypotheses.reduced(both, 1);

        assertArrayEquals(low, reduced, 1e-6);
    }

    @Test
    void groupsThatAreRuledOutGo() {
        double[] two = new double[2 * Mixture.BLOCK];
        double[] low = block(Draws.of(5, 0, "a"));
        System.arraycopy(low, 0, two, 0, Mixture.BLOCK);
        System.arraycopy(low, 0, two, Mixture.BLOCK, Mixture.BLOCK);
        two[Mixture.BLOCK + Mixture.MEAN] += 50_000;
        two[0] = 0.9999;
        two[Mixture.BLOCK] = 0.0001;

        double[] reduced = Hypotheses.reduced(two, 1);

        assertEquals(1, Mixture.blocks(reduced));
        assertEquals(1, reduced[0], 1e-15);
    }

    @Test
    void existenceFallsWithMissesAndRisesWithPlots() {
        assertEquals(0.5 * 0.1 / 0.55, Existence.missed(0.5, 0.9), 1e-15);
        assertTrue(Existence.seen(0.1, 0.9, 5) > 0.9);
        assertTrue(Existence.seen(0.1, 0.9, -5) < 0.1);
        assertEquals(Existence.SUREST, Existence.seen(0.9999, 0.9, 1e9), 0);
        assertTrue(Existence.aged(0.9, 100, 1000) < 0.9);
    }
}
