package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vedette.model.AuthorisedFlight;
import vedette.model.Domain;
import vedette.model.Order;
import vedette.model.Output;

/// Flights are authorised and ended over HTTP, by who may, and every one of them is an order to the engine.
class FlightsApiTest {
    private static final String KEY = "a-generated-operator-key";
    private static final String PATH = "/api/v1/flights";
    private static final String[] AS_OPERATOR = {"Authorization: Bearer " + KEY, "Content-Type: application/json"};

    private final FakePicture fake = new FakePicture(Domain.LIVE, 1);
    private final List<Order> orders = new ArrayList<>();
    private final DisplayServer server = new DisplayServer(
            DisplaySettings.of(Domain.LIVE, KEY).at("127.0.0.1", 0),
            (operator, order) -> {
                orders.add(order);
                return true;
            },
            NodeView.PLAIN,
            new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60)));

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Wire.Answer ask(String method, String path, String body) throws IOException {
        return new Wire(server.port()).ask(method, path, body, AS_OPERATOR);
    }

    // What an engine says once it took the order.
    private void taken(Order order) throws InterruptedException {
        var operator = new vedette.model.Operator("operator", vedette.model.Operator.Role.OPERATOR);
        fake.emitted(FakePicture.BEGIN, List.of(new Output.OrderTaken(order, operator, FakePicture.BEGIN)))
                .forEach(server::send);
        Thread.sleep(300);
    }

    @Test
    void aFlightIsAuthorisedShownAndEnded() throws Exception {
        assertEquals(202, ask("POST", PATH, AuthorisationTest.FLIGHT).status());

        AuthorisedFlight flight = ((Order.Authorise) orders.getFirst()).flight();
        assertEquals(List.of("FIN87astrdge12k8"), flight.operators());
        assertEquals(404, ask("DELETE", PATH + "/INSPECTION-1", "").status(), "not taken yet");
        taken(orders.getFirst());
        String shown = ask("GET", PATH, "").body();
        assertTrue(shown.contains("\"INSPECTION-1\"") && shown.contains("\"by\":\"ORDER\""), shown);
        assertTrue(shown.contains("2026-01-01T02:00:00"), shown);
        assertEquals(202, ask("DELETE", PATH + "/INSPECTION-1", "").status());
        assertEquals(new Order.EndFlight("INSPECTION-1"), orders.getLast());
        taken(orders.getLast());
        assertEquals("[]", ask("GET", PATH, "").body());
    }

    @Test
    void whatIsNoFlightIsRefusedWithPlaceAndReason() throws IOException {
        Wire.Answer answer = ask("POST", PATH, AuthorisationTest.FLIGHT.replace("W84", "MSL"));

        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("altitude_upper") && answer.body().contains("W84"), answer.body());
        assertEquals(400, ask("POST", PATH, "{}").status());
        assertEquals(400, ask("POST", PATH, "[").status());
        assertEquals(413, ask("POST", PATH, " ".repeat(70_000)).status());
        assertEquals(List.of(), orders);
    }

    @Test
    void flightsOfTheListAreShownAndNoOrderEndsThem() throws IOException {
        FlightBook.Parsed parsed =
                new FlightBook(new Utc(vedette.model.LeapSeconds.standard())).read(AuthorisationTest.FLIGHT);
        server.authorised(
                List.of(((FlightBook.Understood) parsed).flight()),
                List.of(),
                () -> vedette.format.zones.ZoneFile.Span.around(
                        FakePicture.BEGIN, vedette.model.LeapSeconds.standard()));

        assertTrue(ask("GET", PATH, "").body().contains("\"by\":\"LIST\""));
        assertEquals(404, ask("DELETE", PATH + "/INSPECTION-1", "").status());
    }
}
