package vedette.format.sapient;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes protocol buffers (proto3 encoding) by the table: fields in the table's order, repeated numbers packed.
final class WireWriter {
    private static final int DELIMITED = 2;

    private WireWriter() {}

    /// The bytes of a message or part.
    static byte[] bytes(Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        for (Field field : part.type().fields()) {
            Value value = part.at(field);
            if (value instanceof Value.Listed(List<Value> list)) {
                repeated(out, field, list);
            } else if (value != null) {
                tag(out, field, field.kind().wireType());
                payload(out, field.kind(), value);
            }
        }
        return out.toByteArray();
    }

    private static void repeated(ByteArrayOutputStream out, Field field, List<Value> list) {
        if (field.kind().wireType() == DELIMITED) {
            for (Value value : list) {
                tag(out, field, DELIMITED);
                payload(out, field.kind(), value);
            }
        } else if (!list.isEmpty()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            list.forEach(value -> payload(packed, field.kind(), value));
            tag(out, field, DELIMITED);
            delimited(out, packed.toByteArray());
        }
    }

    private static void payload(ByteArrayOutputStream out, Kind kind, Value value) {
        switch (value) {
            case Value.Text(String text) -> delimited(out, text.getBytes(StandardCharsets.UTF_8));
            case Value.Real(double number) -> out.writeBytes(real(kind, number));
            case Value.Whole(int number) -> varint(out, number);
            case Value.Choice(int number) -> varint(out, number);
            case Value.Truth(boolean truth) -> out.write(truth ? 1 : 0);
            case Value.Bytes octets -> delimited(out, octets.bytes());
            case Value.Time(long seconds, int nanos) -> delimited(out, time(seconds, nanos));
            case Part part -> delimited(out, bytes(part));
            case Value.Listed(List<Value> list) -> list.forEach(each -> payload(out, kind, each));
        }
    }

    private static byte[] real(Kind kind, double number) {
        return kind == Kind.FLOAT
                ? little(Float.BYTES).putFloat((float) number).array()
                : little(Double.BYTES).putDouble(number).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] time(long seconds, int nanos) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (seconds != 0) {
            out.write(8);
            varint(out, seconds);
        }
        if (nanos != 0) {
            out.write(16);
            varint(out, nanos);
        }
        return out.toByteArray();
    }

    private static void tag(ByteArrayOutputStream out, Field field, int wire) {
        varint(out, (long) field.number() << 3 | wire);
    }

    private static void delimited(ByteArrayOutputStream out, byte[] bytes) {
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
