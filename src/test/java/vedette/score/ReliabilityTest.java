package vedette.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;

/// The measure of calibration itself: who says the truth passes, each way to say it wrongly fails.
class ReliabilityTest {
    private static final int MANY = 20_000;

    // Things that come true with the probability that an honest one says; what is said of them is bent.
    private static List<Reliability.Said> said(double share, DoubleUnaryOperator bent) {
        Draws draws = Draws.of(3, 1, "reliability");
        List<Reliability.Said> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            boolean so = draws.uniform() < share;
            double evidence = draws.gaussian() + (so ? 1.5 : 0);
            double odds = share / (1 - share) * Math.exp(1.5 * evidence - 1.5 * 1.5 / 2);
            all.add(new Reliability.Said(bent.applyAsDouble(odds / (1 + odds)), so, 1));
        }
        return all;
    }

    private static double sharpened(double p, double by) {
        double odds = Math.pow(p / (1 - p), by);
        return odds / (1 + odds);
    }

    @Test
    void whoSaysTheTruthIsCalibratedAndExplains() {
        Reliability truth = Reliability.of(said(0.3, p -> p));

        assertTrue(truth.error() < 0.01, truth.lines());
        assertTrue(truth.unexplained() < 0.75, truth.lines());
        assertEquals(10, truth.bins().size());
    }

    @Test
    void everyWayToSayItWronglyFails() {
        assertTrue(Reliability.of(said(0.3, p -> sharpened(p, 3))).error() > 0.05);
        assertTrue(Reliability.of(said(0.3, p -> sharpened(p, 0.3))).error() > 0.05);
        assertTrue(Reliability.of(said(0.3, p -> Math.min(1, p + 0.1))).error() > 0.05);
        assertTrue(Reliability.of(said(0.3, p -> 0)).error() > 0.05);
        assertTrue(Reliability.of(said(0.3, p -> 1 - p)).unexplained() > 1);
        assertTrue(Reliability.of(said(0.3, _ -> 0.3)).unexplained() > 0.99);
    }

    @Test
    void whatIsRareIsAskedAboutAsIfItWereCommon() {
        Reliability never = Reliability.of(said(0.01, _ -> 0.0));
        Reliability truth = Reliability.of(said(0.01, p -> p));

        assertTrue(never.error() < 0.02);
        assertTrue(never.asCommonAs(0.01, 0.3).error() > 0.2);
        assertTrue(
                truth.asCommonAs(0.01, 0.3).error() < 0.05,
                truth.asCommonAs(0.01, 0.3).lines());
    }

    @Test
    void weightsCountAsManySamples() {
        List<Reliability.Said> twice = new ArrayList<>(said(0.3, p -> p));
        twice.addAll(twice);
        List<Reliability.Said> heavy = said(0.3, p -> p).stream()
                .map(s -> new Reliability.Said(s.probability(), s.so(), 2))
                .toList();

        assertEquals(Reliability.of(twice).brier(), Reliability.of(heavy).brier(), 1e-12);
        assertEquals(Reliability.of(twice).error(), Reliability.of(heavy).error(), 1e-3);
    }
}
