package vedette.core.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.core.assess.AssessState;
import vedette.core.warn.WarningWorld.Flown;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.HeightLimit;
import vedette.model.Kinds;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.Warning.Stage;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// A drone crosses a protected circle of 1 km from the west at 20 m/s, starting 3 km before its middle.
class CrossingTest {
    private static final Flown DRONE = Flown.from(-3000, 20).of(Kinds.certain(ObjectKind.DRONE));
    private static final Zone PORT = WarningWorld.circle(1000);

    private static WarningWorld world() {
        return new WarningWorld(Domain.EXERCISE).protects(PORT);
    }

    private static Moment second(double s) {
        return WarningWorld.START.plusS(s);
    }

    @Test
    void aCrossingDroneIsOneWarningIssuedBeforeEntryAndClearedAfterwards() {
        WarningWorld world = world().flies(DRONE, 250);

        List<Warning> warnings = world.warnings();
        assertEquals(1, warnings.stream().map(Warning::id).distinct().count());
        assertEquals("INTRUSION-PORT-7-1", warnings.getFirst().id().name());
        assertEquals(Stage.ISSUED, warnings.getFirst().stage());
        assertEquals(Stage.ALL_CLEAR, warnings.getLast().stage());
        // It enters at 100 s; the zone wants a minute's notice.
        double noticeS = second(100).secondsSince(warnings.getFirst().at());
        assertTrue(noticeS > 50 && noticeS < 62, "notice " + noticeS);
        assertTrue(warnings.size() <= 4, world.stages().toString());
    }

    @Test
    void theEntryIsPredictedWithinItsSigma() {
        WarningWorld world = world().flies(DRONE, 60);

        Warning first = world.warnings().getFirst();
        double offS = Math.abs(first.validity().onset().secondsSince(second(100)));
        double spreadS = first.validity().latest().secondsSince(first.validity().onset());
        assertTrue(offS < 2, "off by " + offS);
        assertTrue(spreadS > 0.5 && spreadS < 30, "97.5 % within " + spreadS);
    }

    @Test
    void revisionsCountUpAndSayWhyAndByWhom() {
        WarningWorld world = world().flies(DRONE, 250);

        int expected = 1;
        for (Warning warning : world.warnings()) {
            assertEquals(expected++, warning.revision());
            assertFalse(warning.words().why().isBlank());
            assertEquals("radar", warning.sources().getFirst().name());
            assertEquals(36, warning.polygon().size());
        }
        assertTrue(world.warnings().getFirst().words().headline().contains("Riga port"));
    }

    @Test
    void aDroneThatPassesByIsNotWarnedOf() {
        Flown passing = new Flown(
                7,
                -3000,
                1500,
                20,
                0,
                DRONE.kinds(),
                Altitude.UNKNOWN,
                DRONE.sources(),
                Emergency.NONE,
                Affiliation.UNKNOWN);

        assertEquals(List.of(), world().flies(passing, 250).warnings());
    }

    @Test
    void hoveringOnTheBorderDoesNotFlap() {
        WarningWorld world = world();
        for (int i = 0; i < 200; i++) {
            // 15 m inside, 15 m outside, every second
            world.sees(Flown.from(i % 2 == 0 ? -985 : -1015, 0).at(world.now(), frame()));
            world.passes(1);
        }

        assertEquals(1, world.warnings().stream().map(Warning::id).distinct().count());
        assertTrue(world.warnings().size() <= 2, world.stages().toString());
    }

    private static vedette.model.LocalFrame frame() {
        return vedette.model.LocalFrame.at(WarningWorld.RIGA.at(0));
    }

    @Test
    void aTrackThatEndsInsideIsClearedWithTheReason() {
        WarningWorld world = world().flies(DRONE, 120).loses(7, "no plots for 30 s");

        Warning last = world.warnings().getLast();
        assertEquals(Stage.ALL_CLEAR, last.stage());
        assertTrue(last.words().why().contains("no plots for 30 s"));
    }

    @Test
    void aWarningOfWhichNothingMoreIsHeardExpires() {
        WarningWorld world = world().flies(Flown.from(-500, 0), 10).coasts(7).passes(600);

        assertEquals(List.of(Stage.ISSUED, Stage.EXPIRED), world.stages());
    }

    @Test
    void aZoneOutOfItsHoursWarnsOfNothingAndClearsWhatIsOpen() {
        Zone hours = new Zone(
                PORT.id(),
                PORT.title(),
                PORT.area(),
                PORT.floor(),
                PORT.ceiling(),
                List.of(new Zone.Interval(second(80), second(120))),
                List.of(),
                List.of(),
                60);
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(hours).flies(DRONE, 180);

        assertEquals(Stage.ALL_CLEAR, world.stages().getLast());
        double beganS = world.warnings().getFirst().at().secondsSince(WarningWorld.START);
        double endedS = world.warnings().getLast().at().secondsSince(WarningWorld.START);
        assertEquals(80, beganS, 1);
        assertEquals(120, endedS, 1);
    }

    @Test
    void aZoneThatIsNoMoreClearsItsWarning() {
        WarningWorld world = world().flies(DRONE, 60).protects();

        assertEquals(Stage.ALL_CLEAR, world.stages().getLast());
    }

    @Test
    void aDroneThatTurnsOutABirdIsCancelled() {
        Zone drones = new Zone(
                PORT.id(),
                PORT.title(),
                PORT.area(),
                PORT.floor(),
                PORT.ceiling(),
                List.of(),
                List.of(ObjectKind.DRONE),
                List.of(),
                60);
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(drones).flies(DRONE, 60);

        world.flies(DRONE.of(Kinds.certain(ObjectKind.BIRD)), 65);

        assertEquals(Stage.CANCELLED, world.stages().getLast());
        assertTrue(world.warnings().getLast().words().why().contains("bird"));
    }

    @Test
    void friendsOnTheirWayHomeAreNotWarnedOf() {
        assertEquals(List.of(), world().flies(DRONE.as(Affiliation.FRIEND), 250).warnings());
    }

    @Test
    void whereTheHeightIsUnknownTheWarningSaysSo() {
        Zone low = WarningWorld.withCeiling(PORT, new HeightLimit(120, HeightLimit.Datum.AGL));

        WarningWorld world = new WarningWorld(Domain.TEST).protects(low).flies(DRONE, 60);

        assertTrue(world.warnings().getFirst().words().why().contains("only the ground plan is tested"));
    }

    @Test
    void anAirlinerHighAboveIsNotWarnedOfWithoutTerrain() {
        Zone low = WarningWorld.withCeiling(PORT, new HeightLimit(120, HeightLimit.Datum.AGL));
        Flown airliner = DRONE.at(new Altitude.Pressure(10_668, 10));

        assertEquals(
                List.of(),
                new WarningWorld(Domain.TEST).protects(low).flies(airliner, 250).warnings());
    }

    @Test
    void aCeilingOverTheSeaIsMeasuredFromTheGeoid() {
        Zone low = WarningWorld.withCeiling(PORT, new HeightLimit(120, HeightLimit.Datum.AMSL));
        Zone geoid = new Zone(
                low.id(),
                low.title(),
                low.area(),
                low.floor(),
                low.ceiling(),
                low.active(),
                low.appliesTo(),
                low.exceptAffiliations(),
                low.warnAheadS(),
                Optional.of(new Zone.Geoid(19, 21)));
        Flown under = DRONE.at(new Altitude.Ellipsoidal(130, 3));
        Flown over = DRONE.at(new Altitude.Ellipsoidal(245, 3));

        assertEquals(
                Stage.ISSUED,
                new WarningWorld(Domain.EXERCISE)
                        .protects(geoid)
                        .flies(under, 90)
                        .warnings()
                        .getFirst()
                        .stage());
        assertEquals(
                List.of(),
                new WarningWorld(Domain.EXERCISE)
                        .protects(geoid)
                        .flies(over, 250)
                        .warnings());
    }

    @Test
    void twentyFiveAreasEnteredWithinFiveMinutesGiveTwentyFiveWarningsEachWithItsAllClear() {
        int areas = 25;
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(columns(areas));
        for (int s = 0; s < 600; s++) {
            for (int i = 0; i < areas; i++) {
                // Each crosses its own circle from west to east; one enters every 12 seconds.
                Flown drone = new Flown(
                        100 + i,
                        20_000.0 * i - 3000 - 20 * 12.0 * i,
                        0,
                        20,
                        0,
                        Kinds.certain(ObjectKind.DRONE),
                        Altitude.UNKNOWN,
                        DRONE.sources(),
                        DRONE.emergency(),
                        DRONE.affiliation());
                world.sees(drone.at(world.now(), LocalFrame.at(WarningWorld.RIGA.at(0))));
            }
            world.passes(1);
        }

        List<Warning> issued = world.warnings().stream()
                .filter(each -> each.stage() == Stage.ISSUED)
                .toList();
        assertEquals(areas, issued.size());
        assertEquals(areas, issued.stream().map(Warning::zones).distinct().count());
        assertEquals(
                areas, world.stages().stream().filter(Stage.ALL_CLEAR::equals).count());
    }

    private static Zone[] columns(int count) {
        LocalFrame frame = LocalFrame.at(WarningWorld.RIGA.at(0));
        Zone[] zones = new Zone[count];
        for (int i = 0; i < count; i++) {
            zones[i] = new Zone(
                    new ZoneId("AREA-" + i),
                    "Area " + i,
                    new Area.Circle(
                            frame.ecef(new Enu(20_000.0 * i, 0, 0)).geodetic().latLon(), 1000),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    60);
        }
        return zones;
    }

    @Test
    void aDroneAboveAZoneIsACallToBeReadyThatIsNotRepeated() {
        Zone low = WarningWorld.withCeiling(PORT, new HeightLimit(120, HeightLimit.Datum.WGS84));

        WarningWorld world =
                new WarningWorld(Domain.EXERCISE).protects(low).flies(DRONE.at(new Altitude.Ellipsoidal(150, 3)), 260);

        assertEquals(List.of(Stage.PREALERT, Stage.ALL_CLEAR), world.stages());
    }

    @Test
    void radarAndSelfReportTogetherConfirm() {
        WarningWorld world = world();
        world.hearsPlotOf("radar");
        world.hearsPlotOf("radar 2");
        world.hearsReportOf("ads-b");
        world.flies(DRONE, 50);
        world.flies(DRONE.seenBy("radar", "radar 2"), 60);
        world.flies(DRONE.seenBy("ads-b", "radar", "radar 2"), 70);

        List<Warning.Confidence> ladder = world.warnings().stream()
                .map(w -> w.gravity().confidence())
                .distinct()
                .toList();
        assertEquals(
                List.of(Warning.Confidence.UNCONFIRMED, Warning.Confidence.PROBABLE, Warning.Confidence.CONFIRMED),
                ladder);
    }

    @Test
    void inLiveEverythingStaysDrafted() {
        WarningWorld world = new WarningWorld(Domain.LIVE).protects(PORT).flies(DRONE, 150);

        assertTrue(
                world.stages().stream().allMatch(s -> s == Stage.DRAFTED),
                world.stages().toString());
        assertTrue(world.said().stream().noneMatch(o -> o instanceof Output.WarningReleased));
    }

    @Test
    void anInhibitedWarningIsCountedAndComesBackAfterwards() {
        WarningWorld world = world();
        world.orders(new Order.Inhibit(new TrackId(7), new ZoneId("PORT"), second(110)));

        world.flies(DRONE, 120);

        assertTrue(world.said().stream()
                .anyMatch(o -> o instanceof Output.Refused refused
                        && refused.what().equals("warning inhibited")
                        && refused.why().contains("Anna")));
        assertFalse(world.warnings().getFirst().at().isBefore(second(110)));
    }

    @Test
    void anAcknowledgedWarningNamesTheOperator() {
        WarningWorld world = world().flies(DRONE, 60);

        world.orders(new Order.Acknowledge(new WarningId("INTRUSION-PORT-7-1"), 1));
        world.orders(new Order.Acknowledge(new WarningId("INTRUSION-PORT-7-9"), 1));

        assertTrue(world.said().stream()
                .anyMatch(o -> o instanceof Output.WarningAcknowledged ack
                        && ack.operator().name().equals("Anna")));
        assertTrue(world.said().stream()
                .anyMatch(o -> o instanceof Output.Refused r && r.what().equals("order")));
    }

    @Test
    void aSquawkedEmergencyIsRaisedOnceAndCleared() {
        WarningWorld world = new WarningWorld(Domain.EXERCISE);
        world.flies(DRONE.declaring(Emergency.GENERAL), 10).flies(DRONE, 20);

        assertEquals(List.of(Stage.ISSUED, Stage.ALL_CLEAR), world.stages());
        assertEquals(Warning.Kind.EMERGENCY, world.warnings().getFirst().kind());
    }

    @Test
    void oneGarbledReplyAlarmsNobody() {
        WarningWorld world = new WarningWorld(Domain.EXERCISE).flies(DRONE, 5);
        world.flies(DRONE.declaring(Emergency.GENERAL), 6).flies(DRONE, 20);

        assertEquals(List.of(), world.warnings());
    }

    @Test
    void theStatesSurviveASnapshot() {
        WarningWorld world = world().flies(DRONE.declaring(Emergency.GENERAL), 120);
        world.hearsPlotOf("radar");

        var assess = Canon.of(AssessState.class);
        var warn = Canon.of(WarnState.class);

        assertEquals(new Read.Value<>(world.assessState()), assess.read(assess.bytes(world.assessState())));
        assertEquals(new Read.Value<>(world.warnState()), warn.read(warn.bytes(world.warnState())));
    }
}
