package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Domain;
import vedette.model.Operator;

/// What goes wrong within is told in general words, and not by its cause.
class FaultTest {
    private static final String BY_KEY = "Authorization: Bearer " + Desktop.KEY;

    @TempDir
    private Path folder = Path.of("");

    private DisplayServer server = new DisplayServer(
            DisplaySettings.of(Domain.LIVE, Desktop.KEY).at("127.0.0.1", 0),
            (operator, order) -> {
                throw new IllegalStateException("a secret cause at /a/secret/place");
            },
            NodeView.PLAIN);

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFaultOfOursIsToldWithoutItsCause() throws Exception {
        Wire.Answer answer = new Wire(server.port()).post("/api/v1/orders", Desktop.ACKNOWLEDGE, BY_KEY);

        assertEquals(500, answer.status());
        assertFalse((answer.head() + answer.body()).contains("secret"), answer.body());
        assertTrue(answer.json().text("error").isPresent());
        assertTrue(answer.head().contains("X-Content-Type-Options: nosniff"), answer.head());
    }

    @Test
    void afterAFaultTheNextIsAnswered() throws Exception {
        Wire wire = new Wire(server.port());
        wire.post("/api/v1/orders", Desktop.ACKNOWLEDGE, BY_KEY);

        assertEquals(200, wire.get("/api/v1/tracks").status());
    }

    @Test
    void accountsThatCannotBeReadAreToldWithoutTheirPlace() throws Exception {
        try (Desktop desk = new Desktop(folder)) {
            desk.join("Anna", Operator.Role.VIEWER);
            Files.writeString(desk.accounts, "{\"accounts\":[{}]}");
            Wire.Answer answer = desk.logIn("Anna", Desktop.PASSWORD);

            assertEquals(503, answer.status());
            assertFalse(answer.body().contains("people.json"), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/tracks", "/metrics", "/none", "/api/v1/none"})
    void noAnswerSaysWhatServesIt(String path) throws Exception {
        Wire.Answer answer = new Wire(server.port()).get(path);
        String head = answer.head().toLowerCase(Locale.ROOT);

        assertFalse(head.contains("server:") || head.contains("x-powered-by") || head.contains("helidon"), head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "PATCH", "CONNECT", "FOO", "DELETE"})
    void methodsThatNobodyNeedsAreRefused(String method) throws Exception {
        assertTrue(new Wire(server.port())
                        .ask(method, "/api/v1/tracks", "", BY_KEY)
                        .status()
                >= 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tracks", "/api/v1/session", "/api/v1/none"})
    void whatProgramsGetIsNeverAPageAndStaysInNoCache(String path) throws Exception {
        Wire.Answer answer = new Wire(server.port()).get(path);

        assertTrue(answer.head().contains("Content-Disposition: attachment; filename=\"api.json\""), answer.head());
        assertTrue(answer.head().contains("Cache-Control: no-store"), answer.head());
    }

    @Test
    void aHeadThatIsNoHttpIsAnsweredWithoutItself() throws Exception {
        Wire.Answer answer = new Wire(server.port()).get("/api/v1/tracks/<script>alert(1)</script>\u0001");

        assertFalse(answer.body().contains("<script>"), answer.body());
    }
}
