package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Ascent;
import vedette.model.InfraredSatellite;

final class RekindlingTest {
    private final List<InfraredSatellite> satellites = List.of(Fits.satellite("A"), Fits.satellite("B"));
    private final double[][] eyes = {Fits.state(0, -0.4, 35_786e3), Fits.state(0, 0.6, 35_786e3)};
    private final Rekindling rekindling = new Rekindling(satellites, new Burning(satellites));

    @Test
    void whatWentOnAfterAStagingIsOneFlight() {
        Thing before = lit(1, 0.3, 0.2, 40, 60);
        Thing after = lit(2, 0.3, 0.2, 65, 82);

        Thing one = rekindling.one(before, after, 80).orElseThrow();

        assertEquals(1, one.number());
        assertEquals(
                before.lights().size() + after.lights().size(), one.lights().size());
    }

    @Test
    void whatWentOnAndWasTakenForSomethingThatFallsIsTheSameFlight() {
        Thing before = lit(1, 0.3, 0.2, 40, 60);
        Thing after = lit(2, 0.3, 0.2, 65, 82).shining(Thing.Shine.FALLING);

        Thing one = rekindling.one(before, after, 80).orElseThrow();

        assertEquals(Thing.Shine.RISING, one.spot());
    }

    @Test
    void whatRisesElsewhereIsAnother() {
        Thing before = lit(1, 0.3, 0.2, 40, 60);
        Thing elsewhere = lit(2, 0.303, 0.204, 65, 82);

        assertTrue(rekindling.one(before, elsewhere, 80).isEmpty());
    }

    @Test
    void whatOneSatelliteSeesTogetherIsTwo() {
        Thing one = lit(1, 0.3, 0.2, 40, 80);
        Thing other = lit(2, 0.3, 0.2, 41, 80);

        assertTrue(rekindling.one(one, other, 80).isEmpty());
    }

    @Test
    void aRaidIsCrowdedAndTwoLightsAreNot() {
        Thing one = lit(1, 0.3, 0.2, 40, 80);
        Thing other = lit(2, 0.3, 0.21, 41, 80);
        Thing third = lit(3, 0.31, 0.2, 42, 80);

        assertTrue(rekindling.isCrowded(List.of(one, other, third), one));
        assertFalse(rekindling.isCrowded(List.of(one, other), one));
    }

    private Thing lit(long number, double latRad, double lonRad, double fromS, double toS) {
        Ascent ascent = new Ascent();
        ascent.fly(new double[] {latRad, lonRad, 10, 0.8, 0.4, 20, 100, 75}, 1);
        double[] state = new double[6];
        List<Look.Light> lights = new ArrayList<>();
        for (double atS = fromS; atS <= toS; atS += 2.5) {
            ascent.at(atS, state);
            int eye = lights.size() % 2;
            lights.add(Fits.light(eye, atS, eyes[eye], state));
        }
        return Thing.of(number, lights.getFirst()).lit(lights).shining(Thing.Shine.RISING);
    }
}
