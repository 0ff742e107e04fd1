package vedette.format.adsb;

/// Eight characters of six bits (ICAO Annex 10 Vol. IV, 3.1.2.9.1.2): letters, digits and blank.
final class Callsign {
    private static final String ALPHABET = "#ABCDEFGHIJKLMNOPQRSTUVWXYZ##### ###############0123456789######";
    private static final int BLANK = 32;

    private Callsign() {}

    /// The text of the last 48 bits of a message; trailing blanks are cut, codes without a character are `#`.
    static String text(long message) {
        char[] chars = new char[8];
        int end = 0;
        for (int i = 0; i < 8; i++) {
            chars[i] = ALPHABET.charAt((int) (message >>> (42 - 6 * i)) & 63);
            end = chars[i] == ' ' ? end : i + 1;
        }
        return new String(chars, 0, end);
    }

    /// Whether every one of the eight codes has a character.
    static boolean isText(long message) {
        for (int shift = 42; shift >= 0; shift -= 6) {
            if (ALPHABET.charAt((int) (message >>> shift) & 63) == '#') {
                return false;
            }
        }
        return true;
    }

    /// The 48 bits of a text; what has no code is sent as a blank.
    static long code(String text) {
        long code = 0;
        for (int i = 0; i < 8; i++) {
            int index = i < text.length() ? ALPHABET.indexOf(text.charAt(i)) : BLANK;
            code = code << 6 | (index <= 0 ? BLANK : index);
        }
        return code;
    }
}
