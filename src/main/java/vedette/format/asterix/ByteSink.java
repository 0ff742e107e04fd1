package vedette.format.asterix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow: where text is written without a string for every part.
final class ByteSink {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 26;

    private byte[] buffer;
    private int size;

    ByteSink(int firstRoom) {
        buffer = new byte[firstRoom];
    }

    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(buffer, size);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    void octet(int value) {
        room(1);
        buffer[size++] = (byte) value;
    }

    void bytes(byte[] more) {
        bytes(more, more.length);
    }

    void bytes(byte[] more, int count) {
        room(count);
        System.arraycopy(more, 0, buffer, size, count);
        size += count;
    }

    /// Overwrites bits of what was written.
    ///
    /// @param firstBit counted from the start
    void patch(long firstBit, int bits, long value) {
        for (int i = 0; i < bits; i++) {
            int at = (int) ((firstBit + i) >>> 3);
            int mask = 0x80 >>> (int) ((firstBit + i) & 7);
            boolean set = ((value >>> (bits - 1 - i)) & 1) != 0;
            buffer[at] = (byte) (set ? buffer[at] | mask : buffer[at] & ~mask);
        }
    }

    /// Characters up to U+007F.
    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    /// Drops the last byte if it is this one.
    void dropLast(int value) {
        if (size > 0 && buffer[size - 1] == value) {
            size--;
        }
    }

    void hex(byte[] source, int from, int to) {
        room(2 * (to - from));
        for (int i = from; i < to; i++) {
            buffer[size++] = HEX[source[i] >>> 4 & 15];
            buffer[size++] = HEX[source[i] & 15];
        }
    }

    /// An unsigned number in decimal digits.
    void unsigned(long value) {
        if (value < 0) {
            ascii(Long.toUnsignedString(value));
            return;
        }
        room(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /// The shortest decimal that reads back as the same double.
    void number(double value) {
        ascii(Double.toString(value));
    }

    /// A character of a JSON string, escaped where JSON asks for it; beyond U+007E as an escape.
    void jsonCharacter(char c) {
        if (c == '"' || c == '\\') {
            octet('\\');
            octet(c);
        } else if (c >= ' ' && c < 127) {
            octet(c);
        } else {
            ascii("\\u00");
            octet(HEX[c >>> 4 & 15]);
            octet(HEX[c & 15]);
        }
    }
}
