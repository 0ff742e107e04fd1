package vedette.format.carrier;

/// ORADIS packets: a length of two octets that counts everything, four octets of time, the data.
final class Oradis {
    private static final int HEAD = 6;

    private Oradis() {}

    /// Whether bytes are such packets, to the last byte.
    static boolean fits(byte[] bytes, int from, int to) {
        int at = from;
        while (at + HEAD < to && Octets.u16(bytes, at) > HEAD) {
            at += Octets.u16(bytes, at);
        }
        return at == to && to > from;
    }

    /// Puts the cursor on the packet at `at`, which must be sound. Its time is left as it is: what the four
    /// octets count from is not told.
    ///
    /// @return where the next packet starts
    static int next(byte[] bytes, int at, int end, Frame frame) {
        int length = Math.clamp(Octets.u16(bytes, at), HEAD, end - at);
        frame.narrow(at + HEAD, length - HEAD);
        return at + length;
    }

    static boolean isSound(byte[] bytes, int at) {
        return at + HEAD < bytes.length && Octets.u16(bytes, at) > HEAD && at + Octets.u16(bytes, at) <= bytes.length;
    }
}
