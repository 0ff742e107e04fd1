package vedette.edge.serve;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vedette.format.text.Json;

/// Signing on at an OpenID provider: authorisation code (OpenID Connect Core 1.0 §3.1) with PKCE (RFC 7636),
/// state and nonce.
///
/// The page asks where to go and keeps the state to itself; when people come back, it hands in the code only
/// if the state is the one it keeps, so that nobody can be signed on as somebody else by a link.
final class SignOn {
    /// Those who are at the provider now; the oldest make room.
    static final int MOST_UNDER_WAY = 1_024;

    private static final long LIFE_NS = TimeUnit.MINUTES.toNanos(10);
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_CODE = 4_096;

    private final Provider provider;
    private final ProviderLine line;
    private final LongSupplier clock;
    private final long maxAgeS;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    /// @param clock nanoseconds since anything
    /// @param maxAgeS who proved themselves to the provider longer ago is asked anew, seconds
    SignOn(Provider provider, ProviderLine line, LongSupplier clock, long maxAgeS) {
        this.provider = provider;
        this.line = line;
        this.clock = clock;
        this.maxAgeS = maxAgeS;
    }

    private record Begun(String nonce, String verifier, long sinceNs) {}

    /// Where to go.
    ///
    /// @param location the provider's page
    /// @param state what it gives back
    record Begin(String location, String state) {}

    /// What became of it.
    sealed interface Outcome {}

    /// The provider knows them.
    record Known(String subject, Json claims) implements Outcome {}

    /// They are not in.
    record Unknown(String why) implements Outcome {}

    /// Begins.
    ///
    /// @param afresh whether the provider shall ask who they are also when it knows them
    /// @throws IOException when the provider cannot be asked where to go
    Begin begin(boolean afresh) throws IOException {
        String state = secret();
        Begun each = new Begun(secret(), secret(), clock.getAsLong());
        String location = line.places().authorisation()
                + (line.places().authorisation().contains("?") ? "&" : "?")
                + query(asked(state, each))
                + (afresh ? "&prompt=login" : "");
        keep(state, each);
        return new Begin(location, state);
    }

    private Map<String, String> asked(String state, Begun each) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.client());
        asked.put("redirect_uri", provider.redirect().toString());
        asked.put("scope", "openid profile");
        asked.put("state", state);
        asked.put("nonce", each.nonce);
        asked.put("max_age", Long.toString(maxAgeS));
        asked.put("code_challenge", challenge(each.verifier));
        asked.put("code_challenge_method", "S256");
        return asked;
    }

    private synchronized void keep(String state, Begun each) {
        begun.put(state, each);
        if (begun.size() > MOST_UNDER_WAY) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    private synchronized Optional<Begun> taken(String state) {
        return Optional.ofNullable(begun.remove(state)).filter(each -> clock.getAsLong() - each.sinceNs < LIFE_NS);
    }

    /// Ends: trades the code for who it is. A state serves once.
    ///
    /// @param nowS seconds of UTC since 1970
    Outcome end(String code, String state, long nowS) {
        Optional<Begun> mine = taken(state);
        if (mine.isEmpty() || code.isEmpty() || code.length() > LONGEST_CODE) {
            return new Unknown("this signing on was not begun here, or too long ago: begin again");
        }
        try {
            String token = line.idToken(form(code, mine.get().verifier));
            IdToken.Wanted wanted =
                    new IdToken.Wanted(provider.issuer().toString(), provider.client(), mine.get().nonce, nowS);
            return switch (IdToken.read(token, line.keysFor(token), wanted)) {
                case IdToken.Held(String subject, Json claims) ->
                    isStale(claims, nowS)
                            ? new Unknown("you proved to the provider too long ago who you are: sign on there anew")
                            : new Known(subject, claims);
                case IdToken.Refused(String why) -> new Unknown("the provider's token is refused: " + why);
            };
        } catch (IOException fault) {
            return new Unknown("the provider does not answer as it should: " + fault.getMessage());
        }
    }

    // Who was asked for `max_age` has to tell when (OpenID Connect Core 1.0 §3.1.2.1); not all do, and those are taken
    // at their word.
    private boolean isStale(Json claims, long nowS) {
        OptionalLong provedS = claims.whole("auth_time");
        return provedS.isPresent() && nowS - provedS.getAsLong() > maxAgeS + IdToken.SKEW_S;
    }

    private String form(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", provider.redirect().toString());
        form.put("client_id", provider.client());
        form.put("code_verifier", verifier);
        return query(form);
    }

    static String query(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// What the provider may know of the verifier before it gets it (RFC 7636 §4.2, S256).
    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Provider provider() {
        return provider;
    }
}
