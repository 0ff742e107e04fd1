package vedette.core.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.core.warn.MissileWorld.COAST;
import static vedette.core.warn.MissileWorld.beside;
import static vedette.core.warn.MissileWorld.town;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.warn.MissileWorld.Shot;
import vedette.model.Domain;
import vedette.model.Missile.Phase;
import vedette.model.Missile.Verdict;
import vedette.model.MissileRaid;
import vedette.model.PlaceAlert;
import vedette.model.Warning;
import vedette.model.Warning.Confidence;
import vedette.model.Warning.Kind;
import vedette.model.Warning.Stage;

/// From revisions of objects to people: launches, impacts, raids, places.
class FlightWarningsTest {
    private final MissileWorld world = new MissileWorld(Domain.EXERCISE).protects(town("A", 0, 0), town("B", 300, 0));

    private static Shot shot() {
        return Shot.at(COAST);
    }

    @Test
    void aConfirmedAttackWarnsTheTownAndNoOther() {
        world.hears(shot());

        Warning warning = world.last();
        assertEquals(Kind.IMPACT, warning.kind());
        assertEquals(Stage.ISSUED, warning.stage());
        assertEquals(List.of("A"), warning.zones().stream().map(z -> z.name()).toList());
        assertEquals(List.of(Stage.ISSUED), world.stages("A"));
        assertTrue(world.told("B").isEmpty());
        assertEquals(Domain.EXERCISE, warning.domain());
    }

    @Test
    void theWordsNamePlaceTimesReasonAndAdvice() {
        world.hears(shot());

        Warning.Words words = world.last().words();
        assertTrue(
                words.headline().matches("Missile may come down at Town A between \\d\\d:\\d\\d:\\d\\d and .* UTC"),
                words.headline());
        assertTrue(words.why().contains("IR1 (4 looks), RADAR (9 looks)"), words.why());
        assertTrue(words.why().contains("A ballistic fit of 13 looks"), words.why());
        assertTrue(words.why().contains("95 % within about 24 by 24 km"), words.why());
        assertTrue(words.advice().startsWith("Go inside now, away from windows"), words.advice());
    }

    @Test
    void theTimeLeftIsUntilTheEarliestMomentLessTheDelivery() {
        world.hears(shot());

        PlaceAlert alert = world.told("A").getFirst();
        assertEquals(400 - 19.6 - 5, alert.timeLeftS(), 0.1);
        assertFalse(alert.takeCover());
    }

    @Test
    void whoHasLessTimeThanTheyNeedTakesCoverNow() {
        world.hears(shot()).passes(300);

        PlaceAlert alert = world.told("A").getLast();
        assertTrue(alert.takeCover());
        assertTrue(
                world.last().words().advice().startsWith("Take cover now"),
                world.last().words().advice());
    }

    @Test
    void oneSensorAloneMakesReady() {
        world.hears(shot().sure(Confidence.UNCONFIRMED));

        assertEquals(Stage.PREALERT, world.last().stage());
        assertEquals(List.of(Stage.PREALERT), world.stages("A"));
    }

    @Test
    void oneSensorAloneWarnsWhenThereIsNoTimeToWaitForAnother() {
        world.hears(shot().sure(Confidence.UNCONFIRMED).in(180));

        assertEquals(List.of(Stage.ISSUED), world.stages("A"));
        assertEquals(Stage.ISSUED, world.last().stage());
        assertEquals(Confidence.UNCONFIRMED, world.last().gravity().confidence());
    }

    @Test
    void aLaunchIsToldToWatchOfficersAndGoesOnAsAnImpactUnderOneName() {
        world.hears(shot().held(Verdict.LAUNCH).sure(Confidence.UNCONFIRMED).leaving());
        Warning launch = world.last();
        world.passes(10).hears(shot());
        Warning impact = world.last();

        assertEquals(Kind.LAUNCH, launch.kind());
        assertEquals(Stage.PREALERT, launch.stage());
        assertTrue(launch.words().advice().startsWith("For watch officers"));
        assertEquals(Kind.IMPACT, impact.kind());
        assertEquals(Stage.ISSUED, impact.stage());
        assertEquals(launch.id(), impact.id());
    }

    @Test
    void aLaunchIntoSpaceIsCancelledAndNobodyWasWarned() {
        world.hears(shot().held(Verdict.LAUNCH).leaving())
                .passes(60)
                .hears(shot().held(Verdict.SPACE_LAUNCH).leaving())
                .passes(11);

        assertEquals(Stage.CANCELLED, world.last().stage());
        assertTrue(world.told("A").isEmpty());
        assertTrue(world.last().words().why().contains("a space launch"));
    }

    @Test
    void whatIsNoAttackIsNeverWarnedOf() {
        world.hears(shot().held(Verdict.METEOR), shot().number(2).held(Verdict.CLUTTER))
                .hears(shot().number(3).held(Verdict.SATELLITE).leaving())
                .passes(5);

        assertTrue(world.warnings().isEmpty());
        assertTrue(world.told("A").isEmpty());
    }

    @Test
    void partsThatComeDownAreInformationWithoutWordsOfAttack() {
        world.hears(shot().held(Verdict.DEBRIS));

        assertEquals(Kind.REENTRY, world.last().kind());
        assertFalse(world.last().words().headline().contains("Missile"));
        assertTrue(world.told("A").isEmpty());
    }

    @Test
    void aLaunchWhoseStageFallsBackIsCancelledAndToldAsParts() {
        world.hears(shot().held(Verdict.LAUNCH))
                .passes(3)
                .hears(shot().held(Verdict.DEBRIS))
                .passes(11);

        List<Warning> warnings = world.warnings();
        Warning last = warnings.getLast();
        Warning before = warnings.get(warnings.size() - 2);
        assertEquals(
                Stage.CANCELLED,
                List.of(last, before).stream()
                        .filter(w -> w.stage().ended())
                        .findFirst()
                        .orElseThrow()
                        .stage());
        assertTrue(warnings.stream().anyMatch(w -> w.kind() == Kind.REENTRY));
    }

    @Test
    void theAllClearReachesWhoeverWasTold() {
        world.hears(shot().within(8)).passes(20).hears(shot().in(Phase.DOWN));

        assertEquals(Stage.ALL_CLEAR, world.last().stage());
        assertEquals(Stage.ALL_CLEAR, world.told("A").getLast().stage());
        assertEquals(List.of(world.last().id()), world.told("A").getLast().warnings());
    }

    @Test
    void anAttackThatIsNoLongerFollowedIsWarnedOfUntilItMustBeDown() {
        world.hears(shot()).passes(5).hears(shot().in(Phase.ENDED).leaving());
        world.passes(300);
        Stage flying = world.last().stage();
        world.passes(150);

        assertFalse(flying.ended());
        assertEquals(Stage.ALL_CLEAR, world.last().stage());
        assertEquals(Stage.ALL_CLEAR, world.told("A").getLast().stage());
    }

    @Test
    void silenceEndsNothingWhileAnObjectFlies() {
        world.hears(shot().in(2_000)).passes(1_990);

        assertTrue(world.warnings().stream().noneMatch(w -> w.stage().ended()));
        assertTrue(world.last().validity().expires().isAfter(world.world().now()));
    }

    @Test
    void anAreaThatMovesCorrectsTheWarning() {
        world.hears(shot()).passes(5).hears(shot().towards(beside(300, 0)));
        world.passes(15);

        assertEquals(Stage.UPDATED, world.last().stage());
        assertEquals(
                List.of("B"), world.last().zones().stream().map(z -> z.name()).toList());
        assertEquals(Stage.ALL_CLEAR, world.told("A").getLast().stage());
        assertTrue(world.stages("B").contains(Stage.ISSUED));
    }

    @Test
    void aTremblingEstimateDropsNoTown() {
        for (int i = 0; i < 60; i++) {
            double eastKm = i % 2 == 0 ? 6 : 11;
            world.hears(shot().towards(beside(eastKm, 0)).in(160 - i)).passes(1);
        }

        assertTrue(world.stages("A").contains(Stage.ISSUED));
        assertFalse(world.stages("A").contains(Stage.ALL_CLEAR));
    }

    @Test
    void whileThereIsTimeATownIsMadeReadyUntilTheImpactIsLikely() {
        world.hears(shot().towards(beside(6, 0)).in(400)).passes(1);

        assertEquals(List.of(Stage.PREALERT), world.stages("A"));
        world.hears(shot().in(390)).passes(1);
        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), world.stages("A"));
    }

    @Test
    void whenTimeIsShortATownIsWarnedFromItsOwnThresholdOn() {
        world.hears(shot().towards(beside(6, 0)).in(160)).passes(1);

        assertTrue(world.stages("A").contains(Stage.ISSUED));
    }

    @Test
    void aTownOnItsWayOutIsToldOnceAndNotAtOnce() {
        world.hears(shot()).passes(2).hears(shot().towards(beside(24, 0)));
        world.passes(5);
        assertFalse(world.stages("A").contains(Stage.ALL_CLEAR));
        world.passes(10);

        assertEquals(
                1,
                world.told("A").stream()
                        .filter(a -> a.stage() == Stage.ALL_CLEAR)
                        .count());
    }

    @Test
    void aVerdictThatWasWrongCancelsAndClearsTheTown() {
        world.hears(shot()).passes(5).hears(shot().held(Verdict.CLUTTER).leaving());
        assertFalse(world.stages("A").contains(Stage.ALL_CLEAR));
        world.passes(11);

        assertEquals(Stage.CANCELLED, world.last().stage());
        assertEquals(Stage.ALL_CLEAR, world.told("A").getLast().stage());
    }

    @Test
    void aVerdictThatWaversTakesNothingBack() {
        world.hears(shot());
        for (int i = 0; i < 10; i++) {
            world.hears(shot().held(Verdict.SPACE_LAUNCH).leaving()).passes(4);
            world.hears(shot().in(380 - 8.0 * i)).passes(4);
        }

        assertTrue(world.warnings().stream().noneMatch(w -> w.stage().ended()));
        assertEquals(1, world.warnings().stream().map(Warning::id).distinct().count());
        assertFalse(world.stages("A").contains(Stage.ALL_CLEAR));
    }

    @Test
    void threeFromOneAreaAreOneWarning() {
        world.hears(shot(), shot().number(2).in(420.0), shot().number(3).in(390.0))
                .passes(3);

        List<Warning> open = world.warnings().stream()
                .filter(w -> world.warnings().stream()
                        .noneMatch(e -> e.id().equals(w.id()) && e.stage().ended()))
                .toList();
        assertEquals(1, open.stream().map(Warning::id).distinct().count());
        assertTrue(
                open.getLast().words().headline().startsWith("3 missiles may come down at Town A"),
                open.getLast().words().headline());
        world.warnings().stream()
                .filter(w -> w.stage().ended())
                .forEach(w -> assertTrue(
                        w.words().headline().startsWith("Continued"), w.words().headline()));
    }

    @Test
    void aRaidIsOverWhenItsLastObjectIsDown() {
        world.hears(shot(), shot().number(2), shot().number(3)).passes(3);
        world.hears(shot().in(Phase.DOWN), shot().number(2).in(Phase.DOWN)).passes(3);
        Stage meanwhile = world.last().stage();
        world.hears(shot().number(3).in(Phase.DOWN)).passes(1);

        assertEquals(Stage.UPDATED, meanwhile);
        assertEquals(Stage.ALL_CLEAR, world.last().stage());
        assertEquals(Stage.ALL_CLEAR, world.told("A").getLast().stage());
    }

    @Test
    void countsOfEachSensorStandBesideTheFusedOne() {
        world.hears(
                        shot().seenBy("IR1", "RADAR").in(430.0),
                        shot().number(2).seenBy("IR1").in(410.0),
                        shot().number(3).seenBy("IR1", "IR2").in(420.0))
                .passes(2);

        MissileRaid raid = world.raids().getLast();
        assertEquals(3, raid.count());
        assertEquals(
                List.of(2L, 3L, 1L),
                raid.arrivals().stream().map(MissileRaid.Arrival::missile).toList());
        assertEquals(
                List.of(3, 1, 1),
                raid.counts().stream().map(MissileRaid.Count::objects).toList());
        assertTrue(raid.differs());
        assertTrue(raid.why().endsWith("the counts differ"), raid.why());
    }

    @Test
    void launchAreasFarApartAreTwoRaids() {
        world.hears(shot(), shot().number(2).from(beside(-2_000, 0))).passes(2);

        assertEquals(
                List.of(1L, 2L),
                world.raids().stream().map(MissileRaid::number).distinct().toList());
    }

    @Test
    void inALiveNodeItStaysADraft() {
        MissileWorld live = new MissileWorld(Domain.LIVE).protects(town("A", 0, 0));
        live.hears(shot()).passes(3);

        assertEquals(Stage.DRAFTED, live.last().stage());
    }
}
