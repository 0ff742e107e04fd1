package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vedette.math.Normal;
import vedette.model.LatLon;

class SpreadTest {
    @Test
    void aSinglePartsWindowIsThatOfANormalDistribution() {
        Spread spread = spread(part(1, 600, 8));

        assertEquals(600 - 1.96 * 8, spread.quantileS(0.025), 0.01);
        assertEquals(600 + 1.96 * 8, spread.quantileS(0.975), 0.01);
    }

    @Test
    void eitherEndOfACrookedWindowLeavesOutWhatItSays() {
        Spread spread = spread(part(9, 100, 1), part(1, 130, 4));

        double early = spread.quantileS(0.025);
        double late = spread.quantileS(0.975);

        assertEquals(0.025, 0.9 * Normal.below(early - 100), 2e-3);
        assertEquals(0.025, 0.1 * (1 - Normal.below((late - 130) / 4)), 2e-3);
        assertTrue(late - spread.meanS > 3 * (spread.meanS - early));
    }

    @Test
    void theFarthestQuantileIsReached() {
        Spread spread = spread(part(0.9745, 0, 1e-3), part(0.0255, 1000, 1e-3));

        assertEquals(1000, spread.quantileS(0.975), 0.5);
    }

    private static Spread spread(Spread.Part... parts) {
        Spread spread = new Spread();
        for (Spread.Part each : parts) {
            spread.add(each);
        }
        spread.lay();
        return spread;
    }

    private static Spread.Part part(double weight, double timeS, double sigmaS) {
        return new Spread.Part(weight, new LatLon(0.3, 0.2), 1e6, 1e6, 0, timeS, sigmaS);
    }
}
