package vedette.format.asterix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bits out of bytes, most significant first.
final class Bits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bits() {}

    /// Eight bytes as one number, zeros beyond the array's end.
    static long word(byte[] bytes, int at) {
        return at + Long.BYTES <= bytes.length ? (long) LONG.get(bytes, at) : tail(bytes, at);
    }

    private static long tail(byte[] bytes, int at) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << Byte.SIZE | (at + i < bytes.length ? bytes[at + i] & 0xFF : 0);
        }
        return word;
    }

    /// An unsigned number of 1 to 64 bits.
    ///
    /// @param bit where it starts, bits from `at`; it may not reach over nine octets
    static long unsigned(byte[] bytes, int at, int bit, int bits) {
        return word(bytes, at + (bit >>> 3)) << (bit & 7) >>> (Long.SIZE - bits);
    }

    /// A number of 1 to 64 bits in two's complement.
    static long signed(byte[] bytes, int at, int bit, int bits) {
        return word(bytes, at + (bit >>> 3)) << (bit & 7) >> (Long.SIZE - bits);
    }
}
