package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EndingTest {
    private static final double UNSEEN = 0.03;

    @Test
    void whatIsStillSeenHasNotEnded() {
        assertFalse(Ending.open(100).known());
    }

    @Test
    void itEndedAnywhereBetweenTheLastLookAndTheFirstThatIsMissing() {
        Ending ending = Ending.gone(100, List.of(new Ending.Miss(104, UNSEEN)));

        assertTrue(ending.known());
        assertEquals(104, ending.goneS(), 0);
        assertEquals(102, ending.middleS(), 1e-12);
        assertEquals(4 / Math.sqrt(12), ending.sigmaS(), 1e-12);
    }

    @Test
    void aLookThatMayHaveOverlookedItLeavesTheEndOpenToTheNext() {
        // Less than half a second after the last look one was missing, the next five seconds on: the burn ended in that
        // half second, or the look overlooked it as one in thirty does and the burn went on.
        Ending early = Ending.gone(100, List.of(new Ending.Miss(100.4, UNSEEN), new Ending.Miss(105.4, UNSEEN)));
        Ending sure = Ending.gone(100, List.of(new Ending.Miss(105, UNSEEN), new Ending.Miss(110, UNSEEN)));

        assertTrue(early.sigmaS() > 1, () -> "sigma " + early.sigmaS());
        assertTrue(early.middleS() > 100.5 && early.middleS() < 102.9, () -> "middle " + early.middleS());
        assertEquals(5 / Math.sqrt(12), sure.sigmaS(), 0.4);
    }

    @Test
    void everyLookThatIsMissingMakesAnOversightLessLikely() {
        Ending one = Ending.gone(100, List.of(new Ending.Miss(105, UNSEEN)));
        Ending two = Ending.gone(100, List.of(new Ending.Miss(105, UNSEEN), new Ending.Miss(107, 0.5)));

        assertEquals(1, Ending.open(100).unseen(), 0);
        assertEquals(UNSEEN, one.unseen(), 1e-12);
        assertEquals(UNSEEN / 2, two.unseen(), 1e-12);
    }
}
