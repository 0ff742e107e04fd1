package vedette.format.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vedette.format.text.Json;

/// One page of a cell broadcast as it goes over the air: 82 octets, of which so many are used, the rest filled with
/// carriage returns (3GPP TS 23.041 §9.4.2.2.5; TS 23.038 §5 and §6.1.2.2).
///
/// @param octets all 82, in hexadecimal
/// @param length how many of them are used
record CellPage(String octets, int length) {
    /// Octets of a page (3GPP TS 23.041 §9.4.1.1).
    static final int OCTETS = 82;

    private static final int RETURN = 0x0D;
    private static final int ESCAPE = 0x1B;
    private static final int SEPTET = 7;

    /// What follows the escape, in the order of [CellBroadcast#EXTENSION] (3GPP TS 23.038 §6.2.1.1).
    private static final int[] ESCAPED = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    /// A page of the 7-bit alphabet, eight characters in seven octets.
    static CellPage sevenBit(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream();
        text.chars().forEach(each -> septet(septets, (char) each));
        int used = (septets.size() * SEPTET + Byte.SIZE - 1) / Byte.SIZE;
        while (septets.size() < OCTETS * Byte.SIZE / SEPTET) {
            septets.write(RETURN);
        }
        return new CellPage(HexFormat.of().formatHex(packed(septets.toByteArray(), OCTETS)), used);
    }

    /// A page of UCS-2 that begins with its language (coding 0001 0001).
    ///
    /// @param language two letters (ISO 639)
    static CellPage unicode(String language, String text) {
        byte[] octets = new byte[OCTETS];
        for (int i = 1; i < OCTETS; i += 2) {
            octets[i] = RETURN;
        }
        byte[] letters = language.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(packed(letters, 2), 0, octets, 0, 2);
        byte[] body = text.getBytes(StandardCharsets.UTF_16BE);
        int length = Math.min(body.length, OCTETS - 2);
        System.arraycopy(body, 0, octets, 2, length);
        return new CellPage(HexFormat.of().formatHex(octets), 2 + length);
    }

    private static void septet(ByteArrayOutputStream out, char each) {
        int extended = CellBroadcast.EXTENSION.indexOf(each);
        if (extended >= 0) {
            out.write(ESCAPE);
            out.write(ESCAPED[extended]);
        } else {
            int at = CellBroadcast.ALPHABET.indexOf(each);
            // The alphabet is written without its escape.
            out.write(at < ESCAPE ? at : at + 1);
        }
    }

    private static byte[] packed(byte[] septets, int octets) {
        byte[] out = new byte[octets];
        for (int bit = 0; bit < septets.length * SEPTET && bit < octets * Byte.SIZE; bit++) {
            int value = (septets[bit / SEPTET] >> (bit % SEPTET)) & 1;
            out[bit / Byte.SIZE] = (byte) (out[bit / Byte.SIZE] | (value << (bit % Byte.SIZE)));
        }
        return out;
    }

    /// The text of a page of the 7-bit alphabet, without what fills it.
    String sevenBitText() {
        byte[] bytes = HexFormat.of().parseHex(octets);
        byte[] septets = new byte[length * Byte.SIZE / SEPTET];
        for (int bit = 0; bit < septets.length * SEPTET; bit++) {
            int value = (bytes[bit / Byte.SIZE] >> (bit % Byte.SIZE)) & 1;
            septets[bit / SEPTET] = (byte) (septets[bit / SEPTET] | (value << (bit % SEPTET)));
        }
        return text(septets);
    }

    private static String text(byte[] septets) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < septets.length; i++) {
            int code = septets[i];
            if (code == ESCAPE && i + 1 < septets.length) {
                int after = septets[++i];
                int which = Arrays.binarySearch(ESCAPED, after);
                out.append(which < 0 ? ' ' : CellBroadcast.EXTENSION.charAt(which));
            } else if (code != ESCAPE) {
                out.append(CellBroadcast.ALPHABET.charAt(code < ESCAPE ? code : code - 1));
            }
        }
        return out.toString();
    }

    Json json() {
        return new Json.Members(List.of(
                new Json.Member("cbs_message_information_page", new Json.Text(octets)),
                new Json.Member("cbs_message_information_length", new Json.Whole(length))));
    }
}
