package vedette.core.estimate.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The filters' classic problems, with fixed draws; figures of more runs stand in docs/benchmarks.md.
class ClassicTest {
    private static final int FROM_60_S = 30;

    // Figures of an independent computation of the bound at 10, 60 and 118 s: x, x', y, y'.
    @Test
    void theBoundOfTheBallisticTargetIsThatOfAnotherComputation() {
        double[][] bound = Farina.bound();

        assertShares(new double[] {1026.9, 171.24, 2592.5, 439.61}, bound[5]);
        assertShares(new double[] {329.43, 12.22, 689.66, 24.453}, bound[30]);
        assertShares(new double[] {43.028, 2.7288, 46.144, 2.4869}, bound[59]);
    }

    private static void assertShares(double[] expected, double[] bound) {
        for (int i = 0; i < 4; i++) {
            assertEquals(1, bound[i] / expected[i], 2e-3);
        }
    }

    @Test
    void hindsightReachesTheBoundOfTheBallisticTargetAndKnowsItsErrors() {
        int runs = 100;
        double[][] bound = Farina.bound();

        double[][] score = Farina.score(runs, Farina.LOOKS, 1);

        int near = 0;
        int honest = 0;
        double band = 1.96 * Math.sqrt(2 * 4.0 / runs);
        for (int k = FROM_60_S; k < Farina.LOOKS; k++) {
            near += Farina.worstShare(score[k], bound[k]) <= 1.15 ? 1 : 0;
            honest += Math.abs(score[k][4] - 4) <= band ? 1 : 0;
        }
        int looks = Farina.LOOKS - FROM_60_S;
        assertTrue(near >= 0.9 * looks, near + " of " + looks);
        assertTrue(honest >= 0.9 * looks, honest + " of " + looks);
        assertEquals(4, score[5][4], 1);
    }

    @Test
    void hindsightTracksTheFallingBodyBetterThanTheUnscentedFilter() {
        double[][] score = FallingBody.score(20, 30, 2);

        for (int k = 15; k <= FallingBody.LOOKS; k++) {
            assertTrue(score[k][0] < 1.05 * score[k][3], "height at " + k);
            assertTrue(score[k][1] < 0.7 * score[k][4], "speed at " + k);
            assertTrue(score[k][2] < score[k][5], "drag at " + k);
        }
    }

    @Test
    void bothTrackThePlaneReentryAlike() {
        double[] score = PlaneReentry.score(2, 0.17e-3, 5, 1);

        assertTrue(score[0] < 8 && score[1] < 8, score[0] + " m and " + score[1] + " m");
    }
}
