package vedette.edge.serve;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// A provider's key, and tokens that it signs: right ones and wrong ones.
record Signer(String algorithm, String id, KeyPair pair) {
    static Signer rsa(String id) {
        return of("RS256", id, 2_048);
    }

    static Signer p256(String id) {
        return of("ES256", id, 0);
    }

    static Signer of(String algorithm, String id, int bits) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance(algorithm.equals("RS256") ? "RSA" : "EC");
            if (bits > 0) {
                maker.initialize(bits);
            } else {
                maker.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return new Signer(algorithm, id, maker.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The public key, as a member of a key set.
    String jwk() {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"" + id + "\",\"n\":\"" + text(whole(rsa.getModulus(), 0))
                    + "\",\"e\":\"" + text(whole(rsa.getPublicExponent(), 0)) + "\"}";
        }
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"" + id + "\",\"x\":\""
                + text(whole(key.getW().getAffineX(), 32)) + "\",\"y\":\""
                + text(whole(key.getW().getAffineY(), 32)) + "\"}";
    }

    String set() {
        return "{\"keys\":[" + jwk() + "]}";
    }

    /// A token with these claims, signed.
    String token(String claims) {
        return token("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + id + "\",\"typ\":\"JWT\"}", claims);
    }

    String token(String header, String claims) {
        String signed = text(header) + "." + text(claims);
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + text(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] whole(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        byte[] padded = new byte[Math.max(length, plain.length)];
        System.arraycopy(plain, 0, padded, padded.length - plain.length, plain.length);
        return padded;
    }
}
