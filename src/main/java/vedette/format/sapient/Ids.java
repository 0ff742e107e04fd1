package vedette.format.sapient;

/// How identifiers are written.
final class Ids {
    private static final int UUID_LENGTH = 36;
    private static final int ULID_LENGTH = 26;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Ids() {}

    /// Whether a text is a UUID: 8-4-4-4-12 hexadecimal digits of either case (RFC 9562, section 4).
    static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            }
        }
        return true;
    }

    /// Whether a text is a ULID: 26 digits of Crockford's base 32 of either case, the first at most 7.
    static boolean isUlid(String text) {
        if (text.length() != ULID_LENGTH || text.charAt(0) < '0' || text.charAt(0) > '7') {
            return false;
        }
        for (int i = 1; i < ULID_LENGTH; i++) {
            char c = text.charAt(i);
            if (CROCKFORD.indexOf(c >= 'a' && c <= 'z' ? c - 32 : c) < 0) {
                return false;
            }
        }
        return true;
    }

    /// A ULID of a time and a number, as identifiers of our own messages are made.
    ///
    /// @param unixMs milliseconds since 1970, 48 bits
    /// @param high the upper 16 of the 80 free bits
    /// @param low the lower 64
    static String ulid(long unixMs, int high, long low) {
        StringBuilder out = new StringBuilder(ULID_LENGTH);
        for (int shift = 45; shift >= 0; shift -= 5) {
            out.append(CROCKFORD.charAt((int) (unixMs >>> shift & 31)));
        }
        // 80 bits from the top: 16 digits of 5 bits.
        for (int digit = 0; digit < 16; digit++) {
            int bit = 75 - 5 * digit;
            long five = bit >= 64
                    ? (high & 0xFFFFL) >>> (bit - 64)
                    : bit > 59 ? low >>> bit | (high & 0xFFFFL) << (64 - bit) : low >>> bit;
            out.append(CROCKFORD.charAt((int) (five & 31)));
        }
        return out.toString();
    }
}
