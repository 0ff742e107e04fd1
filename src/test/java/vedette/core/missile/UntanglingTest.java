package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UntanglingTest {
    private final Site site = Site.of(Fits.radar("R", 0.3, 0.2));
    private final double[] eye = Fits.state(0, -0.4, 35_786e3);

    @Test
    void whatLeavesItsFallTwiceAfterTheBurnIsSeveral() {
        Thing before = held().unsteady(90, 100, false);
        Thing after = before.unsteady(105, 110, false);

        Thing freed = Untangling.freed(before, after, 110);

        assertTrue(Untangling.isFreed(freed));
        assertEquals(List.of(), freed.echoes());
        assertEquals(after.lights(), freed.lights());
        assertEquals(after.number(), freed.number());
    }

    @Test
    void whatLeavesItsFallOnceIsHeldOn() {
        Thing before = held();
        Thing after = before.unsteady(105, 110, false);

        assertSame(after, Untangling.freed(before, after, 110));
    }

    @Test
    void whatTurnsInTheAirIsHeldOn() {
        Thing before = held().unsteady(90, 100, true);
        Thing after = before.unsteady(105, 110, true);

        assertSame(after, Untangling.freed(before, after, 110));
        assertFalse(Untangling.isFreed(after));
    }

    private Thing held() {
        Look.Light light = Fits.light(0, 60, eye, Fits.ascent(0.3, 0.2, 60));
        Look.Echo echo = Fits.echo(site, Fits.state(0.34, 0.24, 110e3), 100);
        Follow follow = new Follower(List.of(site)).begun(echo);
        return Thing.of(1, light).heard(List.of(echo), follow).falling(Optional.empty(), 82);
    }
}
