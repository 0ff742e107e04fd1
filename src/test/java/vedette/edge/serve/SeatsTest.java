package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.model.Operator;

/// Somebody sees where else they are logged in, and ends that.
class SeatsTest {
    private static final String SESSIONS = "/api/v1/sessions";

    @TempDir
    private Path folder = Path.of("");

    private Optional<Desktop> open = Optional.empty();

    @BeforeEach
    void serve() {
        Desktop desk = new Desktop(folder);
        open = Optional.of(desk);
        desk.join("Anna", Operator.Role.RELEASER);
        desk.join("Bert", Operator.Role.ADMIN);
    }

    @AfterEach
    void close() {
        open.ifPresent(Desktop::close);
    }

    private Desktop desk() {
        return open.orElseThrow();
    }

    private List<Json> seats(String bearer) throws IOException {
        return desk().wire
                .get(SESSIONS, bearer)
                .json()
                .member("sessions")
                .orElseThrow()
                .items();
    }

    private static String called(List<Json> seats, boolean own) {
        return seats.stream()
                .filter(each -> each.member("own").equals(Optional.of(new Json.Truth(own))))
                .findFirst()
                .flatMap(each -> each.text("id"))
                .orElseThrow();
    }

    private Wire.Answer delete(String which, String bearer) throws IOException {
        return desk().wire.ask("DELETE", SESSIONS + "/" + which, "", bearer);
    }

    private int end(String which, String bearer) throws IOException {
        return delete(which, bearer).status();
    }

    private boolean isIn(String bearer) throws IOException {
        return desk().wire
                .get("/api/v1/session", bearer)
                .json()
                .text("operator")
                .isPresent();
    }

    @Test
    void onesOwnSessionsAreShownWithTheirWayAndAgeAndNothingThatOpens() throws Exception {
        String first = desk().session("Anna");
        desk().pass(3);
        desk().session("Bert");
        String second = desk().session("Anna");
        List<Json> seats = seats(second);

        assertEquals(2, seats.size());
        assertEquals(Optional.of("password"), seats.getFirst().text("way"));
        assertEquals(Optional.of("127.0.0.1"), seats.getFirst().text("address"));
        assertEquals(OptionalLong.of(180), seats.getFirst().whole("sinceS"));
        assertEquals(Optional.of(new Json.Truth(true)), seats.getLast().member("own"));
        assertTrue(desk().wire.get(SESSIONS, second).body().indexOf(first.substring("Authorization: Bearer ".length()))
                < 0);
        assertTrue(!isIn("Authorization: Bearer " + called(seats, false)));
    }

    @Test
    void whoHasJustProvedWhoTheyAreEndsAnother() throws Exception {
        String first = desk().session("Anna");
        String second = desk().session("Anna");

        assertEquals(200, end(called(seats(second), false), second));
        assertTrue(!isIn(first));
        assertTrue(isIn(second));
        assertEquals(1, seats(second).size());
    }

    @Test
    void allOthersEndAtOnceAndNobodyElses() throws Exception {
        String bert = desk().session("Bert");
        String first = desk().session("Anna");
        String second = desk().session("Anna");
        String third = desk().session("Anna");

        assertEquals(200, end("others", third));
        assertEquals(List.of(false, false, true, true), List.of(isIn(first), isIn(second), isIn(third), isIn(bert)));
        assertEquals(404, end("others", third));
        assertEquals(
                2,
                desk().written().stream()
                        .filter(line -> line.contains("log_out"))
                        .count(),
                "" + desk().written());
    }

    @Test
    void someTimeAfterTheyCameTheyProveItAgainFirst() throws Exception {
        String first = desk().session("Anna");
        String second = desk().session("Anna");
        desk().clock.addAndGet(TimeUnit.MINUTES.toNanos(5) - 1);
        String other = called(seats(second), false);
        desk().clock.incrementAndGet();
        Wire.Answer late = delete(other, second);

        assertEquals(401, late.status());
        assertEquals(Optional.of(new Json.Truth(true)), late.json().member("lapsed"));
        assertTrue(isIn(first));
        assertEquals(200, end(other, desk().session("Anna")));
    }

    @Test
    void othersSessionsAreNobodysToSeeOrToEnd() throws Exception {
        String anna = desk().session("Anna");
        String bert = desk().session("Bert");

        assertEquals(404, end(called(seats(anna), true), bert));
        assertEquals(404, end(called(seats(bert), true), bert), "one's own ends by leaving");
        assertEquals(401, desk().wire.get(SESSIONS).status());
        assertEquals(401, end("others", "Accept: */*"));
        assertEquals(List.of(), seats("Authorization: Bearer " + Desktop.KEY));
        assertTrue(isIn(anna));
    }
}
