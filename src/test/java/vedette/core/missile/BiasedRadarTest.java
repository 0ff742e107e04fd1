package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.SensorId;
import vedette.model.Wgs84;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

class BiasedRadarTest {
    private static final SensorId FIRST = new SensorId("RADAR1");

    private static Chain watched(LaunchWorld world, Looks.Flaw flaw) {
        return Chain.watching(world, Looks.of(world, Chain.START, flaw));
    }

    @ParameterizedTest
    @CsvSource({"1000, 150, 0", "1003, 0, 0.0052"})
    void aRadarThatErrsByFiveSigmasIsFoundAndTheImpactIsRightAllTheSame(long seed, double rangeM, double angleRad) {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, seed);

        Chain chain = watched(world, new Looks.Flaw(FIRST, rangeM, angleRad));

        assertTrue(chain.biased().contains("RADAR1"), () -> "biased " + chain.biased());
        double endS = world.flown().getFirst().path().toS();
        LatLon truth = world.flown().getFirst().impact().orElseThrow();
        var told = chain.impactBefore(endS - 20).orElseThrow().missile().impact();
        double missM = Wgs84.sphereDistanceM(told.orElseThrow().whole().centre(), truth);
        assertTrue(missM < 1000, () -> "missed by " + missM);
    }

    @Test
    void ofARadarThatNoOtherSensorHelpsOnlyTheRangeRatesAreAccused() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 1000);

        assertEquals(List.of(), seenByFirst(world, new Looks.Flaw(FIRST, 150, 0.0052)));
        assertEquals(List.of("RADAR1"), seenByFirst(world, new Looks.Flaw(FIRST, 0, 0, 0, 25)));
    }

    private static List<String> seenByFirst(LaunchWorld world, Looks.Flaw flaw) {
        List<Measurement> looks = Looks.of(world, Chain.START, flaw).stream()
                .filter(look -> look.provenance().sensor().equals(FIRST))
                .toList();
        return Chain.watching(world, looks).biased();
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001})
    void ofARadarAloneTheSatellitesTellThatItsElevationsErr(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, seed);
        LaunchWorld alone = new LaunchWorld(
                world.flown(), world.satellites(), world.radars().subList(0, 1), world.cloudsM(), seed);

        assertEquals(
                List.of("RADAR1"),
                watched(alone, new Looks.Flaw(FIRST, 0, 0, 0.0052)).biased());
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001, 1002})
    void aRadarWhoseRangeRatesErrDoesNotCostTheWarning(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, seed);

        Chain chain = watched(world, new Looks.Flaw(FIRST, 0, 0, 0, 25));

        assertEquals(List.of("RADAR1"), chain.biased());
        double endS = world.flown().getFirst().path().toS();
        LatLon truth = world.flown().getFirst().impact().orElseThrow();
        assertTrue(chain.attackHolds(endS - 20, 0.99, truth));
        var told = chain.impactBefore(endS - 20).orElseThrow().missile().impact();
        double missM = Wgs84.sphereDistanceM(told.orElseThrow().whole().centre(), truth);
        assertTrue(missM < 1000, () -> "missed by " + missM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rightRadarsAreNotAccused(long seed) {
        assertEquals(
                List.of(),
                watched(LaunchWorld.of(Story.SHORT, seed), Looks.Flaw.NONE).biased());
    }

    @Tag("long")
    @Test
    void twoHundredWorldsOfRightRadarsAccuseNone() {
        for (int seed = 1000; seed < 1200; seed++) {
            assertEquals(
                    List.of(),
                    watched(LaunchWorld.of(Story.SHORT, seed), Looks.Flaw.NONE).biased());
        }
    }
}
