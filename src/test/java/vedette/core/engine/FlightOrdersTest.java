package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.model.Area;
import vedette.model.AuthorisedFlight;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// Flights that orders authorise are events: a replay knows them too, and a node started anew.
class FlightOrdersTest {
    private static final Operator ANNA = new Operator("Anna", Operator.Role.OPERATOR);
    private static final Moment START = new Moment(1_000_000_000_000L);

    private static AuthorisedFlight flight(String name) {
        Zone volume = new Zone(
                new ZoneId(name + ".1"),
                name,
                new Area.Circle(LatLon.ofDegrees(57, 24), 500),
                Optional.empty(),
                Optional.empty(),
                List.of(new Zone.Interval(START, START.plusS(900))),
                List.of(),
                List.of(),
                0);
        return new AuthorisedFlight(
                name,
                AuthorisedFlight.Purpose.RESCUE,
                List.of(Identity.ofSerial("SN-" + name)),
                List.of("FIN87"),
                List.of(volume));
    }

    private static Event.Stamp stamp(long seq) {
        return new Event.Stamp(seq, START.plusS(seq), Domain.EXERCISE);
    }

    private static List<Event> events() {
        return List.of(
                new Event.Ordered(stamp(1), ANNA, new Order.Authorise(flight("A"))),
                new Event.Ordered(stamp(2), ANNA, new Order.Authorise(flight("B"))),
                new Event.Ordered(stamp(3), ANNA, new Order.EndFlight("A")),
                new Event.Ordered(stamp(4), ANNA, new Order.EndFlight("nobody knows it")));
    }

    @Test
    void aRecordingOfTheOrdersGivesTheSameFlightsAndTheSameDigest() {
        Canon<Event> canon = Canon.of(Event.class);
        Engine live = Engine.starting(Domain.EXERCISE);
        Engine replay = Engine.starting(Domain.EXERCISE);
        List<Integer> said = new ArrayList<>();

        for (Event event : events()) {
            said.add(live.step(event).size());
            replay.step(canon.read(canon.bytes(event)).orThrow());
        }

        assertEquals(List.of(flight("B")), live.picture().orderedFlights());
        assertEquals(live.picture().orderedFlights(), replay.picture().orderedFlights());
        assertEquals(live.picture().digest(), replay.picture().digest());
        assertNotEquals(0, said.getLast(), "what nobody knows is refused, and that is said");
    }

    @Test
    void theListOfTheSettingsToldAnewLeavesThem() {
        Engine engine = Engine.starting(Domain.EXERCISE);
        events().forEach(engine::step);

        engine.step(new Event.Configured(stamp(5), new Configuration.Flights(List.of(flight("LISTED")))));

        assertEquals(List.of(flight("B")), engine.picture().orderedFlights());
    }
}
