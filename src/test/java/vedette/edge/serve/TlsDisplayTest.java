package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.edge.TlsKeys;
import vedette.edge.share.Pki;
import vedette.model.Domain;
import vedette.model.Operator;

/// The display for other machines: with TLS, and for people who say who they are.
class TlsDisplayTest {
    private static final String KEY = "a-generated-operator-key";
    private static final String PASSWORD = "a password of hers";
    private static final String ACKNOWLEDGE = "{\"act\":\"acknowledge\",\"warning\":\"w-1\",\"revision\":1}";
    private static final String APPROVE = "{\"act\":\"approve\",\"warning\":\"w-1\",\"revision\":2,\"shown\":\"a\"}";

    @TempDir
    private Path folder = Path.of("");

    private final List<Operator> operators = new CopyOnWriteArrayList<>();
    private final List<DisplayServer> open = new ArrayList<>();

    @BeforeEach
    void makeKeys() throws Exception {
        Pki.files(folder, List.of("display", "tower", "guest"));
    }

    @AfterEach
    void closeAll() {
        open.forEach(DisplayServer::close);
    }

    private TlsKeys keys(String whose) {
        return new TlsKeys(folder.resolve(whose + ".p12"), folder.resolve("trust.p12"), folder.resolve("password"));
    }

    private People people() {
        return new People(folder.resolve("people.json"));
    }

    private int serve(Reach reach) {
        DisplayServer server = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, KEY)
                        .at("127.0.0.1", 0)
                        .reaching(reach)
                        .knowing(folder.resolve("people.json")),
                (operator, order) -> operators.add(operator),
                NodeView.PLAIN,
                new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(5)));
        server.start();
        open.add(server);
        return server.port();
    }

    private Wire wire(int port, String whose) {
        return new Wire(port, keys(whose).context("test").getSocketFactory());
    }

    private Wire served() {
        return wire(
                serve(Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of())),
                "guest");
    }

    private static String logIn(Wire wire) throws IOException {
        String body = "{\"account\":\"Anna\",\"password\":\"" + PASSWORD + "\"}";
        return wire.post("/api/v1/session", body).json().text("session").orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, true",
        "::1, false, true",
        "0.0.0.0, false, false",
        "::, false, false",
        "192.0.2.1, false, false",
        "0.0.0.0, true, true",
        "192.0.2.1, true, true",
        "2001:db8::1, true, true"
    })
    void beyondThisMachineNothingListensWithoutTls(String host, boolean tls, boolean may) throws Exception {
        assertEquals(may, Listening.mayListen(InetAddress.getByName(host), tls));
    }

    @Test
    void itListensAtEveryAddressWithTls() throws Exception {
        DisplaySettings everywhere = DisplaySettings.of(Domain.TEST, KEY)
                .at("0.0.0.0", 0)
                .reaching(
                        Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of()));

        assertEquals("0.0.0.0", new Listening(everywhere).address().getHostAddress());
    }

    @Test
    void keysThatCannotBeUsedAreOneClearLine() throws Exception {
        Files.writeString(folder.resolve("password"), "wrong\n");

        CannotServe fault = assertThrows(CannotServe.class, this::served);
        assertTrue(fault.getMessage().contains("display.tls"), fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/tracks", "/api/v1/warnings", "/api/v1/sensors", "/metrics", "/api/v1/no-such", "/x"})
    void strangersSeeNothing(String path) throws Exception {
        Wire.Answer answer = served().get(path, "Authorization: Bearer " + KEY);

        assertEquals(401, answer.status());
        assertTrue(answer.head().contains("WWW-Authenticate: Bearer"));
    }

    @Test
    void strangersGetThePageAndWhetherTheNodeIsUpAndNoMore() throws Exception {
        Wire wire = served();

        assertEquals(200, wire.get("/").status());
        assertEquals("{\"status\":\"DOWN\"}", wire.get("/health").body());
        assertEquals(
                Optional.of("BY_ACCOUNT"), wire.get("/api/v1/session").json().text("access"));
        assertEquals("close 1008", wire.live("", "tracks"));
        assertEquals("close 1008", wire.live(KEY, "tracks"));
    }

    @Test
    void whoLogsInSeesThePicture() throws Exception {
        Wire wire = served();
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        String session = logIn(wire);

        assertEquals(
                200,
                wire.get("/api/v1/tracks", "Authorization: Bearer " + session).status());
        assertTrue(
                wire.get("/health", "Authorization: Bearer " + session).body().contains("recording"));
        assertTrue(wire.live(session, "hello").contains("Anna"));
    }

    @Test
    void theOperatorKeyOpensNothing() throws Exception {
        Wire wire = served();

        assertEquals(
                401,
                wire.post("/api/v1/session", "{\"secret\":\"" + KEY + "\"}").status());
        assertEquals(
                401,
                wire.post("/api/v1/orders", ACKNOWLEDGE, "Authorization: Bearer " + KEY)
                        .status());
        assertTrue(operators.isEmpty());
    }

    @Test
    void theFirstAdministratorIsMadeAtTheNodesOwnMachine() {
        served();
        String before = open.getFirst().entrance();
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.ADMIN, PASSWORD);

        assertEquals("nobody can log in yet: ./vedette people add NAME --role admin", before);
        assertEquals("log in with an account", open.getFirst().entrance());
    }

    @Test
    void browsersComeByTlsForEver() throws Exception {
        Wire.Answer page = served().get("/");

        assertTrue(page.head().contains("Strict-Transport-Security: max-age=31536000; includeSubDomains"), page.head());
        assertFalse(page.head().contains("Set-Cookie"));
    }

    @Test
    void otherSitesAndForeignNamesAreRefusedWithTlsToo() throws Exception {
        int port = serve(Reach.with(
                TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of("Ops.Example")));
        Wire wire = wire(port, "guest");

        assertEquals(
                200,
                wire.get("/", "Host: ops.example:" + port, "Origin: https://ops.example:" + port)
                        .status());
        assertEquals(
                403,
                wire.get("/", "Host: ops.example:" + port, "Origin: http://ops.example:" + port)
                        .status());
        assertEquals(403, wire.get("/", "Host: evil.example:" + port).status());
    }

    @Test
    void withoutTlsNobodyIsAnswered() {
        int port = serve(Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of()));

        assertThrows(IOException.class, () -> new Wire(port).get("/"));
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, true", "TLSv1.2, true", "TLSv1.1, false", "TLSv1, false"})
    void onlyTlsThatIsUnbrokenIsSpoken(String protocol, boolean spoken) throws Exception {
        int port = serve(Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of()));
        SSLContext context = keys("guest").context("test");
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            if (spoken) {
                socket.startHandshake();
                assertTrue(Listening.isStrong(socket.getSession().getCipherSuite()));
            } else {
                assertThrows(SSLException.class, socket::startHandshake);
            }
        }
    }

    @Test
    void whoAsksTooFastIsToldWhenToComeAgainAndDelaysNobodyElse() throws Exception {
        Reach slow = Reach.with(TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password")), List.of())
                .within(new Reach.Limits(10, 10, 1));
        Wire wire = wire(serve(slow), "guest");
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        String anna = "Authorization: Bearer " + logIn(wire);
        Wire.Answer last = wire.get("/health");
        for (int i = 0; i < 40 && last.status() != 429; i++) {
            last = wire.get("/api/v1/session");
        }

        assertEquals(429, last.status());
        assertTrue(last.head().matches("(?s).*Retry-After: \\d+\r\n.*"), last.head());
        assertEquals("close 1013", wire.live("", "hello"));
        assertEquals(200, wire.get("/api/v1/tracks", anna).status(), "a person of her own");
        assertTrue(wire.get("/metrics", anna).body().contains("requests_refused_total{reason=\"pace\"}"));
    }

    private Wire certified(String whose, Operator.Role role) {
        Reach.Certified tower = new Reach.Certified(new X500Principal("CN=tower, O=Test"), "Anna", role);
        return wire(serve(Reach.with(keys("display"), List.of()).knowing(List.of(tower))), whose);
    }

    @Test
    void aProgramComesInByItsCertificate() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.RELEASER, PASSWORD);
        Wire wire = certified("tower", Operator.Role.OPERATOR);

        assertEquals(200, wire.get("/api/v1/tracks").status());
        assertTrue(wire.live("", "hello").contains("Anna"));
        assertEquals(202, wire.post("/api/v1/orders", ACKNOWLEDGE).status());
        assertEquals(403, wire.post("/api/v1/orders", APPROVE).status(), "no program signs a release");
        assertEquals(List.of(new Operator("Anna", Operator.Role.OPERATOR)), operators);
    }

    @Test
    void aCertificateChangesNoPassword() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.RELEASER, PASSWORD);
        String body = "{\"current\":\"" + PASSWORD + "\",\"password\":\"quite another one\"}";
        Wire.Answer refused = certified("tower", Operator.Role.OPERATOR).post("/api/v1/password", body);

        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("a certificate changes no password"), refused.body());
    }

    @Test
    void aCertificateThatIsNotInTheSettingsOpensNothing() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.RELEASER, PASSWORD);

        assertEquals(
                401,
                certified("guest", Operator.Role.VIEWER).get("/api/v1/tracks").status());
    }

    @Test
    void aCertificateGivesNoMoreThanItsAccountHas() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        Wire wire = certified("tower", Operator.Role.OPERATOR);

        assertEquals(401, wire.post("/api/v1/orders", ACKNOWLEDGE).status());
    }

    @Test
    void aCertificateEndsWithItsAccount() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        Wire wire = certified("tower", Operator.Role.VIEWER);
        int before = wire.get("/api/v1/tracks").status();
        people().remove("Anna");

        assertEquals(200, before);
        assertEquals(401, wire.get("/api/v1/tracks").status());
    }

    @Test
    void aCertificateThatNobodyVouchesForOpensNothing() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Pki.files(elsewhere, List.of("other", "display"));
        Wire ours = certified("tower", Operator.Role.VIEWER);
        int port = open.getFirst().port();
        TlsKeys other = new TlsKeys(
                elsewhere.resolve("other.p12"), elsewhere.resolve("trust.p12"), elsewhere.resolve("password"));

        assertEquals(200, ours.get("/api/v1/tracks").status());
        assertEquals(
                401,
                new Wire(port, other.context("test").getSocketFactory())
                        .get("/api/v1/tracks")
                        .status());
    }
}
