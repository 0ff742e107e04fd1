package vedette.format.carrier;

/// Numbers out of octets, big-endian and little-endian.
final class Octets {
    private Octets() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    static int u16(byte[] bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }

    /// Four octets; above 2³¹ the result is negative.
    static int u32(byte[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    static int u16(byte[] bytes, int at, boolean little) {
        return little ? u8(bytes, at + 1) << 8 | u8(bytes, at) : u16(bytes, at);
    }

    static int u32(byte[] bytes, int at, boolean little) {
        return little ? Integer.reverseBytes(u32(bytes, at)) : u32(bytes, at);
    }
}
