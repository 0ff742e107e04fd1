package vedette.format.flightlog;

import java.nio.charset.StandardCharsets;

/// Little-endian numbers in bytes, as the logs of autopilots have them.
///
/// @param all the file
@SuppressWarnings("ArrayRecordComponent") // Handed over once, to be read.
record Bytes(byte[] all) {
    private static final int BYTE = 0xff;
    private static final long WORD = 0xffff_ffffL;

    int length() {
        return all.length;
    }

    boolean has(int at, int count) {
        return at >= 0 && count >= 0 && at <= all.length - count;
    }

    int u8(int at) {
        return all[at] & BYTE;
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int i32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    long u32(int at) {
        return i32(at) & WORD;
    }

    long i64(int at) {
        return u32(at) | (long) i32(at + 4) << 32;
    }

    float f32(int at) {
        return Float.intBitsToFloat(i32(at));
    }

    double f64(int at) {
        return Double.longBitsToDouble(i64(at));
    }

    /// The characters up to a zero.
    String text(int at, int most) {
        int end = at;
        while (end < at + most && all[end] != 0) {
            end++;
        }
        return new String(all, at, end - at, StandardCharsets.ISO_8859_1);
    }
}
