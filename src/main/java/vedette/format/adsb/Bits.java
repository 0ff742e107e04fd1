package vedette.format.adsb;

/// Fields of a 56-bit message (ME of a squitter, MB of a Comm-B reply), numbered 1 to 56 as the standards number them.
final class Bits {
    private Bits() {}

    /// The unsigned field of the bits first to last, both included (1 is sent first).
    static int field(long message, int first, int last) {
        return (int) (message >>> (56 - last)) & (int) ((1L << (last - first + 1)) - 1);
    }

    /// One bit as a truth.
    static boolean on(long message, int bit) {
        return ((message >>> (56 - bit)) & 1) != 0;
    }

    /// A two's complement field: the sign in `signBit`, the value in the bits behind it up to `last`.
    static int signed(long message, int signBit, int last) {
        int width = last - signBit + 1;
        return field(message, signBit, last) << (32 - width) >> (32 - width);
    }

    /// The message with the field first to last set to the low bits of the value.
    static long with(long message, int first, int last, long value) {
        long mask = ((1L << (last - first + 1)) - 1) << (56 - last);
        return (message & ~mask) | ((value << (56 - last)) & mask);
    }

    /// Writes the low bytes of a value, the highest first.
    static void put(byte[] out, int at, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out[at + i] = (byte) (value >>> (8 * (bytes - 1 - i)));
        }
    }
}
