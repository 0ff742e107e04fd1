package vedette.canon;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A running 64-bit hash of a stream of bytes: two equal streams give equal values on every machine.
///
/// It finds differences; it is no protection against a forger. Feeding the bytes in any pieces gives the same value.
///
/// Source: xxHash fast digest algorithm, specification 0.1.1, section XXH64 (public), with seed 0 unless given.
public final class XxHash64 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private final long seed;
    private final byte[] rest = new byte[STRIPE];
    private int held;
    private long total;
    private long a;
    private long b;
    private long c;
    private long d;

    /// A hash of nothing yet, with seed 0.
    public XxHash64() {
        this(0);
    }

    /// A hash of nothing yet.
    ///
    /// @param seed any value; another seed gives unrelated hashes
    public XxHash64(long seed) {
        this.seed = seed;
        reset();
    }

    /// Forgets everything fed so far.
    public void reset() {
        held = 0;
        total = 0;
        a = seed + P1 + P2;
        b = seed + P2;
        c = seed;
        d = seed - P1;
    }

    /// The hash of one array, seed 0.
    public static long of(byte[] bytes) {
        XxHash64 hash = new XxHash64();
        hash.update(bytes, 0, bytes.length);
        return hash.value();
    }

    /// Feeds the bytes `from` (included) to `from + length`.
    public void update(byte[] bytes, int from, int length) {
        total += length;
        int at = from;
        int left = length;
        if (held > 0) {
            int take = Math.min(left, STRIPE - held);
            System.arraycopy(bytes, at, rest, held, take);
            held += take;
            at += take;
            left -= take;
            if (held < STRIPE) {
                return;
            }
            stripes(rest, 0, STRIPE);
            held = 0;
        }
        int whole = left & -STRIPE;
        stripes(bytes, at, at + whole);
        held = left - whole;
        System.arraycopy(bytes, at + whole, rest, 0, held);
    }

    /// Feeds one number as its eight bytes, little-endian.
    public void update(long value) {
        byte[] eight = new byte[Long.BYTES];
        LONG.set(eight, 0, value);
        update(eight, 0, Long.BYTES);
    }

    /// The hash of everything fed so far; feeding may go on afterwards.
    public long value() {
        long h = total >= STRIPE ? merged() : seed + P5;
        h += total;
        int at = 0;
        for (; at + 8 <= held; at += 8) {
            h = Long.rotateLeft(h ^ round(0, (long) LONG.get(rest, at)), 27) * P1 + P4;
        }
        if (at + 4 <= held) {
            h = Long.rotateLeft(h ^ ((int) INT.get(rest, at) & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < held; at++) {
            h = Long.rotateLeft(h ^ (rest[at] & 0xFF) * P5, 11) * P1;
        }
        return avalanche(h);
    }

    private void stripes(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += STRIPE) {
            a = round(a, (long) LONG.get(bytes, at));
            b = round(b, (long) LONG.get(bytes, at + 8));
            c = round(c, (long) LONG.get(bytes, at + 16));
            d = round(d, (long) LONG.get(bytes, at + 24));
        }
    }

    private long merged() {
        long h = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
        h = (h ^ round(0, a)) * P1 + P4;
        h = (h ^ round(0, b)) * P1 + P4;
        h = (h ^ round(0, c)) * P1 + P4;
        return (h ^ round(0, d)) * P1 + P4;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    private static long avalanche(long hash) {
        long h = (hash ^ (hash >>> 33)) * P2;
        h = (h ^ (h >>> 29)) * P3;
        return h ^ (h >>> 32);
    }
}
