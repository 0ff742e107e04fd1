package vedette.core.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.core.warn.WarningWorld.Flown;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.AuthorisedFlight;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.HeightLimit;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.ObjectKind;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.Warning;
import vedette.model.Warning.Kind;
import vedette.model.Warning.Stage;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// A drone crosses a protected circle of 1 km from the west at 20 m/s, starting 3 km before its middle, and bears the
/// name of an authorised flight.
class AuthorisedFlightsTest {
    private static final LocalFrame FRAME = LocalFrame.at(WarningWorld.RIGA.at(0));
    private static final Flown DRONE = Flown.from(-3000, 20).of(Kinds.certain(ObjectKind.DRONE));
    private static final String SERIAL = "1581F45T7228Q00G0001";

    private static LatLon east(double eastM) {
        return FRAME.ecef(new Enu(eastM, 0, 0)).geodetic().latLon();
    }

    /// A volume: a circle of 5 km around a place, up to a height, for a time.
    private static Zone volume(LatLon centre, double ceilingM, double fromS, double untilS) {
        return new Zone(
                new ZoneId("V"),
                "V",
                new Area.Circle(centre, 5000),
                Optional.empty(),
                Optional.of(new HeightLimit(ceilingM, HeightLimit.Datum.WGS84)),
                List.of(new Zone.Interval(WarningWorld.START.plusS(fromS), WarningWorld.START.plusS(untilS))),
                List.of(),
                List.of(),
                0);
    }

    private static WarningWorld world(Zone... volumes) {
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(WarningWorld.circle(1000));
        var flight = new AuthorisedFlight(
                "PIPELINE-7", AuthorisedFlight.Purpose.WORK, List.of(Identity.ofSerial(SERIAL)), List.of(volumes));
        return world.happens(
                new Event.Configured(world.stamp(), new Configuration.Flights(List.of(flight))), List.of());
    }

    private static Track named(Flown flown, WarningWorld world) {
        Track track = flown.at(world.now(), FRAME);
        return new Track(
                track.id(),
                track.stage(),
                track.kinematics(),
                track.altitude(),
                Identity.ofSerial(SERIAL),
                track.kinds(),
                track.affiliation(),
                track.existence(),
                track.sources(),
                track.reportedNumber(),
                track.startedAt(),
                track.lastPlotAt(),
                track.releasability());
    }

    private static WarningWorld flies(WarningWorld world, double untilS, Flown... flown) {
        while (world.now().secondsSince(WarningWorld.START) < untilS) {
            for (Flown each : flown) {
                world.sees(named(each, world));
            }
            world.passes(1);
        }
        return world;
    }

    private static List<Kind> kinds(WarningWorld world) {
        return world.warnings().stream().map(Warning::kind).distinct().toList();
    }

    @Test
    void whereAndWhenItMayBeNobodyIsWarned() {
        WarningWorld world =
                flies(world(volume(WarningWorld.RIGA, 500, -10, 900)), 250, DRONE.at(new Altitude.Ellipsoidal(100, 3)));

        assertEquals(List.of(), world.warnings());
    }

    @Test
    void besideItsVolumeItIsABreachAndTheZoneIsWarnedToo() {
        WarningWorld world = flies(world(volume(east(-6500), 500, -10, 900)), 120, DRONE);

        assertEquals(List.of(Kind.BREACH, Kind.INTRUSION), kinds(world));
        Warning breach = world.warnings().getFirst();
        // It leaves the circle at -1500 m, 75 s after the start.
        double atS = breach.at().secondsSince(WarningWorld.START);
        assertTrue(atS > 74 && atS < 82, "breach at " + atS);
        assertTrue(
                breach.words().headline().contains("PIPELINE-7 has left its area"),
                breach.words().headline());
    }

    @Test
    void aboveItsCeilingTheHeightIsNamed() {
        WarningWorld world =
                flies(world(volume(WarningWorld.RIGA, 120, -10, 900)), 20, DRONE.at(new Altitude.Ellipsoidal(200, 5)));

        assertTrue(world.warnings().getFirst().words().headline().contains("not between its heights"));
    }

    @Test
    void afterItsTimeTheTimeIsNamedAndTheZoneWarns() {
        WarningWorld world =
                flies(world(volume(WarningWorld.RIGA, 500, -10, 60)), 120, DRONE.at(new Altitude.Ellipsoidal(100, 3)));

        assertTrue(world.warnings().getFirst().words().headline().contains("another time than authorised"));
        assertTrue(kinds(world).contains(Kind.INTRUSION), kinds(world).toString());
    }

    @Test
    void whoComesBackIsCleared() {
        Flown returning = new Flown(
                7,
                6000,
                0,
                -20,
                0,
                Kinds.certain(ObjectKind.DRONE),
                new Altitude.Ellipsoidal(100, 3),
                DRONE.sources(),
                DRONE.emergency(),
                DRONE.affiliation());

        WarningWorld world = flies(world(volume(WarningWorld.RIGA, 500, -10, 900)), 100, returning);

        assertEquals(Kind.BREACH, world.warnings().getFirst().kind());
        assertEquals(Stage.ALL_CLEAR, world.warnings().getLast().stage());
    }

    @Test
    void aNameThatTwoObjectsBearIsBelievedOfNeither() {
        Flown other = new Flown(
                8,
                -3000,
                800,
                20,
                0,
                Kinds.certain(ObjectKind.DRONE),
                new Altitude.Ellipsoidal(100, 3),
                DRONE.sources(),
                DRONE.emergency(),
                DRONE.affiliation());

        WarningWorld world = flies(
                world(volume(WarningWorld.RIGA, 500, -10, 900)),
                120,
                DRONE.at(new Altitude.Ellipsoidal(100, 3)),
                other);

        assertEquals(List.of(Kind.BREACH, Kind.INTRUSION), kinds(world));
        assertEquals(
                List.of(7L, 8L),
                world.warnings().stream()
                        .filter(each -> each.kind() == Kind.INTRUSION)
                        .map(each -> each.tracks().getFirst().number())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void aHelicopterThatComesNearAnAuthorisedFlightIsToldAndClearedAgain() {
        WarningWorld world = world(volume(WarningWorld.RIGA, 500, -10, 900));
        Flown drone = DRONE.at(new Altitude.Ellipsoidal(100, 3));
        Flown helicopter = new Flown(
                9,
                2000,
                100,
                -50,
                0,
                Kinds.certain(ObjectKind.HELICOPTER),
                Altitude.UNKNOWN,
                DRONE.sources(),
                DRONE.emergency(),
                DRONE.affiliation());
        while (world.now().secondsSince(WarningWorld.START) < 150) {
            world.sees(named(drone, world));
            world.sees(helicopter.at(world.now(), FRAME));
            world.passes(1);
        }

        List<Warning> near = world.warnings().stream()
                .filter(each -> each.kind() == Kind.PROXIMITY)
                .toList();
        assertEquals(Stage.ISSUED, near.getFirst().stage());
        // They meet after 5000 m at 70 m/s, 71 s after the start, and are within 500 m and what is not known of it ten
        // seconds
        // before: a minute before that it is told.
        double aheadS = 71.4 - near.getFirst().at().secondsSince(WarningWorld.START);
        assertTrue(aheadS > 60 && aheadS < 72, "told " + aheadS + " s before");
        assertEquals(Stage.ALL_CLEAR, near.getLast().stage());
    }

    private static final Operator ANNA = new Operator("Anna", Operator.Role.OPERATOR);

    private static AuthorisedFlight flight(String name, Zone... volumes) {
        return new AuthorisedFlight(
                name, AuthorisedFlight.Purpose.WORK, List.of(Identity.ofSerial(SERIAL)), List.of(volumes));
    }

    private static WarningWorld ordered(WarningWorld world, Order order) {
        return world.happens(new Event.Ordered(world.stamp(), ANNA, order), List.of());
    }

    @Test
    void aFlightThatAnOrderAuthorisesIsQuietAndLoudOnceItIsEnded() {
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(WarningWorld.circle(1000));
        ordered(world, new Order.Authorise(flight("INSPECTION", volume(WarningWorld.RIGA, 500, -10, 900))));

        flies(world, 145, DRONE.at(new Altitude.Ellipsoidal(100, 3)));
        List<Warning> before = List.copyOf(world.warnings());
        ordered(world, new Order.EndFlight("INSPECTION"));
        flies(world, 160, DRONE.at(new Altitude.Ellipsoidal(100, 3)));

        assertEquals(List.of(), before);
        assertEquals(List.of(Kind.INTRUSION), kinds(world));
    }

    @Test
    void anOrderBesideTheListLeavesOtherFlightsAsTheyAre() {
        WarningWorld world = world(volume(east(-6500), 500, -10, 900));
        flies(world, 100, DRONE);
        int before = world.warnings().size();

        ordered(
                world,
                new Order.Authorise(new AuthorisedFlight(
                        "OTHER",
                        AuthorisedFlight.Purpose.WORK,
                        List.of(Identity.ofSerial("OTHER")),
                        List.of(volume(WarningWorld.RIGA, 500, -10, 900)))));
        flies(world, 103, DRONE);

        assertEquals(
                List.of(),
                world.warnings().subList(before, world.warnings().size()).stream()
                        .filter(each -> each.kind() == Kind.BREACH)
                        .toList(),
                "the breach stands as it stood");
    }

    @Test
    void whatNoOrderAuthorisedNoOrderEnds() {
        WarningWorld world = world(volume(WarningWorld.RIGA, 500, -10, 900));

        ordered(world, new Order.EndFlight("PIPELINE-7"));
        flies(world, 145, DRONE.at(new Altitude.Ellipsoidal(100, 3)));

        assertEquals(List.of(), world.warnings());
    }

    @Test
    void whoseOperatorIsAuthorisedMayFlyUnderAnySerial() {
        WarningWorld world = new WarningWorld(Domain.EXERCISE).protects(WarningWorld.circle(1000));
        ordered(
                world,
                new Order.Authorise(new AuthorisedFlight(
                        "FLEET",
                        AuthorisedFlight.Purpose.DELIVERY,
                        List.of(),
                        List.of("FIN87astrdge12k8"),
                        List.of(volume(WarningWorld.RIGA, 500, -10, 900)))));
        for (double untilS = 30; untilS <= 150; untilS += 30) {
            world.hears(new Measurement.UasReport(
                    Provenance.open(new SensorId("RID"), world.now()),
                    SERIAL,
                    List.of(),
                    Optional.of("FIN87astrdge12k8"),
                    OptionalDouble.empty()));
            flies(world, untilS, DRONE.at(new Altitude.Ellipsoidal(100, 3)));
        }

        assertEquals(List.of(), kinds(world));
    }
}
