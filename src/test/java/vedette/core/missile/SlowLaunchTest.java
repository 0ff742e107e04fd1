package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.LaunchNotice;
import vedette.model.Measurement;
import vedette.model.Missile.Verdict;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;

/// What climbs as slowly and burns as long as a space launcher, and comes down: nothing may silence it for good.
class SlowLaunchTest {
    private static final double SOON_S = 2;
    private static final double REVISIT_S = 10;

    @ParameterizedTest
    @ValueSource(longs = {2, 7, 10})
    void aSlowMissileIsAnAttackTwoMinutesAfterItsLastLookWithoutAnyRadar(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SLOW, seed);

        Chain chain = Chain.watching(world, lights(world));

        assertTrue(
                firstAttackS(chain) < burnoutS(world) + Judge.AWAITED_S + SOON_S,
                () -> burnoutS(world) + " s, told " + firstAttackS(chain));
        holdsItsImpact(chain, world.flown().getFirst());
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23})
    void everySlowMissileIs(long seed) {
        aSlowMissileIsAnAttackTwoMinutesAfterItsLastLookWithoutAnyRadar(seed);
    }

    @Test
    void whereItsSatellitesTellThatTheyWorkItIsOneAMinuteAfterItsLastLook() {
        LaunchWorld world = LaunchWorld.of(Story.SLOW, 7);
        List<Measurement> looks = lights(world);
        looks.addAll(DeadFeedTest.beats("IR1", 0, burnoutS(world) + 300, 2));
        looks.addAll(DeadFeedTest.beats("IR2", 0, burnoutS(world) + 300, 2));

        Chain chain = Chain.watching(world, looks);

        assertTrue(firstAttackS(chain) < burnoutS(world) + Judge.OVER_S + SOON_S);
    }

    @Test
    void underCoverOfANoticeItIsNoLongerSaidToGoIntoSpaceOnceItsBurnHasEndedTooEarly() {
        LaunchWorld world = LaunchWorld.of(Story.SLOW, 7);
        Flown missile = world.flown().getFirst();
        LaunchNotice notice = new LaunchNotice(
                "space launch",
                missile.launch().orElseThrow(),
                Chain.START.plusS(-600),
                Chain.START.plusS(600),
                OptionalDouble.of(Wgs84.bearingRad(
                        missile.launch().orElseThrow(), missile.impact().orElseThrow())),
                OptionalDouble.empty());

        Chain chain = Chain.noticing(world, lights(world), List.of(notice));

        double overS = burnoutS(world) + Judge.AWAITED_S + SOON_S;
        assertEquals(
                Optional.of(Verdict.LAUNCH),
                chain.told().stream()
                        .filter(each -> each.missile().number() == 1 && each.timeS() > overS - 2 * SOON_S - REVISIT_S)
                        .filter(each -> each.timeS() < overS)
                        .map(each -> each.missile().verdict())
                        .reduce((_, last) -> last));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5})
    void aLaunchIntoSpaceThatNobodyToldOfIsNoAttackAfterItsBurnAsWellAsBefore(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SPACE, seed);

        Chain chain = Chain.watching(world, lights(world));

        assertEquals(List.of(), chain.attacks());
    }

    private static List<Measurement> lights(LaunchWorld world) {
        return DeadFeedTest.lights(world);
    }

    private static double burnoutS(LaunchWorld world) {
        return world.flown().getFirst().glows().getFirst().toS();
    }

    private static double firstAttackS(Chain chain) {
        return DeadFeedTest.firstAttackS(chain);
    }

    private static void holdsItsImpact(Chain chain, Flown missile) {
        Chain.Told last = chain.impactBefore(missile.path().toS() - 10).orElseThrow();
        assertTrue(Chain.holds(
                last.missile().impact().orElseThrow(), 0.99, missile.impact().orElseThrow()));
    }
}
