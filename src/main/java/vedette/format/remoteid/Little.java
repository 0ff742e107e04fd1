package vedette.format.remoteid;

import java.nio.charset.StandardCharsets;

/// Numbers and texts in octets, least significant octet first, as Remote ID has them.
final class Little {
    private Little() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    static int u16(byte[] bytes, int at) {
        return u8(bytes, at) | (u8(bytes, at + 1) << 8);
    }

    static int s32(byte[] bytes, int at) {
        return u16(bytes, at) | (u16(bytes, at + 2) << 16);
    }

    static long u32(byte[] bytes, int at) {
        return Integer.toUnsignedLong(s32(bytes, at));
    }

    static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    static void put32(byte[] bytes, int at, int value) {
        put16(bytes, at, value);
        put16(bytes, at + 2, value >> 16);
    }

    /// Characters of eight bits up to the first null octet, or all of them.
    static String text(byte[] bytes, int at, int most) {
        int length = 0;
        while (length < most && bytes[at + length] != 0) {
            length++;
        }
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /// Writes characters of eight bits; what does not fit is left out, the rest stays null.
    static void putText(byte[] bytes, int at, int most, String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(octets, 0, bytes, at, Math.min(most, octets.length));
    }
}
