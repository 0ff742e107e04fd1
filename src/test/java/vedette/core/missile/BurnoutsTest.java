package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

/// What is told while one look is missing: the burn may have ended, or it was overlooked.
class BurnoutsTest {
    private static final LaunchWorld WORLD = LaunchWorld.of(Story.MEDIUM, 5);
    private static final Flown MISSILE = WORLD.flown().getFirst();
    private static final double BURNOUT_S = MISSILE.glows().getFirst().toS();
    private static final LatLon IMPACT = MISSILE.impact().orElseThrow();

    @Test
    void onceOneLookIsMissingThePlaceToldIsThatOfABurnThatHasEnded() {
        Chain chain = Chain.watching(WORLD, lights());
        double missingS = firstDueS(BURNOUT_S) + 3.2;

        Missile burning = chain.impactBefore(BURNOUT_S).orElseThrow().missile();
        Missile missing = chain.impactBefore(missingS).orElseThrow().missile();

        assertEquals(Missile.Phase.BOOST, missing.phase());
        assertTrue(missM(missing) < 0.3 * missM(burning), () -> missM(burning) + " m, then " + missM(missing));
        assertTrue(Chain.holds(missing.impact().orElseThrow(), 0.95, IMPACT));
    }

    @Test
    void aLookThatWasOverlookedMakesNoSmallAreaAndNoAttack() {
        double fromS = BURNOUT_S - 25;
        double toS = BURNOUT_S - 14;
        List<Measurement> looks = lights().stream()
                .filter(look -> !isOf(look, "IR2") || timeS(look) < fromS || timeS(look) > toS)
                .toList();

        Chain chain = Chain.watching(WORLD, looks);

        for (Chain.Told each : chain.told()) {
            if (each.timeS() > fromS && each.timeS() < BURNOUT_S) {
                assertEquals(Missile.Verdict.LAUNCH, each.missile().verdict());
                each.missile()
                        .impact()
                        .ifPresent(impact -> assertTrue(
                                Chain.holds(impact, 0.99, IMPACT), () -> "99 % area told at " + each.timeS()));
            }
        }
    }

    private static double missM(Missile missile) {
        return Wgs84.sphereDistanceM(missile.impact().orElseThrow().whole().centre(), IMPACT);
    }

    // The first look after a moment that should see it.
    private static double firstDueS(double afterS) {
        double first = Double.POSITIVE_INFINITY;
        for (LaunchWorld.Satellite each : WORLD.satellites()) {
            String name = each.known().sensor().name();
            double last = lights().stream()
                    .filter(look -> isOf(look, name))
                    .mapToDouble(BurnoutsTest::timeS)
                    .max()
                    .orElseThrow();
            double due = last + each.known().revisitS();
            first = due > afterS ? Math.min(first, due) : first;
        }
        return first;
    }

    private static List<Measurement> lights() {
        return new ArrayList<>(Looks.of(WORLD, Chain.START).stream()
                .filter(look -> look instanceof Measurement.Sight)
                .toList());
    }

    private static boolean isOf(Measurement look, String sensor) {
        return look.provenance().sensor().name().equals(sensor);
    }

    private static double timeS(Measurement look) {
        return look.provenance().observedAt().secondsSince(Chain.START);
    }
}
