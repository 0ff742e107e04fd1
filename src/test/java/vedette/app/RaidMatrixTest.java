package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.simulate.raids.RaidSetting;
import vedette.simulate.raids.RaidWorld;

/// What is promised of raids, on raids made with other seeds than the rules were chosen on.
final class RaidMatrixTest {
    @ParameterizedTest
    @CsvSource({"9, 1701", "9, 1702", "9, 1703", "40, 1701", "133, 1701"})
    @Tag("long")
    void everyCityOfARaidOfDronesIsWarnedInTimeAndHardlyOneInVain(int drones, long seed) {
        RaidMatrix.Score score = score(RaidSetting.usual(seed, drones));

        assertEquals(0, score.missed(), score.toString());
        assertTrue(score.medianLeadS() >= 600, score.toString());
        assertTrue(score.threeMinutes() >= 0.95 * score.arrivals(), score.toString());
        assertTrue(score.none().size() <= 1, score.toString());
        assertTrue(score.cityRatio() <= 2.5 && score.areaRatio() <= 2.5, score.toString());
    }

    @Test
    @Tag("long")
    void everyCityThatCruiseMissilesReachIsWarned() {
        RaidMatrix.Score score = score(RaidSetting.usual(1701, 9).missiles(3));

        assertEquals(0, score.missed(), score.toString());
        assertTrue(score.threeMinutes() >= 0.95 * score.arrivals(), score.toString());
    }

    private static RaidMatrix.Score score(RaidSetting setting) {
        RaidWorld world = new RaidWorld(setting);
        return RaidMatrix.score(world, RaidTrial.of(world));
    }
}
