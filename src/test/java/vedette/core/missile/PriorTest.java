package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PriorTest {
    @Test
    void fastBodiesAreHeavierForTheirSizeAndMoreAlikeThanSlowOnes() {
        Prior slow = Prior.vague(0, Numbers.NONE, 1_600);
        Prior fast = Prior.vague(0, Numbers.NONE, 7_000);

        assertTrue(fast.lnBeta() > slow.lnBeta());
        assertTrue(fast.lnBetaSigma() < 0.8 * slow.lnBetaSigma());
    }

    @Test
    void aBodyOfQuiteAnotherKindMayBeAnything() {
        Prior any = Prior.vague(0, Numbers.NONE, 7_000).anyBody();

        assertTrue(any.lnBetaSigma() > 1.5);
    }

    @Test
    void betweenTheirBoundsBodiesLieEvenlyAndFewLieBeyond() {
        Prior usual = Prior.vague(0, Numbers.NONE, 3_000);
        double heavy = usual.lnBeta() + usual.lnBetaSigma();
        double light = usual.lnBeta() - usual.lnBetaSigma();
        double heavier = usual.lnBeta() + 2 * usual.lnBetaSigma();

        // Evenly in beta: in its logarithm the heavier are more, by as much as they are heavier.
        double ratio = usual.likelier(heavy) / usual.likelier(light);
        Fits.between(1.7, 2.1, ratio);
        assertTrue(usual.likelier(heavier) < 0.5);
        Fits.between(1, 1, usual.anyBody().likelier(heavy));
    }

    @Test
    void whatIsLikelierHereIsAsMuchLessLikelyElsewhere() {
        Prior usual = Prior.vague(0, Numbers.NONE, 3_000);
        double all = 0;
        for (double z = -5; z < 5; z += 0.01) {
            double normal = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            all += 0.01 * normal * usual.likelier(usual.lnBeta() + z * usual.lnBetaSigma());
        }

        Fits.between(0.9, 1.1, all);
    }
}
