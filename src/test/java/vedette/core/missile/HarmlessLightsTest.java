package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Missile.Verdict;
import vedette.simulate.launches.Fireballs;
import vedette.simulate.launches.LaunchWorld;

/// What glows and is no launch: nearly three hundred fireballs that were seen, and a day of fires and glints.
class HarmlessLightsTest {
    private static final int FEWEST = 280;
    /// Worlds of fires and glints last a quarter of an hour.
    private static final int DAY = 96;
    private static final int MOST_LAUNCHES = 1;

    @Tag("long")
    @ParameterizedTest
    @ValueSource(doubles = {2, 10})
    void noFireballIsAnAttack(double revisitS) {
        List<LaunchWorld> worlds = Fireballs.all(revisitS);
        TreeMap<Verdict, Integer> verdicts = new TreeMap<>();
        int attacks = 0;

        for (LaunchWorld world : worlds) {
            Chain chain = Chain.watching(world);
            attacks += chain.attacks().size();
            chain.latest().forEach(each -> verdicts.merge(each.missile().verdict(), 1, Integer::sum));
        }

        System.out.println(worlds.size() + " fireballs, revisit " + revisitS + " s: " + verdicts);
        assertTrue(worlds.size() >= FEWEST, () -> worlds.size() + " fireballs");
        assertEquals(0, attacks);
    }

    @Tag("long")
    @Test
    void aDayOfFiresAndGlintsIsNoAttackAndOneLaunchAtMost() {
        int launches = 0;
        int attacks = 0;

        for (int seed = 0; seed < DAY; seed++) {
            Chain chain = Chain.watching(LaunchWorld.of(LaunchWorld.Story.CLUTTER, seed));
            attacks += chain.attacks().size();
            launches += launches(chain);
        }

        System.out.println("a day of fires and glints: " + launches + " reports of launches");
        assertEquals(0, attacks);
        assertTrue(launches <= MOST_LAUNCHES, "launches " + launches);
    }

    private static int launches(Chain chain) {
        int launches = 0;
        for (Chain.Told each : chain.latest()) {
            boolean launch = chain.told().stream()
                    .anyMatch(told -> told.missile().number() == each.missile().number()
                            && told.missile().verdict() == Verdict.LAUNCH);
            launches += launch ? 1 : 0;
        }
        return launches;
    }

    // Two satellites saw these at 78 s as rising with 60 to 100 m/s from the ground; no rocket is as slow by then.
    @ParameterizedTest
    @ValueSource(longs = {6009, 6234, 8113})
    void aFireThatSeemsToCreepUpwardsIsNoLaunch(long seed) {
        assertEquals(0, launches(Chain.watching(LaunchWorld.of(LaunchWorld.Story.CLUTTER, seed))));
    }

    // The other satellite sees there every ten seconds, and saw nothing for 19 to 45.
    @ParameterizedTest
    @ValueSource(longs = {6074, 6266, 8114})
    void aGlintAndOneLateLookOfAnotherSatelliteAreNoLaunch(long seed) {
        assertEquals(0, launches(Chain.watching(LaunchWorld.of(LaunchWorld.Story.CLUTTER, seed))));
    }
}
