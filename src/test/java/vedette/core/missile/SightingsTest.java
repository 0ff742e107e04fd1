package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.InfraredSatellite;

final class SightingsTest {
    private final List<InfraredSatellite> satellites = List.of(Fits.satellite("A"), Fits.satellite("B"));
    private final double[] left = Fits.state(0, -0.4, 35_786e3);
    private final double[] right = Fits.state(0, 0.6, 35_786e3);
    private final Burning burning = new Burning(satellites);
    private final Sightings sightings = new Sightings(satellites, burning);

    @Test
    void theOtherSatellitesFirstLookIsOfTheFlightThatOneAloneHasSeen() {
        Thing thing = seenByOne();

        assertEquals(0, sightings.owner(List.of(thing), light(1, 66, right, 0.3)));
    }

    @Test
    void whatRisesFiftyKilometresAwayIsAnother() {
        Thing thing = seenByBoth();

        assertEquals(-1, sightings.owner(List.of(thing), light(1, 69, right, 0.308)));
    }

    @Test
    void whatGlowsOnNearTheOnlyThingThatRisesIsItAndInARaidMayBeAnother() {
        Thing thing = seenByBoth();
        Look.Light moved = light(1, 68, right, 0.3012);

        assertEquals(0, sightings.owner(List.of(thing), moved));
        assertEquals(-1, sightings.owner(List.of(thing, fitted(lights(0.33))), moved));
    }

    @Test
    void aFlightSoughtFromTheWrongPlaceIsSoughtAnewOnceItsGlowHasGone() {
        Thing thing = seenByBoth();
        List<Burn> astray = burning.fitted(thing.lit(lights(0.33)), Ending.open(80)).burns().stream()
                .map(SightingsTest::unsound)
                .toList();
        Ending gone = Ending.gone(80, List.of(new Ending.Miss(85, 0.03)));

        Thing fitted = burning.fitted(thing.burning(astray), gone);

        assertFalse(astray.getFirst().isSound());
        assertTrue(fitted.burn().orElseThrow().isSound());
    }

    private static Burn unsound(Burn burn) {
        return new Burn(
                burn.profile(),
                burn.slots(),
                burn.latRad(),
                burn.lonRad(),
                burn.best(),
                burn.covariance(),
                1e3,
                burn.evidence() - 500,
                burn.looks());
    }

    private Thing seenByOne() {
        List<Look.Light> lights = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            lights.add(light(0, 45 + 5 * k, left, 0.3));
        }
        return fitted(lights);
    }

    private Thing seenByBoth() {
        return fitted(lights(0.3));
    }

    private List<Look.Light> lights(double latRad) {
        List<Look.Light> lights = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            lights.add(light(0, 45 + 5 * k, left, latRad));
            lights.add(light(1, 47 + 5 * k, right, latRad));
        }
        return lights;
    }

    private Thing fitted(List<Look.Light> lights) {
        Thing thing = Thing.of(1, lights.getFirst()).lit(lights).shining(Thing.Shine.RISING);
        return burning.fitted(thing, Ending.open(lights.getLast().timeS()));
    }

    private static Look.Light light(int sensor, double timeS, double[] eye, double latRad) {
        return Fits.light(sensor, timeS, eye, Fits.ascent(latRad, 0.2, timeS));
    }
}
