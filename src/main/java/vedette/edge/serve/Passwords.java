package vedette.edge.serve;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Passwords as they are kept: never themselves, only what PBKDF2 (RFC 8018 §5.2) with HMAC-SHA512 makes of
/// them.
final class Passwords {
    /// As OWASP's Password Storage Cheat Sheet asks for with HMAC-SHA512.
    static final int ROUNDS = 210_000;

    /// Characters; ASVS 4.0.3, 2.1.1.
    static final int SHORTEST = 12;

    /// Characters; ASVS 4.0.3, 2.1.2. More would only be work.
    static final int LONGEST = 128;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int MOST_ROUNDS = 10_000_000;

    // Each takes a good part of a second of one processor: so many strangers at once must not take them all.
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Passwords() {}

    /// How many letters a password has: spaces in a row are one (ASVS 4.0.3, 2.1.1), and so is a sign of two halves.
    static long letters(char[] password) {
        return new String(password).replaceAll(" {2,}", " ").codePoints().count();
    }

    /// What is kept of a password: scheme, rounds, salt and hash.
    static String kept(char[] password) {
        return kept(password, ROUNDS);
    }

    /// The same with other rounds than the usual: who knows a password kept by fewer is let in as well.
    static String kept(char[] password, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return SCHEME + "$" + rounds + "$" + text(salt) + "$" + text(hash(password, salt, rounds));
    }

    /// Whether a password is the one of which this is kept. Takes as long for a wrong one.
    static boolean matches(char[] password, String kept) {
        String[] parts = kept.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME) || !parts[1].matches("[0-9]{1,8}")) {
            return false;
        }
        int rounds = Math.clamp(Integer.parseInt(parts[1]), 1, MOST_ROUNDS);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] wanted = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(wanted, hash(password, salt, rounds));
    }

    private static byte[] hash(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        AT_ONCE.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (InvalidKeySpecException impossible) {
            throw new IllegalStateException("a salt and rounds are given", impossible);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", impossible);
        } finally {
            AT_ONCE.release();
            spec.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
