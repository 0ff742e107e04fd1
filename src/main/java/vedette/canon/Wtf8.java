package vedette.canon;

import java.nio.charset.StandardCharsets;

/// Text ↔ UTF-8 that loses nothing: a lone surrogate, which UTF-8 proper cannot say, is its three-byte form (WTF-8).
///
/// Only the shortest form is accepted back, and never two surrogates that belong together: one text, one spelling.
final class Wtf8 {
    private Wtf8() {}

    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            bytes += c < 0x800 ? 1 : 2;
            if (pairAt(text, i)) {
                i++; // 4 bytes for 2 chars: the second adds none
            }
        }
        return bytes;
    }

    private static boolean pairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /// Writes exactly [#length(String)] bytes.
    static void write(String text, byte[] to, int at) {
        int p = at;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                to[p++] = (byte) c;
            } else if (c < 0x800) {
                to[p++] = (byte) (0xC0 | (c >> 6));
                to[p++] = (byte) (0x80 | (c & 0x3F));
            } else if (pairAt(text, i)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                to[p++] = (byte) (0xF0 | (point >> 18));
                to[p++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[p++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[p++] = (byte) (0x80 | (point & 0x3F));
            } else {
                to[p++] = (byte) (0xE0 | (c >> 12));
                to[p++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[p++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    /// Reads a text, or throws [Damage].
    static String read(byte[] from, int at, int length) {
        int end = at + length;
        for (int p = at; p < end; p++) {
            if (from[p] < 0) {
                return wide(from, at, p, end);
            }
        }
        return new String(from, at, length, StandardCharsets.ISO_8859_1);
    }

    private static String wide(byte[] from, int start, int firstWide, int end) {
        StringBuilder text = new StringBuilder(end - start);
        text.append(new String(from, start, firstWide - start, StandardCharsets.ISO_8859_1));
        int p = firstWide;
        while (p < end) {
            int size = sizeOf(from[p]);
            if (p + size > end) {
                throw new Damage("text cut inside a character");
            }
            append(text, point(from, p, size));
            p += size;
        }
        return text.toString();
    }

    private static int sizeOf(byte first) {
        if (first >= 0) {
            return 1;
        }
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        if (ones < 2 || ones > 4) {
            throw new Damage("text is not UTF-8");
        }
        return ones;
    }

    private static int point(byte[] from, int p, int size) {
        if (size == 1) {
            return from[p];
        }
        int point = from[p] & (0x7F >> size);
        for (int i = 1; i < size; i++) {
            if ((from[p + i] & 0xC0) != 0x80) {
                throw new Damage("text is not UTF-8");
            }
            point = (point << 6) | (from[p + i] & 0x3F);
        }
        int least = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
        if (point < least || point > Character.MAX_CODE_POINT) {
            throw new Damage("text is not in its shortest form");
        }
        return point;
    }

    private static void append(StringBuilder text, int point) {
        int length = text.length();
        boolean joins = point <= 0xFFFF
                && Character.isLowSurrogate((char) point)
                && length > 0
                && Character.isHighSurrogate(text.charAt(length - 1));
        if (joins) {
            throw new Damage("text splits a character in two");
        }
        text.appendCodePoint(point);
    }
}
