package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Emission;
import vedette.edge.PublicPages;
import vedette.edge.TlsKeys;
import vedette.edge.share.Pki;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Output;
import vedette.model.Standing;
import vedette.model.WarningId;

/// The table of docs/operations.md is what the server does: every route, asked by everybody.
class AuthorisationTest {
    private static final String KEY = "a-generated-operator-key";
    private static final String PASSWORD = "a password of theirs";
    private static final Path SOURCES = Path.of("src/main/java/vedette/edge/serve");
    private static final Pattern ROUTE = Pattern.compile("\\.(get|post|put|patch|delete)\\(\\s*\"(/[^\"]*)\"");
    private static final Pattern SOCKET = Pattern.compile("\\.endpoint\\(\"(/[^\"]*)\"");
    private static final Pattern ACT = Pattern.compile("case \"(\\w+)\" ->");
    static final String FLIGHT = """
            {"id": "INSPECTION-1", "purpose": "WORK", "serials": ["SN-1"], "operators": ["FIN87astrdge12k8"], "volumes": [
              {"volume": {"outline_circle": {"center": {"lat": 56.95, "lng": 24.1}, "radius": {"value": 500, "units": "M"}},
                "altitude_upper": {"value": 150, "reference": "W84", "units": "M"}},
               "time_start": {"value": "2026-01-01T00:00:00Z", "format": "RFC3339"},
               "time_end": {"value": "2026-01-01T02:00:00Z", "format": "RFC3339"}}]}
            """;

    private static final Map<String, String> ACTS = Map.of(
            "acknowledge", "\"warning\":\"w-1\",\"revision\":1",
            "identity", "\"track\":1,\"affiliation\":\"FRIEND\"",
            "judge", "\"node\":\"FI-1\",\"item\":\"T-7\",\"affiliation\":\"NEUTRAL\"",
            "note", "\"track\":1,\"text\":\"x\"",
            "inhibit", "\"track\":1,\"zone\":\"plant\",\"forS\":60",
            "approve", "\"warning\":\"w-1\",\"revision\":1,\"shown\":\"m\"",
            "withdraw", "\"warning\":\"w-1\"",
            "takeBack", "\"warning\":\"w-1\"",
            "tryChannels", "\"text\":\"x\"");

    @TempDir
    private Path folder = Path.of("");

    private final FakePicture fake = new FakePicture(Domain.LIVE, 2);
    private final List<DisplayServer> open = new ArrayList<>();

    /// A row: what is asked, and what each answers to nobody, nobody from afar, the key, and the roles in their order.
    private record Row(String route, List<String> answers) {
        String method() {
            return route.split(" ", 2)[0];
        }
    }

    private static List<Row> table() throws IOException {
        return Files.readString(Path.of("docs/operations.md"))
                .lines()
                .filter(line -> line.matches("\\| `(GET|POST|DELETE|WS) /.*"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .map(cells -> new Row(cells.getFirst().replace("`", ""), cells.subList(1, cells.size())))
                .toList();
    }

    @BeforeEach
    void open() throws Exception {
        People people = new People(folder.resolve("people.json"));
        for (Operator.Role role : Operator.Role.values()) {
            Acquaintances.join(folder.resolve("people.json"), "the " + role, role, PASSWORD);
        }
        Pki.files(folder, List.of("display"));
        DisplayServer server = open(Reach.here());
        open(Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of()));
        PublicPages alerts =
                (name, base) -> List.of("feed.atom", "feed.json", "1.xml").contains(name)
                        ? Optional.of(new PublicPages.Page("text/plain", base))
                        : Optional.empty();
        open.forEach(each -> each.serve(alerts));
        Moment now = FakePicture.BEGIN;
        fake.emitted(
                        now,
                        List.of(new Output.ReleaseStands(
                                now,
                                new Standing(
                                        new WarningId("w-1"),
                                        1,
                                        Standing.State.WAITING,
                                        "two",
                                        "m",
                                        List.of(),
                                        0,
                                        List.of()))))
                .forEach(server::send);
        fake.second(0).forEach(server::send);
        try (Watcher watcher = new Watcher(server.port(), "")) {
            watcher.with("tracks");
        }
    }

    private DisplayServer open(Reach reach) {
        DisplayServer server = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, KEY)
                        .at("127.0.0.1", 0)
                        .reaching(reach)
                        .knowing(folder.resolve("people.json"))
                        .showing(FakePicture.zones(), FakePicture.sites()),
                (operator, order) -> true,
                ShownAsideTest.node(),
                new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60)));
        server.start();
        open.add(server);
        return server;
    }

    @AfterEach
    void close() {
        open.forEach(DisplayServer::close);
    }

    @Test
    void everyRouteAndEveryActHasItsRow() throws Exception {
        TreeSet<String> wanted = new TreeSet<>();
        for (String file : List.of("Api.java", "DisplayServer.java")) {
            String source = Files.readString(SOURCES.resolve(file));
            ROUTE.matcher(source)
                    .results()
                    .forEach(route -> wanted.add(route.group(1).toUpperCase(Locale.ROOT) + " " + route.group(2)));
            SOCKET.matcher(source).results().forEach(socket -> wanted.add("WS " + socket.group(1)));
        }
        wanted.remove("POST /api/v1/orders");
        ACT.matcher(Files.readString(SOURCES.resolve("OrderText.java")))
                .results()
                .forEach(act -> wanted.add("POST /api/v1/orders " + act.group(1)));
        wanted.add("GET /"); // the pages, which have no name of their own

        assertEquals(wanted, new TreeSet<>(table().stream().map(Row::route).toList()));
    }

    @Test
    void theServerAnswersAsTheTableSays() throws Exception {
        Wire wire = new Wire(open.getFirst().port());
        Wire afar = new Wire(open.getLast().port(), trusting());
        Map<String, String> tokens = tokens(wire);
        // Who logs out is out: that comes last.
        List<Row> rows = table().stream()
                .sorted(Comparator.comparing(row -> row.method().equals("DELETE") ? 1 : 0))
                .toList();
        List<String> differ = new ArrayList<>();
        for (Row row : rows) {
            int column = 0;
            for (Map.Entry<String, String> who : tokens.entrySet()) {
                String said = ask(who.getKey().equals("afar") ? afar : wire, row.route(), who.getValue());
                if (!said.equals(row.answers().get(column++))) {
                    differ.add(row.route() + " answers " + who.getKey() + " " + said);
                }
            }
        }

        assertEquals(List.of(), differ);
    }

    private SocketFactory trusting() {
        return new TlsKeys(folder.resolve("display.p12"), folder.resolve("trust.p12"), folder.resolve("password"))
                .context("test")
                .getSocketFactory();
    }

    private static Map<String, String> tokens(Wire wire) throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>(Map.of("nobody", ""));
        tokens.put("afar", "");
        tokens.put("key", KEY);
        for (Operator.Role role : Operator.Role.values()) {
            String body = "{\"account\":\"the " + role + "\",\"password\":\"" + PASSWORD + "\"}";
            tokens.put(
                    role.name(),
                    wire.post("/api/v1/session", body).json().text("session").orElseThrow());
        }
        return tokens;
    }

    private String ask(Wire wire, String route, String token) throws Exception {
        String[] parts = route.split(" ");
        if (parts[0].equals("WS")) {
            return wire.isTls() ? wire.live(token, "sensors").replace("close ", "") : watch(token);
        }
        if (parts[1].equals("/api/v1/events") && !wire.isTls()) {
            return follow(token);
        }
        if (parts[1].equals("/health")) {
            beat();
        }
        String path = parts[1].replace("{id}", "1");
        String act = parts.length > 2 ? "{\"act\":\"" + parts[2] + "\"," + ACTS.get(parts[2]) + "}" : "{}";
        String sent = path.equals("/api/v1/flights") ? FLIGHT : act;
        String[] headers = Stream.of("Authorization: Bearer " + token, "Content-Type: application/json")
                .toArray(String[]::new);
        Wire.Answer answer = wire.ask(parts[0], path, parts[0].equals("POST") ? sent : "", headers);
        return answer.status() + (answer.status() == 200 ? more(path, answer.body()) : "");
    }

    // Health is good for three seconds only; a loaded machine takes longer for the table.
    private void beat() throws InterruptedException {
        List<Emission> second = fake.second(0);
        open.forEach(server -> second.forEach(server::send));
        Thread.sleep(300);
    }

    // What of these is for operators only, and whether it was told.
    private static String more(String path, String body) {
        return switch (path) {
            case "/api/v1/sensors" -> body.contains("\"place\"") ? " all" : " part";
            case "/api/v1/channels" -> body.contains("\"fault\"") ? " all" : " part";
            case "/api/v1/releases" -> body.contains("\"shown\"") ? " all" : " part";
            default -> "";
        };
    }

    private String watch(String token) throws InterruptedException {
        try (Watcher watcher = new Watcher(open.getFirst().port(), token)) {
            Json sensors = watcher.with("sensors");
            boolean all = sensors.items("sensors").stream()
                    .anyMatch(sensor -> sensor.member("place").isPresent());
            return all ? "101 all" : "101 part";
        }
    }

    private String follow(String token) throws Exception {
        try (EventReader reader = new EventReader(open.getFirst().address(), "Authorization", "Bearer " + token)) {
            boolean all = reader.with("sensors").items("sensors").stream()
                    .anyMatch(sensor -> sensor.member("place").isPresent());
            return all ? "200 all" : "200 part";
        }
    }
}
