package vedette.edge.feed;

import vedette.model.Moment;

/// Knows a datagram that came a short while ago: two network paths deliver everything twice.
///
/// A table of hashes with one place for each: it never grows, and where two share a place the older is forgotten, which
/// lets a duplicate through but never drops what is new. Two different datagrams of one 64-bit hash within the memory
/// (2⁻⁶⁴ a pair) are the price.
final class RecentDatagrams {
    /// A thousand datagrams a second for its memory's span.
    private static final int PLACES = 1 << 14;
    /// Longer than any two paths differ, shorter than a sensor needs to say the very same again (its clock turns
    /// daily).
    private static final long MEMORY_NS = 10_000_000_000L;

    private final long[] hashes = new long[PLACES];
    private final long[] seenNs = new long[PLACES];

    RecentDatagrams() {
        java.util.Arrays.fill(seenNs, Long.MIN_VALUE / 2);
    }

    /// Remembers a datagram.
    ///
    /// @return whether it is the same as one of the last ten seconds
    boolean isRepeated(byte[] bytes, int length, Moment at) {
        long hash = hash(bytes, length);
        int place = (int) (hash >>> 50) & (PLACES - 1);
        boolean repeated = hashes[place] == hash && at.taiNs() - seenNs[place] < MEMORY_NS;
        hashes[place] = hash;
        if (!repeated) {
            seenNs[place] = at.taiNs();
        }
        return repeated;
    }

    // FNV-1a, 64 bits (Fowler, Noll, Vo), finished by a multiply-shift so that the high bits mix.
    private static long hash(byte[] bytes, int length) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }
}
