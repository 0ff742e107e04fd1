package vedette.format.share;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change.
///
/// @param bytes copied in and out
public record Octets(byte[] bytes) {
    /// Bytes of a SHA-256 digest.
    static final int DIGEST = 32;

    /// Copies the bytes.
    public Octets {
        bytes = bytes.clone();
    }

    /// A copy of the bytes.
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many they are.
    public int length() {
        return bytes.length;
    }

    /// The bytes themselves, for reading only.
    byte[] inner() {
        return bytes;
    }

    /// Their SHA-256 digest (FIPS 180-4), behind a byte that says what is digested.
    static Octets digest(int what, byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((byte) what);
            for (byte[] part : parts) {
                sha.update(part);
            }
            return new Octets(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
