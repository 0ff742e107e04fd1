package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.TlsKeys;
import vedette.edge.share.Pki;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Operator;

/// What is written down of who came in and who was refused what.
class SecurityLogTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<Desktop> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Desktop::close);
    }

    private Desktop serve() {
        Desktop desk = new Desktop(folder);
        open.add(desk);
        desk.join("Anna", Operator.Role.VIEWER);
        return desk;
    }

    private static Json json(String line) {
        return switch (JsonText.read(line)) {
            case JsonText.Read(Json value) -> value;
            case JsonText.NotJson(String reason, int at) -> throw new AssertionError(reason + " in " + line);
        };
    }

    // Event, outcome, way, account, route and reason, as far as they are told.
    private static List<String> told(List<String> lines) {
        return lines.stream()
                .map(SecurityLogTest::json)
                .map(line -> Stream.of("event", "outcome", "way", "account", "role", "route", "reason")
                        .flatMap(name -> line.text(name).stream())
                        .toList())
                .map(words -> String.join(" | ", words))
                .toList();
    }

    @Test
    void whoComesInAndWhoDoesNotIsWrittenDown() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.logIn("ANNA", "wrong");
        desk.logIn("my secret pass phrase", "wrong");
        desk.wire.post("/api/v1/session", "{\"secret\":\"no key\",\"name\":\"Berta\"}");
        desk.wire.post("/api/v1/session", "{\"secret\":\"" + Desktop.KEY + "\",\"name\":\"Berta\"}");
        desk.change("wrong", "quite another one", anna);
        String next = Desktop.bearer(desk.change(Desktop.PASSWORD, "quite another one", anna));
        desk.wire.ask("DELETE", "/api/v1/session", "", next);

        assertEquals(
                List.of(
                        "log_in | allowed | password | Anna | VIEWER",
                        "log_in | refused | password | Anna | VIEWER | password",
                        "log_in | refused | password | password",
                        "log_in | refused | key | key",
                        "log_in | allowed | key",
                        "password | refused | password | Anna | VIEWER | password",
                        "password | allowed | password | Anna | VIEWER",
                        "log_in | allowed | password | Anna | VIEWER",
                        "log_out | allowed | password | Anna | VIEWER"),
                told(desk.written()));
    }

    @Test
    void whatIsRefusedIsWrittenDownWithRouteRoleAddressAndReason() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.orders(Desktop.ACKNOWLEDGE, anna);
        desk.wire.ask("DELETE", "/api/v1/flights/some-secret", "", anna);
        desk.wire.post("/api/v1/orders", "{}");
        desk.wire.get("/api/v1/tracks", "Host: elsewhere.example");
        desk.wire.post("/api/v1/session", "x".repeat(5_000));
        desk.pass(30);
        desk.orders(Desktop.ACKNOWLEDGE, anna);
        List<String> lines = desk.written();

        assertEquals(
                Set.of(
                        "log_in | allowed | password | Anna | VIEWER",
                        "access | refused | Anna | VIEWER | POST /api/v1/orders | role",
                        "access | refused | Anna | VIEWER | DELETE /api/v1/flights/{id} | role",
                        "access | refused | POST /api/v1/orders | stranger",
                        "access | refused | GET /api/v1/tracks | host or origin",
                        "access | refused | POST /api/v1/session | input",
                        "access | refused | Anna | VIEWER | POST /api/v1/orders | lapsed"),
                Set.copyOf(told(lines)));
        assertTrue(lines.stream().allMatch(line -> line.contains("\"address\":\"127.0.0.1\"")));
        assertTrue(
                lines.stream().allMatch(line -> line.matches("\\{\"at\":\"20\\d\\d-[0-9T:.-]+Z\",.*")),
                lines::getFirst);
    }

    @Test
    void programsAreWrittenDownOnceAnHourAndTheirFailuresEachTime() throws Exception {
        Desktop desk = serve();
        String key = "Authorization: Bearer " + desk.people().key("Anna", Operator.Role.VIEWER, 1);
        for (int i = 0; i < 5; i++) {
            desk.wire.get("/api/v1/tracks", key);
            desk.wire.get("/api/v1/tracks", "Authorization: Bearer vk_made-up");
        }
        List<String> lines = told(desk.written());

        assertEquals(
                1,
                lines.stream()
                        .filter("credential | allowed | key | Anna | VIEWER"::equals)
                        .count());
        assertEquals(
                5,
                lines.stream()
                        .filter("credential | refused | key | no such key or session, or over"::equals)
                        .count());
    }

    @Test
    void strangersFromAfarAreWrittenDown() throws Exception {
        Pki.files(folder, List.of("display"));
        TlsKeys keys = TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password"));
        Desktop desk = new Desktop(folder, Admission.NONE, Reach.with(keys, List.of()));
        open.add(desk);
        Wire afar = new Wire(
                desk.server.port(),
                new TlsKeys(folder.resolve("display.p12"), folder.resolve("trust.p12"), folder.resolve("password"))
                        .context("test")
                        .getSocketFactory());
        afar.get("/api/v1/tracks");
        afar.get("/api/v1/tokens/AAAA");
        afar.live("made up", "tracks");

        assertEquals(
                Set.of(
                        "access | refused | GET /api/v1/tracks | stranger",
                        "access | refused | GET other | stranger",
                        "credential | refused | key | no such key or session, or over",
                        "access | refused | GET /api/v1/live | stranger"),
                Set.copyOf(told(desk.written())));
    }

    @Test
    void nothingThatAnybodyTypedOrHoldsStandsInIt() throws Exception {
        Desktop desk = serve();
        String key = desk.people().key("Anna", Operator.Role.VIEWER, 1);
        String anna = desk.session("Anna");
        desk.wire.get("/api/v1/tracks", "Authorization: Bearer " + key);
        desk.wire.get("/api/v1/tracks", "Authorization: Bearer secret-token");
        desk.wire.get("/secret-path?token=secret-query", "Host: secret-host", "User-Agent: secret-agent");
        desk.wire.ask("SECRET", "/api/v1/tracks/secret-id", "", anna);
        desk.logIn("secret-name", "secret-password");
        desk.wire.post("/api/v1/session", "{\"secret\":\"secret-key\",\"name\":\"secret-person\"}");
        desk.wire.post("/api/v1/session", "{\"code\":\"secret-code\",\"state\":\"secret-state\"}");
        desk.change("secret-old", "secret-new", anna);
        desk.change(Desktop.PASSWORD, "secret-new", anna);
        String all = String.join("\n", desk.written());

        assertFalse(all.contains("secret-"), all);
        assertFalse(all.contains(Desktop.PASSWORD) || all.contains(key) || all.contains(anna.substring(22)));
        assertFalse(all.contains(Desktop.KEY));
    }

    @Test
    void noLineCanBeForged() throws Exception {
        Desktop desk = serve();
        String forged = "Anna\\n{\\\"event\\\":\\\"log_in\\\",\\\"outcome\\\":\\\"allowed\\\"}";
        desk.logIn(forged, forged);
        desk.wire.post("/api/v1/session", "{\"secret\":\"" + Desktop.KEY + "\",\"name\":\"" + forged + "\"}");
        desk.wire.get("/api/v1/tracks/%0a%7B%22event%22:1%7D", "Authorization: Bearer \u0085{}");
        SecurityEvent hostile = new SecurityEvent(
                SecurityEvent.Kind.ACCESS, false, "\n", "\r\n{}", Optional.empty(), "\u2028", "\"", "\u0000");
        String line = SecurityLog.text(new Flood.Line(hostile, 0, 1, false));

        assertEquals(1, line.lines().count());
        assertEquals(Optional.of("\r\n{}"), json(line).text("account"));
        assertTrue(
                desk.written().stream().allMatch(each -> json(each).text("at").isPresent()));
        assertFalse(told(desk.written()).contains("log_in | allowed"));
    }

    @Test
    void itIsItsOwnersAloneAlsoWhereOthersCouldReadItBefore() throws Exception {
        Files.createDirectories(folder.resolve("log"));
        Path before = Files.writeString(folder.resolve("log").resolve("security.jsonl"), "{}\n");
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rw-rw-r--"));
        Desktop desk = serve();
        desk.session("Anna");

        assertEquals(2, desk.written().size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.log)));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNobodyAndIsSeen() throws Exception {
        Path file = Files.writeString(folder.resolve("log"), "not a folder");
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.server.settle();
        String metrics = desk.wire.get("/metrics").body();
        String health = desk.wire.get("/health").body();
        Files.delete(file);
        desk.orders(Desktop.ACKNOWLEDGE, anna);
        List<String> lines = desk.written();

        assertTrue(metrics.contains("vedette_display_security_events_total{fate=\"lost\"} 1"), metrics);
        assertTrue(health.contains("The security log cannot be written"), health);
        assertEquals(Optional.of("gap"), json(lines.getFirst()).text("event"));
        assertEquals(1, json(lines.getFirst()).whole("lost").orElse(0));
        assertTrue(told(lines).getLast().contains("role"));
        assertFalse(desk.wire.get("/health").body().contains("The security log"));
    }

    @Test
    void aFullDiskStopsNobody() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        Files.createDirectories(folder.resolve("log"));
        Files.createSymbolicLink(folder.resolve("log").resolve("security.jsonl"), full);
        Desktop desk = serve();

        assertEquals(200, desk.logIn("Anna", Desktop.PASSWORD).status());
        desk.server.settle();
        assertTrue(desk.wire.get("/metrics").body().contains("security_events_total{fate=\"lost\"} 1"));
    }

    @Test
    void aFloodOfGuessesIsWrittenAsASum() throws Exception {
        Desktop desk = serve();
        IntStream.range(0, 60).forEach(i -> refused(desk));
        int singles = desk.written().size();
        desk.pass(1);
        desk.server.settle();
        desk.server.settle();
        List<String> lines = desk.written();

        assertEquals(SecurityLog.PEOPLE.first(), singles);
        assertEquals(40, json(lines.getLast()).whole("more").orElse(0));
    }

    private static void refused(Desktop desk) {
        try {
            desk.wire.post("/api/v1/orders", "{}");
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Test
    void atTheEndWhatIsSummedIsWritten() throws Exception {
        Desktop desk = serve();
        IntStream.range(0, 60).forEach(i -> refused(desk));
        desk.close();

        assertEquals(
                40, json(Files.readAllLines(desk.log).getLast()).whole("more").orElse(0));
    }
}
