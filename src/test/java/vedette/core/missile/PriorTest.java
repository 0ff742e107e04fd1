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
}
