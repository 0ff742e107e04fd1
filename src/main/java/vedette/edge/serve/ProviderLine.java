package vedette.edge.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// What is asked of an OpenID provider itself: where its pages are (OpenID Connect Discovery 1.0 §4), its
/// keys, and who a code stands for. Answers are bounded, redirections are not followed.
final class ProviderLine {
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A key that we do not know is asked for, but not more often: strangers must not make us ask all day.
    private static final long LEAST_BETWEEN_NS = TimeUnit.SECONDS.toNanos(30);

    /// Keys that are taken out of use are forgotten.
    private static final long KEYS_HOLD_NS = TimeUnit.HOURS.toNanos(1);

    private final Provider provider;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable Places places;
    private Jwks keys = Jwks.none();
    private long keysAtNs;

    ProviderLine(Provider provider) {
        this.provider = provider;
    }

    /// Where it answers.
    record Places(String authorisation, String token, String keys) {}

    /// Where it answers; asked once.
    synchronized Places places() throws IOException {
        Places known = places;
        if (known == null) {
            String base = provider.issuer().toString().replaceAll("/+$", "");
            Json told = json(get(URI.create(base + "/.well-known/openid-configuration")));
            if (!told.text("issuer").orElse("").equals(provider.issuer().toString())) {
                throw new IOException("it calls itself '" + told.text("issuer").orElse("") + "'");
            }
            known = new Places(
                    place(told, "authorization_endpoint"), place(told, "token_endpoint"), place(told, "jwks_uri"));
            places = known;
        }
        return known;
    }

    private static String place(Json told, String name) throws IOException {
        try {
            String place = told.text(name).orElseThrow(() -> new IOException("it has no " + name));
            if (Provider.isSafe(new URI(place))) {
                return place;
            }
            throw new IOException(name + " is neither https nor this machine");
        } catch (java.net.URISyntaxException noAddress) {
            throw new IOException(name + " is no address", noAddress);
        }
    }

    /// Its keys, asked for again when they are old or do not know who signed a token.
    synchronized Jwks keysFor(String token) throws IOException {
        long now = System.nanoTime();
        boolean old = keys.size() == 0 || now - keysAtNs > KEYS_HOLD_NS;
        if (old || (!keys.has(keyOf(token)) && now - keysAtNs > LEAST_BETWEEN_NS)) {
            keys = Jwks.read(get(URI.create(places().keys())));
            keysAtNs = now;
        }
        return keys;
    }

    private static java.util.Optional<String> keyOf(String token) {
        int dot = Math.max(0, token.indexOf('.'));
        return IdToken.bytes(token.substring(0, dot))
                .map(bytes -> JsonText.read(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(read ->
                        read instanceof JsonText.Read(Json header) ? header.text("kid") : java.util.Optional.empty());
    }

    /// Trades a code for an ID token.
    ///
    /// @param form what goes into the request's body
    String idToken(String form) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(places().token()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (provider.secret().isPresent()) {
            request.header("Authorization", "Basic " + credentials());
        }
        return json(answer(request.build()))
                .text("id_token")
                .orElseThrow(() -> new IOException("it gives no ID token for the code"));
    }

    // Read each time: a secret that is changed needs no restart, and none stays in memory.
    private String credentials() throws IOException {
        String secret = Files.readString(provider.secret().orElseThrow())
                .lines()
                .findFirst()
                .orElse("");
        String pair = URLEncoder.encode(provider.client(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private String get(URI place) throws IOException {
        return answer(HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build());
    }

    private String answer(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] bytes = in.readNBytes(LONGEST_ANSWER);
                if (answer.statusCode() != 200 || bytes.length == LONGEST_ANSWER) {
                    throw new IOException(request.uri().getPath() + " answers " + answer.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private static Json json(String text) throws IOException {
        if (JsonText.read(text) instanceof JsonText.Read(Json json)) {
            return json;
        }
        throw new IOException("it answers something else than JSON");
    }
}
