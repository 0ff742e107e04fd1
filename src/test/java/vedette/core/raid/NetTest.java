package vedette.core.raid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// How often a net hears what may be somewhere.
final class NetTest {
    private static final Net NET = new Net(Listening.at(0, 0), Listening.square(41));

    // A mode at the middle of the net: its spread east and north, metres, and how they go together.
    private static double[] mode(double east, double north, double correlation) {
        return new double[] {
            1, 0, 0, 40, 20, east * east, correlation * east * north, 0, 0, north * north, 0, 0, 1, 0, 1
        };
    }

    @Test
    void amidTheNetSomethingIsHeardAboutSoOften() {
        double hz = NET.rate(mode(4_000, 4_000, 0), 0, 0);

        // One node to 25 km²: a rate of 0.08 exp(−d²/2σ²) integrates to 0.08 · 2πσ² / 25 km².
        assertEquals(0.08, hz, 0.005);
    }

    @Property(tries = 200)
    void howeverWideAndObliqueAModeIsItIsHeardAmidTheNet(
            @ForAll @DoubleRange(min = 3_000, max = 90_000) double east,
            @ForAll @DoubleRange(min = 3_000, max = 90_000) double north,
            @ForAll @DoubleRange(min = -0.98, max = 0.98) double correlation) {
        double hz = NET.rate(mode(east, north, correlation), 0, 0);

        assertEquals(0.08, hz, 0.02);
    }

    @Test
    void farOutsideTheNetNothingIsHeard() {
        double[] mode = mode(1_000, 1_000, 0);
        mode[1] = 300_000;

        assertEquals(0, NET.rate(mode, 0, 0));
        assertTrue(NET.isAway(300_000, 0));
        assertFalse(NET.isAway(90_000, 0));
    }
}
