package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.WarningId;

/// Who comes in, as whom, and what they may do.
class DoorTest {
    private static final String KEY = "a-generated-operator-key";
    private static final String BY_KEY = "Authorization: Bearer " + KEY;
    private static final String PASSWORD = "a password of hers";
    private static final String ACKNOWLEDGE = "{\"act\":\"acknowledge\",\"warning\":\"intrusion-1\",\"revision\":1}";
    private static final String APPROVE =
            "{\"act\":\"approve\",\"warning\":\"intrusion-1\",\"revision\":2,\"shown\":\"ab12\"}";

    @TempDir
    private Path folder = Path.of("");

    private final List<Order> placed = new CopyOnWriteArrayList<>();
    private final List<Operator> operators = new CopyOnWriteArrayList<>();
    private final List<DisplayServer> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(DisplayServer::close);
    }

    private People people() {
        return new People(folder.resolve("people.json"));
    }

    private Wire serve(DisplaySettings settings) {
        DisplayServer.Trial trial = new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(1));
        DisplayServer server = new DisplayServer(
                settings.at("127.0.0.1", 0).knowing(folder.resolve("people.json")),
                (operator, order) -> operators.add(operator) && placed.add(order),
                NodeView.PLAIN,
                trial);
        server.start();
        open.add(server);
        return new Wire(server.port());
    }

    private Wire live() {
        return serve(DisplaySettings.of(Domain.LIVE, KEY));
    }

    private static Wire.Answer logIn(Wire wire, String account, String password) throws IOException {
        return wire.post("/api/v1/session", "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}");
    }

    private static String bearer(Wire.Answer entered) {
        return "Authorization: Bearer " + entered.json().text("session").orElse("none");
    }

    private String as(Wire wire, Operator.Role role) throws IOException {
        Acquaintances.join(folder.resolve("people.json"), "Anna", role, PASSWORD);
        return bearer(logIn(wire, "Anna", PASSWORD));
    }

    @Test
    void aReleaserSignsUnderTheAccountsName() throws Exception {
        Wire wire = live();
        String anna = as(wire, Operator.Role.RELEASER);

        assertEquals(202, wire.post("/api/v1/orders", APPROVE, anna).status());
        assertEquals(List.of(new Order.Approve(new WarningId("intrusion-1"), 2, "ab12")), placed);
        assertEquals(List.of(new Operator("Anna", Operator.Role.RELEASER)), operators);
    }

    @Test
    void everyActOfReleaseIsUnderstood() throws Exception {
        Wire wire = live();
        String anna = as(wire, Operator.Role.DIRECTOR);
        for (String order : List.of(
                "{\"act\":\"withdraw\",\"warning\":\"w-1\"}",
                "{\"act\":\"takeBack\",\"warning\":\"w-1\"}",
                "{\"act\":\"takeBack\",\"warning\":\"w-1\",\"why\":\"It was a flare.\"}",
                "{\"act\":\"tryChannels\",\"text\":\"A test.\"}")) {
            assertEquals(202, wire.post("/api/v1/orders", order, anna).status(), order);
        }

        WarningId warning = new WarningId("w-1");
        assertEquals(
                List.of(
                        new Order.Withdraw(warning),
                        new Order.TakeBack(warning, ""),
                        new Order.TakeBack(warning, "It was a flare."),
                        new Order.TryChannels("A test.")),
                placed);
    }

    @Test
    void neitherAnOperatorNorTheKeyReleases() throws Exception {
        Wire wire = live();
        String anna = as(wire, Operator.Role.OPERATOR);

        assertEquals(403, wire.post("/api/v1/orders", APPROVE, anna).status());
        assertEquals(403, wire.post("/api/v1/orders", APPROVE, BY_KEY).status());
        assertEquals(202, wire.post("/api/v1/orders", ACKNOWLEDGE, anna).status());
    }

    @Test
    void aViewerLooksAndGivesNoOrders() throws Exception {
        Wire wire = live();
        String anna = as(wire, Operator.Role.VIEWER);
        Json who = wire.get("/api/v1/session", anna).json();

        assertEquals(403, wire.post("/api/v1/orders", ACKNOWLEDGE, anna).status());
        assertEquals(Optional.of("VIEWER"), who.text("role"));
        assertEquals(Optional.of(new Json.Truth(false)), who.member("mayOrder"));
        assertTrue(placed.isEmpty());
    }

    @Test
    void aKeyHolderIsNeverCalledAsAnAccountIsNorMoreThanAnOperator() throws Exception {
        Wire wire = live();
        String before = bearer(wire.post("/api/v1/session", enter("Anna", "")));
        as(wire, Operator.Role.RELEASER);

        assertEquals(403, wire.post("/api/v1/session", enter("aNNa", "")).status());
        assertEquals(
                403, wire.post("/api/v1/session", enter("Berta", "RELEASER")).status());
        assertEquals(403, wire.post("/api/v1/session", enter("Berta", "ADMIN")).status());
        assertEquals(200, wire.post("/api/v1/session", enter("Berta", "")).status());
        assertEquals(401, wire.post("/api/v1/orders", ACKNOWLEDGE, before).status(), "the name came to be taken");
    }

    private static String enter(String name, String role) {
        String more = role.isEmpty() ? "" : ",\"role\":\"" + role + "\"";
        return "{\"secret\":\"" + KEY + "\",\"name\":\"" + name + "\"" + more + "}";
    }

    @Test
    void inAnExerciseThatIsOpenHereAnybodyPlaysAReleaser() throws Exception {
        Wire wire = serve(DisplaySettings.of(Domain.EXERCISE, KEY).openHere());
        String berta = bearer(wire.post("/api/v1/session", "{\"name\":\"Berta\",\"role\":\"RELEASER\"}"));

        assertEquals(202, wire.post("/api/v1/orders", APPROVE, berta).status());
        assertEquals(
                403,
                wire.post("/api/v1/session", "{\"name\":\"Berta\",\"role\":\"DIRECTOR\"}")
                        .status());
    }

    @Test
    void whoLeavesOrIsTakenAwayOrGetsAnotherPasswordIsOut() throws Exception {
        Wire wire = live();
        String first = as(wire, Operator.Role.OPERATOR);
        wire.ask("DELETE", "/api/v1/session", "", first);
        String second = bearer(logIn(wire, "Anna", PASSWORD));
        people().change("Anna", "another password".toCharArray());
        int afterChange = wire.post("/api/v1/orders", ACKNOWLEDGE, second).status();
        String third = bearer(logIn(wire, "Anna", "another password"));
        people().remove("Anna");

        assertEquals(401, wire.post("/api/v1/orders", ACKNOWLEDGE, first).status());
        assertEquals(401, afterChange);
        assertEquals(401, wire.post("/api/v1/orders", ACKNOWLEDGE, third).status());
    }

    @Test
    void aLiveLineEndsWithItsSession() throws Exception {
        Wire wire = live();
        String anna = as(wire, Operator.Role.OPERATOR);
        try (Watcher watcher = new Watcher(open.getFirst().port(), anna.substring(22))) {
            Json hello = watcher.with("protocol");
            wire.ask("DELETE", "/api/v1/session", "", anna);

            assertEquals(Optional.of("Anna"), hello.text("operator"));
            assertTrue(watcher.isClosed());
        }
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        Wire wire = live();
        as(wire, Operator.Role.RELEASER);
        for (int i = 0; i < Attempts.MOST_AN_ACCOUNT; i++) {
            assertEquals(401, logIn(wire, "anna", "wrong").status());
        }

        assertEquals(429, logIn(wire, "Anna", PASSWORD).status());
        assertTrue(wire.get("/metrics").body().contains("requests_refused_total{reason=\"attempts\"} 1"));
    }

    @Test
    void aProgramsKeyGivesOrdersUnderTheAccountsName() throws Exception {
        Wire wire = live();
        as(wire, Operator.Role.ADMIN);
        String key = "Authorization: Bearer " + people().key("Anna", Operator.Role.OPERATOR, 1);

        assertEquals(202, wire.post("/api/v1/orders", ACKNOWLEDGE, key).status());
        assertEquals(403, wire.post("/api/v1/orders", APPROVE, key).status());
        assertEquals(List.of(new Operator("Anna", Operator.Role.OPERATOR)), operators);
    }
}
