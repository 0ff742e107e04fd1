package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Operator;

/// Signing on at somebody else's OpenID provider, which runs as a process of its own (no.nav.security's
/// mock-oauth2-server). Skipped where it is not on the class path; `-Dvedette.oidc.classpath=…` says where
/// else it is.
class RealProviderTest {
    private static final String MAIN = "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt";
    private static final int START_S = 60;

    private static Optional<Process> running = Optional.empty();
    private static URI issuer = URI.create("http://127.0.0.1/");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        String classPath = System.getProperty("vedette.oidc.classpath", System.getProperty("java.class.path"));
        Assumptions.assumeTrue(classPath.contains("mock-oauth2-server"), "no provider on the class path");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", classPath, MAIN);
        builder.environment().put("SERVER_HOSTNAME", "127.0.0.1");
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("JSON_CONFIG", "{\"interactiveLogin\":true}");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        running = Optional.of(builder.start());
        issuer = URI.create("http://127.0.0.1:" + port + "/realm");
        awaitAnswer();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
        while (true) {
            try {
                new ProviderLine(settings()).places();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("the provider does not start", notYet);
                }
                Thread.sleep(200);
            }
        }
    }

    @AfterAll
    static void stop() {
        running.ifPresent(Process::destroyForcibly);
    }

    private static Provider settings() {
        return new Provider(
                issuer,
                "vedette",
                Optional.empty(),
                URI.create("https://ops.example/"),
                "groups",
                Map.of("signers", Operator.Role.RELEASER),
                "preferred_username");
    }

    private DisplayServer serve() {
        DisplayServer server = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, "a-generated-operator-key")
                        .at("127.0.0.1", 0)
                        .reaching(Reach.here().signingOnAt(settings()))
                        .knowing(folder.resolve("people.json")),
                (operator, order) -> true,
                NodeView.PLAIN);
        server.start();
        return server;
    }

    // The provider's own login page, filled in; where it sends the browser afterwards.
    private static Map<String, String> logIn(String location, String subject, String claims) throws Exception {
        String form = "username=" + subject + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(location))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(302, answer.statusCode(), answer.body());
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertEquals("ops.example", back.getHost());
        return FakeProvider.members(back.getRawQuery());
    }

    private static Wire.Answer signOn(Wire wire, String subject, String claims) throws Exception {
        Json begun = wire.post("/api/v1/sign-on", "{}").json();
        Map<String, String> back = logIn(begun.text("location").orElseThrow(), subject, claims);

        assertEquals(begun.text("state"), Optional.ofNullable(back.get("state")));
        return wire.post(
                "/api/v1/session", "{\"code\":\"" + back.get("code") + "\",\"state\":\"" + back.get("state") + "\"}");
    }

    @Test
    void whoTheProviderKnowsComesInAsTheSettingsSay() throws Exception {
        try (DisplayServer server = serve()) {
            Wire wire = new Wire(server.port());
            Wire.Answer anna =
                    signOn(wire, "s-1", "{\"preferred_username\":\"Anna\",\"groups\":[\"signers\",\"admin\"]}");
            Wire.Answer again = signOn(wire, "s-1", "{\"preferred_username\":\"Berta\",\"groups\":[\"signers\"]}");
            Wire.Answer nobody = signOn(wire, "s-2", "{\"preferred_username\":\"Carl\",\"groups\":[\"admin\"]}");

            assertEquals(200, anna.status(), anna.body());
            assertEquals(Optional.of("Anna"), anna.json().text("operator"));
            assertEquals(Optional.of("RELEASER"), anna.json().text("role"));
            assertEquals(Optional.of("Anna"), again.json().text("operator"), "the same person");
            assertEquals(403, nobody.status());
        }
    }

    @Test
    void aCodeIsGoodForItsOwnSigningOnOnly() throws Exception {
        try (DisplayServer server = serve()) {
            Wire wire = new Wire(server.port());
            Json mine = wire.post("/api/v1/sign-on", "{}").json();
            Json theirs = wire.post("/api/v1/sign-on", "{}").json();
            String code = logIn(theirs.text("location").orElseThrow(), "s-1", "{\"groups\":[\"signers\"]}")
                    .getOrDefault("code", "");
            Wire.Answer answer = wire.post(
                    "/api/v1/session",
                    "{\"code\":\"" + code + "\",\"state\":\""
                            + mine.text("state").orElseThrow() + "\"}");

            assertEquals(401, answer.status());
            assertTrue(!code.isEmpty());
        }
    }
}
