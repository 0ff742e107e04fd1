package vedette.edge.serve;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// The public keys of an OpenID provider (JSON Web Key Set, RFC 7517; RFC 7518 §6), for signatures RS256 and
/// ES256.
///
/// Which algorithm a key serves follows from the key, never from the token alone: a token that says `none`,
/// or that takes a public key for a shared secret, is signed by nobody.
final class Jwks {
    private static final int MOST_KEYS = 64;
    private static final int LEAST_RSA_BITS = 2_048;
    private static final int MOST_RSA_BITS = 8_192;
    private static final int P256_BYTES = 32;

    private final List<Key> keys;

    private Jwks(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    private record Key(Optional<String> id, String algorithm, PublicKey key) {}

    /// What was signed.
    ///
    /// @param algorithm as the token's header says
    /// @param key its name there
    record Signed(String algorithm, Optional<String> key, byte[] text, byte[] signature) {}

    /// No keys at all.
    static Jwks none() {
        return new Jwks(List.of());
    }

    /// The keys in a text; those that are of no use are left out.
    static Jwks read(String text) {
        List<Key> keys = new ArrayList<>();
        if (JsonText.read(text) instanceof JsonText.Read(Json json)) {
            json.items("keys").stream()
                    .limit(MOST_KEYS)
                    .forEach(item -> key(item).ifPresent(keys::add));
        }
        return new Jwks(keys);
    }

    int size() {
        return keys.size();
    }

    /// Whether one is called so.
    boolean has(Optional<String> id) {
        return id.isEmpty() || keys.stream().anyMatch(key -> key.id.equals(id));
    }

    /// Whether one of them made a signature.
    boolean holds(Signed signed) {
        return keys.stream()
                .filter(key -> key.algorithm.equals(signed.algorithm))
                .filter(key -> signed.key.isEmpty() || key.id.isEmpty() || key.id.equals(signed.key))
                .anyMatch(key -> isBy(key, signed));
    }

    private static boolean isBy(Key key, Signed signed) {
        try {
            Signature check = Signature.getInstance(
                    key.algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            check.initVerify(key.key);
            check.update(signed.text);
            return check.verify(signed.signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static Optional<Key> key(Json json) {
        boolean signs = json.text("use").map("sig"::equals).orElse(true);
        String algorithm = json.text("kty").orElse("").equals("RSA") ? "RS256" : "ES256";
        if (!signs || !json.text("alg").map(algorithm::equals).orElse(true)) {
            return Optional.empty();
        }
        try {
            Optional<PublicKey> key = algorithm.equals("RS256") ? rsa(json) : p256(json);
            return key.map(each -> new Key(json.text("kid"), algorithm, each));
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> rsa(Json json) throws GeneralSecurityException {
        BigInteger modulus = whole(json, "n");
        BigInteger exponent = whole(json, "e");
        boolean usable = modulus.bitLength() >= LEAST_RSA_BITS
                && modulus.bitLength() <= MOST_RSA_BITS
                && exponent.bitLength() > 1
                && exponent.bitLength() <= 64;
        return usable
                ? Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)))
                : Optional.empty();
    }

    private static Optional<PublicKey> p256(Json json) throws GeneralSecurityException {
        boolean curve = json.text("kty").orElse("").equals("EC")
                && json.text("crv").orElse("").equals("P-256");
        boolean whole = length(json, "x") == P256_BYTES && length(json, "y") == P256_BYTES;
        if (!curve || !whole) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(whole(json, "x"), whole(json, "y"));
        return Optional.of(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class))));
    }

    private static int length(Json json, String name) {
        return json.text(name)
                .flatMap(IdToken::bytes)
                .map(bytes -> bytes.length)
                .orElse(0);
    }

    private static BigInteger whole(Json json, String name) {
        return json.text(name)
                .flatMap(IdToken::bytes)
                .map(bytes -> new BigInteger(1, bytes))
                .orElse(BigInteger.ZERO);
    }
}
