package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.SensorId;
import vedette.model.Warning;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

/// The chain from the first glow to the ground, on worlds of our own.
class ChainTest {
    private static LatLon truth(LaunchWorld world) {
        return world.flown().getFirst().impact().orElseThrow();
    }

    private static double missM(Chain.Told told, LatLon truth) {
        return Wgs84.sphereDistanceM(
                told.missile().impact().orElseThrow().whole().centre(), truth);
    }

    @Test
    void aShortFlightIsOneAttackAndItsPlaceGrowsSure() {
        isOneAttack(Story.SHORT);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"MEDIUM", "LONG", "LONGEST"})
    void aMissileIsOneAttackAndItsPlaceGrowsSure(Story story) {
        isOneAttack(story);
    }

    private static void isOneAttack(Story story) {
        LaunchWorld world = LaunchWorld.of(story, 3);
        Flown missile = world.flown().getFirst();

        Chain chain = Chain.watching(world);

        assertEquals(List.of(), chain.refused());
        assertEquals(1, chain.attacks().size(), () -> "attacks " + chain.attacks());
        Chain.Told late = chain.impactBefore(missile.path().toS() - 20).orElseThrow();
        assertEquals(Missile.Verdict.ATTACK, late.missile().verdict());
        assertEquals(Warning.Confidence.CONFIRMED, late.missile().confidence());
        assertTrue(missM(late, truth(world)) < 3e3, () -> "missed by " + missM(late, truth(world)));
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"SPACE", "SOUNDING", "SATELLITE", "METEOR", "DECAY", "CLUTTER"})
    void whatIsNoAttackIsNeverCalledOne(Story story) {
        for (int seed = 0; seed < 2; seed++) {
            Chain chain = Chain.watching(LaunchWorld.of(story, seed));

            assertEquals(List.of(), chain.refused());
            assertEquals(List.of(), chain.attacks(), story + " " + seed);
        }
    }

    @Test
    void theSameLooksGiveTheSameOutputsToTheBit() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 2);

        assertEquals(Chain.watching(world).digest(), Chain.watching(world).digest());
    }

    @Tag("long")
    @Test
    void eightMissilesAreCounted() {
        Chain chain = Chain.watching(LaunchWorld.of(Story.SALVO, 2));

        assertEquals(8, chain.attacks().size());
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"RADAR1", "RADAR2", "IR1", "IR2"})
    void losingASensorKeepsTheWarning(String sensor) {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 5);
        Flown missile = world.flown().getFirst();
        SensorId lost = new SensorId(sensor);
        double fromS = sensor.startsWith("IR")
                ? missile.glows().getFirst().fromS() + 60
                : missile.glows().getFirst().toS() + 120;
        List<Measurement> looks = Looks.of(world, Chain.START).stream()
                .filter(look -> !look.provenance().sensor().equals(lost)
                        || look.provenance().observedAt().secondsSince(Chain.START) < fromS)
                .toList();

        Chain chain = Chain.watching(world, looks);

        Chain.Told late = chain.impactBefore(missile.path().toS() - 10).orElseThrow();
        assertEquals(Missile.Verdict.ATTACK, late.missile().verdict());
        assertTrue(missM(late, truth(world)) < 10e3, () -> "missed by " + missM(late, truth(world)));
    }

    @Tag("long")
    @Test
    void losingAllRadarsKeepsTheWarningAndLetsTheAreaBe() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 5);
        Flown missile = world.flown().getFirst();
        double fromS = missile.glows().getFirst().toS() + 60;
        List<Measurement> looks = Looks.of(world, Chain.START).stream()
                .filter(look -> look.provenance().observedAt().secondsSince(Chain.START) < fromS)
                .toList();

        Chain chain = Chain.watching(world, looks);

        Chain.Told late = chain.impactBefore(missile.path().toS() - 10).orElseThrow();
        assertEquals(Missile.Verdict.ATTACK, late.missile().verdict());
        assertTrue(Chain.holds(late.missile().impact().orElseThrow(), 0.99, truth(world)));
    }

    @Test
    void repeatedLooksChangeNothing() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 4);
        List<Measurement> looks = Looks.of(world, Chain.START);
        List<Measurement> twice = new ArrayList<>(looks);
        twice.addAll(looks);

        Chain once = Chain.watching(world, looks);
        Chain again = Chain.watching(world, twice);

        assertEquals(once.attacks(), again.attacks());
        assertEquals(
                once.latest().getFirst().missile().impact(),
                again.latest().getFirst().missile().impact());
    }

    @Tag("long")
    @Test
    void looksThatContradictAllOthersAreLeftOut() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 7);
        LaunchWorld other = LaunchWorld.of(Story.MEDIUM, 8);
        double endS = world.flown().getFirst().path().toS();
        List<Measurement> looks = new ArrayList<>(Looks.of(world, Chain.START));
        int count = 0;
        for (Measurement look : Looks.of(other, Chain.START)) {
            if (look instanceof Measurement.RadarPlot && ++count % 10 == 0) {
                looks.add(look);
            }
        }

        Chain chain = Chain.watching(world, looks);

        Chain.Told told = chain.impactBefore(endS - 10).orElseThrow();
        assertTrue(missM(told, truth(world)) < 3e3, () -> "missed by " + missM(told, truth(world)));
    }

    @Tag("long")
    @Test
    void lateLooksLeadToTheSamePlace() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 6);
        double endS = world.flown().getFirst().path().toS();
        List<Chain.Arrival> late = new ArrayList<>();
        int count = 0;
        for (Measurement look : Looks.of(world, Chain.START)) {
            double delayS = ++count % 5 == 0 ? 4 : 0;
            late.add(new Chain.Arrival(look.provenance().observedAt().plusS(delayS), look));
        }

        Chain chain = Chain.arriving(world, late);

        assertEquals(1, chain.attacks().size());
        Chain.Told told = chain.impactBefore(endS - 10).orElseThrow();
        assertTrue(missM(told, truth(world)) < 3e3, () -> "missed by " + missM(told, truth(world)));
    }

    // Of the seconds from 5 s after the turn until the ground: those in which it is an attack whose 99 % area holds
    // the place where it comes down.
    private static double heldShare(Story story, int from, int to) {
        int held = 0;
        int all = 0;
        for (int seed = from; seed < to; seed++) {
            LaunchWorld world = LaunchWorld.of(story, seed);
            Flown missile = world.flown().getFirst();
            Chain chain = Chain.watching(world);
            for (double t = missile.turnsS().orElseThrow() + 5;
                    t < missile.path().toS();
                    t++) {
                all++;
                held += chain.attackHolds(t, 0.99, truth(world)) ? 1 : 0;
            }
        }
        return (double) held / all;
    }

    @Test
    void whatStopsFallingFreelyKeepsAWarningThatHoldsItsPlace() {
        for (Story story : List.of(Story.GLIDE, Story.PULL_UP, Story.BREAK_UP)) {
            double share = heldShare(story, 6, 8);

            assertTrue(share > 0.95, () -> story + " " + share);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"GLIDE", "PULL_UP", "BREAK_UP"})
    void ofTwentyThatStopFallingFreelyNearlyAllAreHeldAlways(Story story) {
        double share = heldShare(story, 0, 20);

        assertTrue(share > 0.97, () -> story + " " + share);
    }

    @Tag("long")
    @Test
    void whatFallsFreelyIsNeverSaidToTurn() {
        for (int seed = 100; seed < 104; seed++) {
            Chain chain = Chain.watching(LaunchWorld.of(Story.MEDIUM, seed));

            assertTrue(
                    chain.told().stream().noneMatch(each -> each.missile().why().contains("no longer falls freely")));
        }
    }

    @Test
    void whatWasHeldToGoIntoSpaceIsNotSaidOtherwiseWithEveryLook() {
        Chain chain = Chain.watching(LaunchWorld.of(Story.SPACE, 1));

        TreeMap<Long, List<Missile.Verdict>> verdicts = new TreeMap<>();
        for (Chain.Told each : chain.told()) {
            List<Missile.Verdict> said = verdicts.computeIfAbsent(each.missile().number(), _ -> new ArrayList<>());
            if (said.isEmpty() || said.getLast() != each.missile().verdict()) {
                said.add(each.missile().verdict());
            }
        }
        assertTrue(verdicts.values().stream().allMatch(said -> said.size() <= 4), verdicts::toString);
        assertTrue(
                verdicts.values().stream().anyMatch(said -> said.contains(Missile.Verdict.SPACE_LAUNCH)),
                verdicts::toString);
    }
}
