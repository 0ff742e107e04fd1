package vedette.canon;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Where canonical bytes go: a buffer that grows and is used again, or one that is drained whenever it is full.
///
/// Numbers: whole numbers as zig-zag variable-length integers (seven bits a byte, least first, at most ten bytes),
/// `double` and `float` as their raw bits, little-endian, every NaN as the one canonical NaN. Not for two threads.
public final class ByteSink {
    /// What one value may fill: above this a graph is a mistake, and an array could not hold it.
    public static final int LIMIT_BYTES = 1 << 30;

    /// How deep records may lie within records. A list of a million is not deep; a chain of a hundred is a mistake.
    public static final int LIMIT_DEPTH = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_BYTES = 1024;
    private static final int BLOCK_BYTES = 1024;
    private static final int VARINT_BYTES = 10;
    private static final Drain KEEP = (bytes, from, length) -> {};

    private final Drain drain;
    private final boolean drains;
    private byte[] bytes;
    private int at;
    private int depth;

    /// Takes full blocks off a sink, e.g. into a hash or a file.
    @FunctionalInterface
    public interface Drain {
        /// Takes `length` bytes from `from`; the array is used again afterwards.
        void take(byte[] bytes, int from, int length);
    }

    /// A sink that keeps everything and grows.
    public ByteSink() {
        this.drain = KEEP;
        this.drains = false;
        this.bytes = new byte[FIRST_BYTES];
    }

    private ByteSink(Drain drain) {
        this.drain = drain;
        this.drains = true;
        this.bytes = new byte[BLOCK_BYTES];
    }

    /// A sink that hands on its bytes in blocks; the last one when [#flush()] is called.
    public static ByteSink into(Drain drain) {
        return new ByteSink(drain);
    }

    /// Starts again, keeping the memory.
    public void clear() {
        at = 0;
        depth = 0;
    }

    /// Forgets what was written behind a size, e.g. a value that turned out to be too large.
    public void cut(int size) {
        at = Math.min(at, size);
        depth = 0;
    }

    /// Hands the rest to the drain, if there is one.
    public void flush() {
        if (drains) {
            drain.take(bytes, 0, at);
            at = 0;
        }
    }

    /// How many bytes are held now.
    public int size() {
        return at;
    }

    /// The memory itself, valid up to [#size()] and until the next write; for writers of files that must not copy
    /// twice.
    public byte[] array() {
        return bytes;
    }

    /// A copy of the bytes held now.
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, at);
    }

    /// One byte, the low eight bits.
    public void u8(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    /// 0 or 1.
    public void bool(boolean value) {
        u8(value ? 1 : 0);
    }

    /// A number that is never negative: a count, a length, an index.
    public void count(int value) {
        unsigned(value & 0xFFFFFFFFL);
    }

    /// A whole number of up to 64 bits; near zero is short.
    public void i64(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /// Eight raw bytes, little-endian.
    public void raw64(long value) {
        room(Long.BYTES);
        LONG.set(bytes, at, value);
        at += Long.BYTES;
    }

    /// Four raw bytes, little-endian.
    public void raw32(int value) {
        room(Integer.BYTES);
        INT.set(bytes, at, value);
        at += Integer.BYTES;
    }

    /// A double by its bits.
    public void f64(double value) {
        raw64(Double.doubleToLongBits(value));
    }

    /// A float by its bits.
    public void f32(float value) {
        raw32(Float.floatToIntBits(value));
    }

    /// Text: its length in bytes, then UTF-8. A lone surrogate is kept as its three-byte form, so that every text
    /// comes back as it was.
    public void text(String value) {
        int length = Wtf8.length(value);
        count(length);
        room(length);
        Wtf8.write(value, bytes, at);
        at += length;
    }

    /// Bytes as they are, without their count.
    public void raw(byte[] value, int from, int length) {
        if (drains && length > bytes.length) {
            flush();
            drain.take(value, from, length);
            return;
        }
        room(length);
        System.arraycopy(value, from, bytes, at, length);
        at += length;
    }

    /// Overwrites four bytes written before, e.g. a length known only afterwards.
    public void patch32(int position, int value) {
        INT.set(bytes, position, value);
    }

    /// A record opens.
    public void enter() {
        if (++depth > LIMIT_DEPTH) {
            throw new IllegalStateException("records lie more than " + LIMIT_DEPTH + " deep");
        }
    }

    /// A record closes.
    public void leave() {
        depth--;
    }

    private void unsigned(long value) {
        room(VARINT_BYTES);
        byte[] to = bytes;
        int p = at;
        long left = value;
        while ((left & ~0x7FL) != 0) {
            to[p++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        to[p++] = (byte) left;
        at = p;
    }

    private void room(int more) {
        if (at > bytes.length - more) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        flush();
        long need = (long) at + more;
        if (need > LIMIT_BYTES) {
            throw new IllegalStateException("a value of more than " + LIMIT_BYTES + " bytes");
        }
        if (need > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LIMIT_BYTES, Math.max(need, bytes.length * 2L)));
        }
    }
}
