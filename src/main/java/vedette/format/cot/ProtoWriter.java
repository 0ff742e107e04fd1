package vedette.format.cot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the fields of a protocol buffers message (proto3 encoding): what is zero or empty is left out.
final class ProtoWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    byte[] bytes() {
        return out.toByteArray();
    }

    void text(int field, String text) {
        if (!text.isEmpty()) {
            message(field, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void number(int field, double value) {
        long bits = Double.doubleToRawLongBits(value);
        if (bits != 0) {
            varint(out, (long) field << 3 | ProtoReader.FIXED64);
            for (int i = 0; i < Long.BYTES; i++) {
                out.write((int) (bits >>> (8 * i)));
            }
        }
    }

    void whole(int field, long value) {
        if (value != 0) {
            varint(out, (long) field << 3);
            varint(out, value);
        }
    }

    void message(int field, byte[] bytes) {
        varint(out, (long) field << 3 | ProtoReader.DELIMITED);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
