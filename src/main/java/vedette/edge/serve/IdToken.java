package vedette.edge.serve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// An ID token of an OpenID provider (OpenID Connect Core 1.0 §2; JSON Web Signature, RFC 7515 §3.1), taken
/// apart and checked.
///
/// It comes from outside: reading it never throws, and nothing of it counts before its signature was checked.
final class IdToken {
    /// Characters; real ones have some thousand.
    static final int LONGEST = 32_768;

    /// How far the provider's clock may be off, seconds.
    static final long SKEW_S = 60;

    /// An ID token is made at the moment of signing on; an older one was kept by somebody, seconds.
    static final long OLDEST_S = 600;

    private static final int MOST_AUDIENCES = 16;
    private static final int LONGEST_SUBJECT = 255;

    private IdToken() {}

    /// What became of it.
    sealed interface Read {}

    /// It holds.
    ///
    /// @param subject who, at this issuer and for ever (§5.7: nothing else is)
    /// @param claims all that it says
    record Held(String subject, Json claims) implements Read {}

    /// It does not.
    record Refused(String why) implements Read {}

    /// What it must say.
    ///
    /// @param issuer exactly
    /// @param client us
    /// @param nonce of this one signing on
    /// @param nowS seconds of UTC since 1970
    record Wanted(String issuer, String client, String nonce, long nowS) {}

    private record Parts(Json header, Json claims, byte[] signed, byte[] signature) {}

    /// Reads a token in its compact form and checks it as §3.1.3.7 asks.
    static Read read(String token, Jwks keys, Wanted wanted) {
        Optional<Parts> parts = parts(token);
        if (parts.isEmpty()) {
            return new Refused("no token of three parts that hold JSON");
        }
        Json header = parts.get().header;
        if (header.member("crit").isPresent()) {
            return new Refused("it asks for what is not understood (crit)");
        }
        String algorithm = header.text("alg").orElse("");
        if (!keys.holds(new Jwks.Signed(algorithm, header.text("kid"), parts.get().signed, parts.get().signature))) {
            return new Refused("no key of the provider made this signature");
        }
        Optional<String> wrong = wrong(parts.get().claims, wanted);
        return wrong.isPresent()
                ? new Refused(wrong.get())
                : new Held(parts.get().claims.text("sub").orElse(""), parts.get().claims);
    }

    private static Optional<Parts> parts(String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<byte[]> signature = bytes(parts[2]);
        Optional<Json> header = json(parts[0]);
        Optional<Json> claims = json(parts[1]);
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return header.isEmpty() || claims.isEmpty() || signature.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parts(header.get(), claims.get(), signed, signature.get()));
    }

    /// Bytes as tokens write them (RFC 7515 §2: base64url without padding).
    static Optional<byte[]> bytes(String text) {
        try {
            return text.indexOf('=') >= 0
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Json> json(String part) {
        return bytes(part).flatMap(bytes -> switch (JsonText.read(new String(bytes, StandardCharsets.UTF_8))) {
            case JsonText.Read(Json.Members members) -> Optional.of((Json) members);
            case JsonText.Read _, JsonText.NotJson _ -> Optional.empty();
        });
    }

    private static Optional<String> wrong(Json claims, Wanted wanted) {
        String subject = claims.text("sub").orElse("");
        if (!claims.text("iss").orElse("").equals(wanted.issuer)) {
            return Optional.of("another issuer");
        } else if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return Optional.of("no subject");
        } else if (!isFor(claims, wanted.client)) {
            return Optional.of("made for somebody else");
        } else if (!claims.text("nonce").orElse("").equals(wanted.nonce)) {
            return Optional.of("not made for this signing on");
        }
        return wrongTime(claims, wanted.nowS);
    }

    // With several audiences, or an authorised party at all, that party must be us (§3.1.3.7, 3 to 5).
    private static boolean isFor(Json claims, String client) {
        List<Json> many = claims.items("aud");
        Optional<String> party = claims.text("azp");
        boolean named = claims.text("aud").filter(client::equals).isPresent()
                || many.stream().limit(MOST_AUDIENCES).anyMatch(new Json.Text(client)::equals);
        return named && party.map(client::equals).orElse(many.size() <= 1);
    }

    private static Optional<String> wrongTime(Json claims, long nowS) {
        long untilS = claims.whole("exp").orElse(0);
        long madeS = claims.whole("iat").orElse(Long.MIN_VALUE);
        long fromS = claims.whole("nbf").orElse(0);
        if (untilS <= nowS - SKEW_S) {
            return Optional.of("it is over");
        } else if (madeS < nowS - OLDEST_S || madeS > nowS + SKEW_S || fromS > nowS + SKEW_S) {
            return Optional.of("it was not made just now");
        }
        return Optional.empty();
    }

    /// The texts of a claim: one, or several in a list.
    ///
    /// @param path names from the outside in, as `realm_access.roles`
    static List<String> texts(Json claims, String path) {
        String[] names = path.split("\\.");
        Optional<String> one = claims.text(names);
        return one.isPresent()
                ? List.of(one.get())
                : Arrays.stream(claims.items(names).toArray(Json[]::new))
                        .flatMap(item -> item instanceof Json.Text(String text)
                                ? java.util.stream.Stream.of(text)
                                : java.util.stream.Stream.empty())
                        .toList();
    }
}
