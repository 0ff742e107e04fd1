package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Operator;

/// People sign on at their provider, and are here what the settings say, under one name for ever.
class SignOnTest {
    private static final String APPROVE = "{\"act\":\"approve\",\"warning\":\"w-1\",\"revision\":2,\"shown\":\"a\"}";
    private static final String PASSWORD = "a password of hers";

    @TempDir
    private Path folder = Path.of("");

    private final List<Operator> operators = new CopyOnWriteArrayList<>();
    private final List<DisplayServer> open = new ArrayList<>();
    private FakeProvider provider = provider();

    private static FakeProvider provider() {
        try {
            return new FakeProvider();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    @BeforeEach
    void serve() {
        serve(Optional.empty());
    }

    private Wire serve(Optional<Path> secret) {
        DisplayServer server = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, "a-generated-operator-key")
                        .at("127.0.0.1", 0)
                        .reaching(Reach.here().signingOnAt(settings(secret)))
                        .knowing(folder.resolve("people.json")),
                (operator, order) -> operators.add(operator),
                NodeView.PLAIN,
                new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(5)));
        server.start();
        open.add(server);
        return new Wire(server.port());
    }

    private Provider settings(Optional<Path> secret) {
        return new Provider(
                provider.issuer(),
                "vedette",
                secret,
                URI.create("https://ops.example/"),
                "groups",
                Map.of("duty", Operator.Role.OPERATOR, "signers", Operator.Role.RELEASER),
                "preferred_username");
    }

    @AfterEach
    void close() {
        open.forEach(DisplayServer::close);
        provider.close();
    }

    private Wire wire() {
        return new Wire(open.getLast().port());
    }

    private People people() {
        return new People(folder.resolve("people.json"));
    }

    private static String claims(String name, String... groups) {
        return "\"preferred_username\":\"" + name + "\",\"groups\":[\"" + String.join("\",\"", groups) + "\"]";
    }

    private Wire.Answer signOn(String subject, String more) throws IOException {
        Json begun = wire().post("/api/v1/sign-on", "{}").json();
        String code = provider.signOn(begun.text("location").orElseThrow(), subject, more);
        return end(code, begun.text("state").orElseThrow());
    }

    private Wire.Answer end(String code, String state) throws IOException {
        return wire().post("/api/v1/session", "{\"code\":\"" + code + "\",\"state\":\"" + state + "\"}");
    }

    private static String bearer(Wire.Answer entered) {
        return "Authorization: Bearer " + entered.json().text("session").orElse("none");
    }

    @Test
    void whoSignsOnIsWhatTheSettingsSay() throws Exception {
        Wire.Answer anna = signOn("s-1", claims("Anna", "staff", "signers", "duty"));

        assertEquals(200, anna.status(), anna.body());
        assertEquals(Optional.of("Anna"), anna.json().text("operator"));
        assertEquals(Optional.of("RELEASER"), anna.json().text("role"));
        assertEquals(202, wire().post("/api/v1/orders", APPROVE, bearer(anna)).status());
        assertEquals(List.of(new Operator("Anna", Operator.Role.RELEASER)), operators);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"groups\":[]",
                "\"groups\":[\"admin\",\"ADMIN\",\"SIGNERS\"]",
                "\"roles\":[\"signers\"]",
                "\"x\":1",
                "\"groups\":{\"signers\":1}"
            })
    void nobodyGetsMoreThanTheSettingsGive(String more) throws Exception {
        assertEquals(403, signOn("s-1", more).status());
        assertTrue(people().all().isEmpty());
    }

    @Test
    void theQuestionCarriesCodeStateNonceAndChallenge() throws Exception {
        Json begun = wire().post("/api/v1/sign-on", "{}").json();
        URI location = URI.create(begun.text("location").orElseThrow());
        Map<String, String> asked = FakeProvider.members(location.getRawQuery());

        assertEquals("code", asked.get("response_type"));
        assertEquals(begun.text("state"), Optional.ofNullable(asked.get("state")));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals("https://ops.example/", asked.get("redirect_uri"));
        assertTrue(
                asked.get("nonce").length() >= 43 && asked.get("code_challenge").length() == 43);
        assertFalse(asked.get("nonce").equals(asked.get("state")));
    }

    @Test
    void theProviderIsAskedAnewWhoTheyAreAfterHalfAnHourOrWhenThePageSaysSo() throws Exception {
        String usual =
                wire().post("/api/v1/sign-on", "{}").json().text("location").orElseThrow();
        String afresh = wire().post("/api/v1/sign-on?afresh=true", "{}")
                .json()
                .text("location")
                .orElseThrow();

        assertTrue(usual.contains("max_age=1800") && !usual.contains("prompt"), usual);
        assertTrue(afresh.contains("max_age=1800") && afresh.endsWith("&prompt=login"), afresh);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_800, 1_861, 100_000})
    void whoProvedThemselvesTooLongAgoDoesNotComeIn(long agoS) throws Exception {
        provider.provedAgoS = agoS;

        assertEquals(
                agoS <= 1_860 ? 200 : 401, signOn("s-1", claims("Anna", "duty")).status());
    }

    @Test
    void whoSignsOnChangesTheirPasswordAtTheProvider() throws Exception {
        Wire.Answer anna = signOn("s-1", claims("Anna", "signers"));
        String body = "{\"current\":\"" + PASSWORD + "\",\"password\":\"quite another one\"}";
        Wire.Answer refused = wire().post("/api/v1/password", body, bearer(anna));

        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("at a provider"), refused.body());
    }

    @Test
    void theChallengeIsAsTheStandardsExample() {
        // RFC 7636, appendix B.
        assertEquals(
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                SignOn.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    }

    @Test
    void aStateServesOnceAndOnlyItsOwnCode() throws Exception {
        Json begun = wire().post("/api/v1/sign-on", "{}").json();
        String state = begun.text("state").orElseThrow();
        String location = begun.text("location").orElseThrow();
        Wire.Answer first = end(provider.signOn(location, "s-1", claims("Anna", "duty")), state);
        Wire.Answer again = end(provider.signOn(location, "s-1", claims("Anna", "duty")), state);

        assertEquals(200, first.status());
        assertEquals(401, again.status());
        assertEquals(401, end("code-9", "made-up").status());
    }

    @Test
    void aCodeOfAnotherSigningOnIsRefused() throws Exception {
        Json mine = wire().post("/api/v1/sign-on", "{}").json();
        Json theirs = wire().post("/api/v1/sign-on", "{}").json();
        String code = provider.signOn(theirs.text("location").orElseThrow(), "s-2", claims("Berta", "duty"));

        assertEquals(401, end(code, mine.text("state").orElseThrow()).status());
    }

    @Test
    void aKeyThatTheProviderNeverPublishedSignsNobodyOn() throws Exception {
        signOn("s-1", claims("Anna", "duty"));
        Signer right = provider.signer;
        Json begun = wire().post("/api/v1/sign-on", "{}").json();
        String code = provider.signOn(begun.text("location").orElseThrow(), "s-1", claims("Anna", "duty"));
        provider.signer = Signer.rsa(right.id());

        assertEquals(401, end(code, begun.text("state").orElseThrow()).status());
    }

    @Test
    void theSecretGoesInAHeaderAndIsReadFromItsFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret and more\n");
        serve(Optional.of(secret));
        signOn("s-1", claims("Anna", "duty"));
        String asked = provider.asked.stream()
                .filter(each -> each.startsWith("/realm/token"))
                .findFirst()
                .orElseThrow();

        assertFalse(asked.contains("s3cret"));
        assertTrue(asked.contains("Basic dmVkZXR0ZTpzM2NyZXQrYW5kK21vcmU="), asked);
    }

    @Test
    void oneSubjectIsOnePersonWhateverItIsCalled() throws Exception {
        Wire.Answer first = signOn("s-1", claims("Anna", "signers"));
        Wire.Answer second = signOn("s-1", claims("Berta", "signers"));
        wire().post("/api/v1/orders", APPROVE, bearer(first));
        wire().post("/api/v1/orders", APPROVE, bearer(second));

        // The engine counts names: both signatures bear one.
        assertEquals(
                List.of("Anna", "Anna"), operators.stream().map(Operator::name).toList());
        assertEquals(1, people().all().size());
    }

    @Test
    void oneNameOfTwoSubjectsIsTwoPersons() throws Exception {
        String first =
                signOn("s-1", claims("Anna", "duty")).json().text("operator").orElseThrow();
        String second =
                signOn("s-2", claims("anna", "duty")).json().text("operator").orElseThrow();

        assertEquals("Anna", first);
        assertTrue(second.matches("anna-\\w{12}"), second);
    }

    @Test
    void nobodySignsOnAsAnAccountThatIsThere() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.ADMIN, PASSWORD);
        String name =
                signOn("s-1", claims("Anna", "duty")).json().text("operator").orElseThrow();

        assertTrue(name.startsWith("Anna-"), name);
    }

    @Test
    void anAccountThatIsLinkedIsThatPerson() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.RELEASER, PASSWORD);
        people().link("Anna", new Account.Identity(provider.issuer().toString(), "s-1"));
        Wire.Answer here = wire().post("/api/v1/session", "{\"account\":\"Anna\",\"password\":\"" + PASSWORD + "\"}");
        Wire.Answer there = signOn("s-1", claims("anna.k", "signers"));
        wire().post("/api/v1/orders", APPROVE, bearer(here));
        wire().post("/api/v1/orders", APPROVE, bearer(there));

        assertEquals(
                List.of("Anna", "Anna"), operators.stream().map(Operator::name).toList());
    }

    @Test
    void aLinkedAccountGetsTheLesserRole() throws Exception {
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.VIEWER, PASSWORD);
        people().link("Anna", new Account.Identity(provider.issuer().toString(), "s-1"));

        assertEquals(
                Optional.of("VIEWER"),
                signOn("s-1", claims("Anna", "signers")).json().text("role"));
    }

    @Test
    void twoAccountsAreNeverOnePerson() {
        Account.Identity one = new Account.Identity(provider.issuer().toString(), "s-1");
        Acquaintances.join(folder.resolve("people.json"), "Anna", Operator.Role.RELEASER, PASSWORD);
        Acquaintances.join(folder.resolve("people.json"), "Berta", Operator.Role.RELEASER, PASSWORD);
        people().link("Anna", one);

        assertThrows(IllegalArgumentException.class, () -> people().link("Berta", one));
        assertThrows(
                IllegalArgumentException.class, () -> people().link("Anna", new Account.Identity(one.issuer(), "s-2")));
    }

    @Test
    void whoWasTakenAwayStaysAwayAlsoUnderAnotherName() throws Exception {
        Wire.Answer anna = signOn("s-1", claims("Anna", "signers"));
        people().remove("anna");

        assertEquals(401, wire().post("/api/v1/orders", APPROVE, bearer(anna)).status());
        assertEquals(403, signOn("s-1", claims("Berta", "signers")).status());
    }

    @Test
    void anotherRoleAtTheProviderEndsOlderSessions() throws Exception {
        Wire.Answer before = signOn("s-1", claims("Anna", "signers"));
        Wire.Answer after = signOn("s-1", claims("Anna", "duty"));

        assertEquals(401, wire().post("/api/v1/orders", APPROVE, bearer(before)).status());
        assertEquals(403, wire().post("/api/v1/orders", APPROVE, bearer(after)).status());
    }

    @Test
    void whoSignsOnHasNoPasswordHere() throws Exception {
        signOn("s-1", claims("Anna", "signers"));
        for (String guess : List.of("", Account.SIGNS_ON, PASSWORD)) {
            String body = "{\"account\":\"Anna\",\"password\":\"" + guess + "\"}";

            assertEquals(401, wire().post("/api/v1/session", body).status());
        }
        assertThrows(IllegalArgumentException.class, () -> people().change("Anna", PASSWORD.toCharArray()));
    }

    @Test
    void aProviderThatDoesNotAnswerIsOneLine() throws Exception {
        provider.close();
        Wire.Answer answer = wire().post("/api/v1/sign-on", "{}");

        assertEquals(502, answer.status());
        assertTrue(answer.json().text("error").orElse("").startsWith("the provider does not answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example/", "ftp://id.example/", "http://127.0.0.1.evil.example/", "http:///x", "x"})
    void nothingGoesInTheClear(String address) {
        assertFalse(Provider.isSafe(URI.create(address)));
    }
}
