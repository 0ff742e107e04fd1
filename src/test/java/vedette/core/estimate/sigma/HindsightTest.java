package vedette.core.estimate.sigma;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.SymMatrix;

class HindsightTest {
    private static final Belief START = Belief.of(new double[] {1, 2}, new SymMatrix(2, new double[] {4, 1, 3}));
    private static final SymMatrix NOISE = SymMatrix.diagonal(0.1, 0.2);
    private static final SymMatrix ERROR = SymMatrix.diagonal(0.5);

    private static double[] straight(double[] x) {
        return new double[] {x[0] + 2 * x[1], x[1]};
    }

    private static double[] place(double[] x) {
        return new double[] {x[0]};
    }

    private static Sight sight(double value) {
        return Sight.of(HindsightTest::place, new double[] {value}, ERROR);
    }

    @Test
    void straightCurvesGiveTheKalmanFilter() {
        Belief moved = START.moved(HindsightTest::straight, NOISE);

        Belief seen = moved.with(sight(7));

        assertArrayEquals(new double[] {5, 2}, moved.mean(), 1e-12);
        assertArrayEquals(
                new double[] {4 + 4 + 12 + 0.1, 1 + 6, 3.2}, moved.covariance().packed(), 1e-9);
        double gain = 20.1 / 20.6;
        assertArrayEquals(new double[] {5 + 2 * gain, 2 + 2 * 7 / 20.6}, seen.mean(), 1e-9);
        assertEquals(20.1 * (1 - gain), seen.covariance().get(0, 0), 1e-9);
    }

    @Test
    void straightCurvesLeaveNothingToJudgeAgain() {
        Belief filter = START.with(sight(0));
        Hindsight whole = Hindsight.begin(START, START, sight(0), 50, 3);
        Hindsight folded = Hindsight.begin(START, START, sight(0), 3, 1);

        for (int k = 1; k < 12; k++) {
            filter = filter.moved(HindsightTest::straight, NOISE).with(sight(k * k));
            whole = whole.with(HindsightTest::straight, NOISE, sight(k * k));
            folded = folded.with(HindsightTest::straight, NOISE, sight(k * k));
        }

        assertArrayEquals(filter.mean(), whole.now().mean(), 1e-8);
        assertArrayEquals(filter.mean(), folded.now().mean(), 1e-8);
        assertArrayEquals(filter.covariance().packed(), whole.now().covariance().packed(), 1e-8);
        assertEquals(12, whole.smoothed().size());
        assertEquals(3, folded.smoothed().size());
        assertTrue(whole.smoothed().get(5).covariance().trace()
                < filter.covariance().trace());
    }

    @Property(tries = 100)
    void covariancesStayPositiveUnderCurvedSights(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double sigma) {
        Draws draws = Draws.of(seed, 0, "curved");
        Curve sight = x -> new double[] {Math.hypot(x[0], x[1])};
        SymMatrix error = SymMatrix.diagonal(sigma * sigma);
        Hindsight h = Hindsight.begin(START, START, Sight.of(sight, new double[] {1}, error), 4, 2);

        for (int k = 0; k < 10; k++) {
            Sight look = Sight.of(sight, new double[] {5 * draws.uniform()}, error);
            h = h.with(HindsightTest::straight, NOISE, look);
            SymMatrix p = h.now().covariance();
            assertTrue(p.get(0, 0) > 0 && p.get(0, 0) * p.get(1, 1) > p.get(1, 0) * p.get(1, 0));
        }
    }

    @Test
    void whatWasBegunStaysAsItWas() {
        Hindsight begun = Hindsight.begin(START, START, sight(0), 5, 1);
        double[] before = begun.now().mean();

        begun.with(HindsightTest::straight, NOISE, sight(100));

        assertArrayEquals(before, begun.now().mean());
    }

    @Test
    void shapesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Belief.of(new double[3], NOISE));
        assertThrows(IllegalArgumentException.class, () -> Sight.of(HindsightTest::place, new double[2], ERROR));
        assertThrows(IllegalArgumentException.class, () -> Hindsight.begin(START, START, sight(0), 0, 1));
    }
}
