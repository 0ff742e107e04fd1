package vedette.core.raid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.model.AirRaid;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlaceAhead;
import vedette.model.Provenance;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.simulate.raids.RaidSetting;
import vedette.simulate.raids.RaidWorld;

/// What a net hears becomes raids and outlooks of places.
final class RaidWatchTest {
    private static final int SIDE = 15;

    // Along the middle row of nodes from the east, one node every 100 s, heard every ten.
    private static Listening droneFlyingWest(double untilS) {
        Listening net = new Listening(Listening.square(SIDE), List.of(Listening.town("TOWN", -20_000, 0)));
        while (net.nowS() < untilS) {
            double east = 35_000 - 50 * net.nowS();
            int column = (int) Math.round(east / 5_000 + (SIDE - 1) / 2.0);
            if (column >= 0 && Math.abs(east - (column - 7) * 5_000) < 2_000) {
                net.hears(SIDE / 2 * SIDE + column);
            }
            net.pass(10);
        }
        return net;
    }

    @Test
    void aDroneHeardByNodesInARowIsOneRaidOfOne() {
        Listening net = droneFlyingWest(600);

        AirRaid raid = net.raids.getLast();

        assertEquals(1, raid.members().size());
        assertTrue(
                raid.count().least() == 1 && raid.count().most() <= 2,
                raid.count().toString());
        assertEquals(270, Math.toDegrees(raid.headingRad()), 10);
        assertEquals(50, raid.speedMps(), 6);
    }

    // As far to the south again as the drone of the middle row, five times as fast: a node or two hear it once each.
    private static void missileFlyingWest(Listening net, double untilS) {
        while (net.nowS() < untilS) {
            double east = 35_000 - 240 * net.nowS();
            int column = (int) Math.round(east / 5_000 + (SIDE - 1) / 2.0);
            if (column >= 0) {
                net.hears((SIDE / 2 - 4) * SIDE + column);
            }
            net.pass(10);
        }
    }

    @Test
    void aCruiseMissileThatEveryNodeHearsOnceOrTwiceIsARaidOfOne() {
        Listening net = new Listening(Listening.square(SIDE), List.of(Listening.town("TOWN", -20_000, -20_000)));

        missileFlyingWest(net, 130);

        AirRaid raid = net.raids.getLast();
        assertEquals(1, raid.members().size());
        assertEquals(240, raid.speedMps(), 30);
        assertEquals(270, Math.toDegrees(raid.headingRad()), 10);
        assertTrue(raid.why().contains("cruise missile"), raid.why());
        assertTrue(net.places.getLast().probability() > 0.6, "probability " + net.places.getLast());
    }

    @Test
    void dronesAndCruiseMissilesAreRaidsOfTheirOwn() {
        Listening net = new Listening(Listening.square(SIDE), List.of());

        for (; net.nowS() < 600; net.pass(10)) {
            double east = 35_000 - 50 * net.nowS();
            net.hears(SIDE / 2 * SIDE + Math.max(0, (int) Math.round(east / 5_000 + 7)));
            double fast = 35_000 - 240 * (net.nowS() - 300);
            if (net.nowS() > 300 && fast > -35_000) {
                net.hears((SIDE / 2 - 2) * SIDE + (int) Math.round(fast / 5_000 + 7));
            }
        }

        long fast = net.raids.stream()
                .filter(raid -> raid.speedMps() > 150)
                .map(AirRaid::number)
                .distinct()
                .count();
        long slow = net.raids.stream()
                .filter(raid -> !raid.isOver() && raid.speedMps() < 80)
                .map(AirRaid::number)
                .distinct()
                .count();
        assertEquals(1, fast);
        assertEquals(1, slow);
    }

    @Test
    void whatFlewOutOfTheNetIsSoonLetGo() {
        Listening net = new Listening(Listening.square(SIDE), List.of());
        missileFlyingWest(net, 290);

        net.pass(600);

        assertTrue(net.state().fliers().isEmpty(), "fliers " + net.state().fliers());
    }

    @Test
    void falseAlarmsDoNotKeepAliveWhatHasEnded() {
        Listening net = new Listening(Listening.square(SIDE), List.of());
        missileFlyingWest(net, 200);
        long flew = net.raids.getLast().number();
        net.raids.clear();

        for (int i = 0; i < 40; i++) {
            net.hears(i * 97 % (SIDE * SIDE));
            net.pass(60);
        }

        long told = net.raids.stream()
                .filter(raid -> raid.number() == flew && !raid.isOver())
                .count();
        assertTrue(told < 30, "told " + told + " times after its end");
        assertTrue(net.raids.getLast().isOver(), net.raids.getLast().toString());
    }

    @Test
    void aCruiseMissileThatPointsAtNoTownMayTurnToEither() {
        Listening net = new Listening(
                Listening.square(SIDE),
                List.of(Listening.town("NORTH", -20_000, 25_000), Listening.town("SOUTH", 0, 25_000)));

        missileFlyingWest(net, 130);

        // 0.39 by this one, and a quarter by another that may follow it.
        for (PlaceAhead each : net.places.subList(net.places.size() - 2, net.places.size())) {
            assertEquals(0.54, each.missile(), 0.12, each.toString());
            assertEquals(each.probability(), each.missile(), 0.05, each.toString());
        }
    }

    @Test
    void afterCruiseMissilesMoreAreExpectedUntilNoneHasComeForLong() {
        Listening net = new Listening(Listening.square(SIDE), List.of(Listening.town("TOWN", -20_000, 25_000)));
        missileFlyingWest(net, 290);
        net.pass(60);

        double soon = net.places.getLast().missile();
        net.pass(7_200);

        assertEquals(0.4, soon, 0.15, "nothing is heard any more, and another one may follow");
        assertTrue(net.places.getLast().missile() < 0.02, net.places.getLast().toString());
        assertTrue(net.state().salvo().isEmpty());
    }

    @Test
    void aDroneThatPointsAtNoTownIsNotExpectedThere() {
        Listening net = new Listening(Listening.square(SIDE), List.of(Listening.town("NORTH", -20_000, 30_000)));

        for (; net.nowS() < 600; net.pass(10)) {
            double east = 35_000 - 50 * net.nowS();
            net.hears(SIDE / 2 * SIDE + (int) Math.round(east / 5_000 + 7));
        }

        PlaceAhead town = net.places.getLast();
        assertTrue(town.probability() < 0.1 && town.missile() < 0.02, town.toString());
    }

    @Test
    void theTownAheadIsToldWhenSomebodyArrives() {
        Listening net = droneFlyingWest(500);

        PlaceAhead town = net.places.getLast();

        // 8 km around 20 km west of the middle: it is reached at second 940.
        assertTrue(town.probability() > 0.6, "probability " + town.probability());
        assertTrue(town.earliest().secondsSince(new Moment(0)) < 940, "earliest " + town.earliest());
        assertTrue(town.latest().secondsSince(new Moment(0)) > 940, "latest " + town.latest());
    }

    @Test
    void whenNothingIsHeardAnyMoreItIsOver() {
        Listening net = droneFlyingWest(600);

        net.pass(600);

        assertTrue(net.raids.getLast().isOver());
        assertEquals(0, net.places.getLast().probability());
        assertTrue(net.state().fliers().isEmpty(), "fliers " + net.state().fliers());
    }

    @Test
    void falseAlarmsHereAndThereAreNoRaid() {
        Listening net = new Listening(Listening.square(SIDE), List.of());

        for (int i = 0; i < 40; i++) {
            net.hears(i * 37 % (SIDE * SIDE));
            net.pass(60);
        }

        assertTrue(net.raids.isEmpty());
    }

    @Test
    void aNodeThatHearsWhatNobodyElseHearsLies() {
        Listening net = new Listening(Listening.square(SIDE), List.of());

        for (int i = 0; i < 120; i++) {
            net.hears(112);
            net.pass(30);
        }

        List<SensorFinding> found = RaidWatch.findings(net.state(), new Moment(0).plusS(net.nowS()));
        assertEquals(
                List.of(new SensorId("node-112")),
                found.stream().map(SensorFinding::sensor).toList());
        assertTrue(net.raids.isEmpty(), "a lie is no raid");
    }

    @Test
    void manyThatComeOverTheBorderTogetherMakeNoLiarsOfItsNodes() {
        RaidWorld world = new RaidWorld(new RaidSetting(5, 400, 0, 60_000, 180_000, 5_850, 1, 0, 0));

        Listening net = Listening.to(world, 600);

        List<SensorFinding> found = RaidWatch.findings(net.state(), new Moment(0).plusS(net.nowS()));
        assertTrue(found.size() <= 3, found.size() + " of " + world.nodes().size() + ": " + found);
    }

    @Test
    void whoDoesNotBeatIsNotListenedFor() {
        Listening net = new Listening(Listening.square(SIDE), List.of());

        net.pass(200, 5);

        assertTrue(net.state().silent().is(5));
        assertFalse(net.state().silent().is(6));
    }

    @Test
    void aBearingTellsMoreThanAPresence() {
        Listening bare = new Listening(Listening.square(SIDE), List.of());
        Listening told = new Listening(Listening.square(SIDE), List.of());

        bare.hears(112);
        told.hears(112, told.nowS(), OptionalDouble.of(Math.PI / 2));

        Flier vague = bare.state().fliers().values().getFirst();
        Flier near = told.state().fliers().values().getFirst();
        assertTrue(near.modes().variance(2) < vague.modes().variance(2) / 4, "north is known by an eastern bearing");
        assertEquals(2_500, near.modes().mean(1), 200);
    }

    @Test
    void whatComesTooLateOrFromTheFutureIsRefusedAndCounted() {
        Listening net = new Listening(Listening.square(SIDE), List.of());
        net.pass(500);

        net.hears(7, 100, OptionalDouble.empty());
        net.hears(7, 900, OptionalDouble.empty());

        assertEquals(2, net.state().late().count());
        assertTrue(net.state().fliers().isEmpty());
        assertTrue(
                net.outputs.getLast() instanceof Output.Refused,
                net.outputs.getLast().toString());
    }

    @Test
    void aNodeNobodyToldOfIsHeardByItsOwnWord() {
        Listening net = new Listening(List.of(), List.of());

        Measurement stranger = new Measurement.Presence(
                Provenance.open(new SensorId("stranger"), new Moment(0)),
                new LatLon(0.85, 0.55),
                OptionalDouble.empty(),
                1);
        net.take(new Event.Observed(net.stamp(), stranger));

        assertEquals(1, net.state().fliers().size());
    }

    @Test
    void nodesNobodyToldOfMakeARaidTogether() {
        Listening net = new Listening(List.of(), List.of());

        for (; net.nowS() < 600; net.pass(10)) {
            double east = 25_000 - 50 * net.nowS();
            long node = Math.round(east / 5_000);
            Measurement heard = new Measurement.Presence(
                    Provenance.open(new SensorId("stranger " + node), new Moment(0).plusS(net.nowS())),
                    Listening.at(node * 5_000, 0),
                    OptionalDouble.empty(),
                    1);
            net.take(new Event.Observed(net.stamp(), heard));
        }

        assertEquals(1, net.raids.getLast().members().size());
    }

    @Test
    void aPresenceAtTheOtherEndOfTheWorldIsNone() {
        Listening net = new Listening(Listening.square(3), List.of());

        Measurement far = new Measurement.Presence(
                Provenance.open(new SensorId("far"), new Moment(0)),
                LatLon.ofDegrees(-49, -148),
                OptionalDouble.of(1),
                1);
        net.take(new Event.Observed(net.stamp(), far));

        assertTrue(net.state().fliers().isEmpty());
    }

    @Test
    void dronesThatComeOverTheBorderTogetherAreNoCruiseMissile() {
        RaidWorld world = new RaidWorld(RaidSetting.usual(502, 133));

        Listening net = Listening.to(world, 400);

        double most = net.places.stream().mapToDouble(PlaceAhead::missile).max().orElseThrow();
        assertTrue(most < 0.2, "chance of a cruise missile " + most);
    }

    @Test
    void theStateHasACanonicalForm() {
        Listening net = droneFlyingWest(300);
        Canon<RaidState> canon = Canon.of(RaidState.class);

        RaidState back = canon.read(canon.bytes(net.state())).orThrow();

        assertEquals(net.state(), back);
    }

    @Test
    void theSameEventsGiveTheSameState() {
        Canon<RaidState> canon = Canon.of(RaidState.class);

        long once = canon.digest(droneFlyingWest(300).state());
        long again = canon.digest(droneFlyingWest(300).state());

        assertEquals(once, again);
    }

    @Test
    void anotherNetIsAnotherWatch() {
        Listening net = droneFlyingWest(300);

        net.told(new Configuration.Listeners(Listening.square(4)));

        assertTrue(net.state().fliers().isEmpty());
        assertEquals(16, net.state().nodes().size());
    }

    @Test
    void otherEventsPassBy() {
        Event.Stamp stamp = new Event.Stamp(1, new Moment(0), Domain.TEST);

        RaidStep step = new RaidWatch().step(RaidState.empty(), new Event.Tick(stamp));

        assertEquals(RaidState.empty(), step.state());
        assertTrue(step.outputs().isEmpty());
    }
}
