package vedette.canon;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/// Canonical bytes being read. Nobody vouches for them: every count is held against the bytes that are left before
/// memory is taken for it, every number must be in its shortest form. Not for two threads.
public final class ByteSource {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;

    /// The bytes `from` (included) to `to` (excluded).
    ///
    /// @throws IndexOutOfBoundsException when the range does not lie in the array
    public ByteSource(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /// Where reading stands, an index into the array.
    public int position() {
        return at;
    }

    /// How many bytes are left.
    public int remaining() {
        return end - at;
    }

    /// One byte, 0 to 255.
    public int u8() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    /// 0 or 1.
    public boolean bool() {
        int value = u8();
        if (value > 1) {
            throw new Damage("a yes/no of " + value);
        }
        return value == 1;
    }

    /// The number of things that follow, each of at least `bytesEach` bytes.
    public int count(int bytesEach) {
        long value = unsigned();
        if (value < 0 || value > remaining() / bytesEach) {
            throw new Damage("a count of " + Long.toUnsignedString(value) + " with " + remaining() + " bytes left");
        }
        return (int) value;
    }

    /// An index below `size`.
    public int index(int size) {
        long value = unsigned();
        if (value < 0 || value >= size) {
            throw new Damage("number " + Long.toUnsignedString(value) + " of a choice of " + size);
        }
        return (int) value;
    }

    /// A whole number of up to 64 bits.
    public long i64() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /// A whole number of up to 32 bits.
    public int i32() {
        return (int) within(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// A whole number of up to 16 bits.
    public short i16() {
        return (short) within(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /// One byte, -128 to 127.
    public byte i8() {
        return (byte) u8();
    }

    /// A UTF-16 unit.
    public char u16() {
        return (char) index(1 << 16);
    }

    /// A double by its bits.
    public double f64() {
        need(Long.BYTES);
        long bits = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        double value = Double.longBitsToDouble(bits);
        if (Double.isNaN(value) && bits != 0x7FF8000000000000L) {
            throw new Damage("a NaN that is not the canonical one");
        }
        return value;
    }

    /// A float by its bits.
    public float f32() {
        need(Integer.BYTES);
        int bits = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value) && bits != 0x7FC00000) {
            throw new Damage("a NaN that is not the canonical one");
        }
        return value;
    }

    /// A text.
    public String text() {
        int length = count(1);
        String text = Wtf8.read(bytes, at, length);
        at += length;
        return text;
    }

    /// Bytes as they are; `length` must have been held against [#remaining()] before.
    void raw(byte[] to, int length) {
        need(length);
        System.arraycopy(bytes, at, to, 0, length);
        at += length;
    }

    /// The one byte of a record without components.
    public void nothing() {
        if (u8() != 0) {
            throw new Damage("something where an empty record stands");
        }
    }

    /// A record opens.
    public void enter() {
        if (++depth > ByteSink.LIMIT_DEPTH) {
            throw new Damage("records lie more than " + ByteSink.LIMIT_DEPTH + " deep");
        }
    }

    /// A record closes.
    public void leave() {
        depth--;
    }

    private long within(long least, long most) {
        long value = i64();
        if (value < least || value > most) {
            throw new Damage("number " + value + " is out of its range");
        }
        return value;
    }

    private long unsigned() {
        need(1);
        byte first = bytes[at++];
        return first >= 0 ? first : longer(first & 0x7F);
    }

    private long longer(long first) {
        long value = first;
        for (int shift = 7; shift < 64; shift += 7) {
            need(1);
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                if (next == 0 || (shift == 63 && next > 1)) {
                    throw new Damage("a number not in its shortest form");
                }
                return value;
            }
        }
        throw new Damage("a number longer than 64 bits");
    }

    private void need(int more) {
        if (more > end - at) {
            throw new Damage("the bytes end: " + more + " needed, " + remaining() + " left");
        }
    }
}
