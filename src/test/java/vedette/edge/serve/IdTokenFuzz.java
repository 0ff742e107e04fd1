package vedette.edge.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as an ID token, or as a provider's keys: refused, never more.
public final class IdTokenFuzz {
    private static final Signer SIGNER = Signer.p256("e");
    private static final IdToken.Wanted WANTED = new IdToken.Wanted("i", "c", "n", 1_000);

    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private IdTokenFuzz() {}

    /// A token, and keys.
    public static List<byte[]> seeds() {
        String claims = "{\"iss\":\"i\",\"sub\":\"s\",\"aud\":[\"c\"],\"nonce\":\"n\",\"iat\":1000,\"exp\":1300}";
        return List.of(
                SIGNER.token(claims).getBytes(StandardCharsets.US_ASCII),
                SIGNER.set().getBytes(StandardCharsets.US_ASCII),
                Signer.rsa("r").set().getBytes(StandardCharsets.US_ASCII));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // A key that nobody but the test knows signs nothing that the fuzzer makes.
        Jwks keys = Jwks.read(text);
        if (IdToken.read(text, keys, WANTED) instanceof IdToken.Refused(String why) && why.isBlank()) {
            throw new AssertionError("refused without a reason");
        }
        if (IdToken.read(text, Jwks.none(), WANTED) instanceof IdToken.Held) {
            throw new AssertionError("held without a key");
        }
    }
}
