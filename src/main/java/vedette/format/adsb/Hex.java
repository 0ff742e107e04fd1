package vedette.format.adsb;

/// Hexadecimal digits as bytes of ASCII.
final class Hex {
    private static final String DIGITS = "0123456789abcdef";
    private static final byte[] VALUE = values();

    private Hex() {}

    /// The value of a digit, or −1.
    static int value(int octet) {
        return VALUE[octet & 0xFF];
    }

    /// Appends bytes in lower case.
    static void append(StringBuilder out, byte[] bytes, int at, int length) {
        for (int i = at; i < at + length; i++) {
            out.append(DIGITS.charAt(bytes[i] >>> 4 & 15)).append(DIGITS.charAt(bytes[i] & 15));
        }
    }

    /// Appends the low digits of a number in upper case.
    static void appendUpper(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            char digit = DIGITS.charAt(value >>> shift & 15);
            out.append(digit >= 'a' ? (char) (digit - 32) : digit);
        }
    }

    /// Writes bytes as ASCII digits.
    ///
    /// @return where writing ended
    static int write(byte[] from, int at, int length, byte[] out, int to) {
        int end = to;
        for (int i = at; i < at + length; i++) {
            out[end++] = (byte) DIGITS.charAt(from[i] >>> 4 & 15);
            out[end++] = (byte) DIGITS.charAt(from[i] & 15);
        }
        return end;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        java.util.Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 16; i++) {
            char digit = DIGITS.charAt(i);
            values[digit] = (byte) i;
            values[digit >= 'a' ? digit - 32 : digit] = (byte) i;
        }
        return values;
    }
}
