package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.List;

/// Sub-items, each present when its bit in the leading octets is set.
///
/// The leading octets either chain by their last bit (FX), or are one octet of eight bits. Most compounds hold only
/// sub-items of fixed length: a table from octet to the sum of lengths then tells the whole length in one look-up an
/// octet (measured: half the time of walking the bits).
final class Compound implements Shape {
    private static final int UNKNOWN = -1;
    private static final int OCTETS = 256;

    /// One without sub-items.
    static final Compound NONE = new Compound(List.of(), true);

    private final List<Member<Shape>> slots;
    private final Shape[] shapes;
    private final int perOctet;
    private final short[] sums;

    /// @param slots sub-items by place; a free place is [Undefined]
    /// @param chained whether the leading octets chain by FX; else there is one octet
    Compound(List<Member<Shape>> slots, boolean chained) {
        require(chained || slots.size() <= Byte.SIZE, "%s sub-items in one octet", slots.size());
        this.slots = List.copyOf(slots);
        this.shapes = slots.stream().map(Member::shape).toArray(Shape[]::new);
        this.perOctet = chained ? 7 : 8;
        this.sums = sums();
    }

    private short[] sums() {
        int octets = (shapes.length + perOctet - 1) / perOctet;
        short[] table = new short[octets * OCTETS];
        for (int i = 0; i < table.length; i++) {
            table[i] = (short) sum(i / OCTETS * perOctet, i % OCTETS);
        }
        return table;
    }

    private int sum(int firstSlot, int octet) {
        int sum = 0;
        for (int i = 0; i < perOctet; i++) {
            if ((octet & 0x80 >>> i) != 0) {
                int slot = firstSlot + i;
                int fixed = slot < shapes.length ? shapes[slot].fixedBytes() : 0;
                if (fixed == 0) {
                    return UNKNOWN;
                }
                sum += fixed;
            }
        }
        return sum;
    }

    List<Member<Shape>> slots() {
        return slots;
    }

    boolean isChained() {
        return perOctet == 7;
    }

    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        int total = 0;
        int p = at;
        for (int table = 0; ; table += OCTETS) {
            if (p >= end) {
                return TRUNCATED;
            }
            int octet = bytes[p++] & 0xFF;
            if (table >= sums.length) {
                return UNDEFINED;
            }
            int sum = sums[table + octet];
            if (sum == UNKNOWN) {
                return walkedLength(bytes, at, end);
            }
            total += sum;
            if (perOctet == 8 || (octet & 1) == 0) {
                return p + total <= end ? p + total - at : TRUNCATED;
            }
        }
    }

    private int walkedLength(byte[] bytes, int at, int end) {
        int heads = headBytes(bytes, at, end);
        if (heads < 0) {
            return heads;
        }
        int p = at + heads;
        for (int slot = 0; slot < heads * perOctet; slot++) {
            if (isSet(bytes, at, slot)) {
                int length = slot < shapes.length ? shapes[slot].length(bytes, p, end) : UNDEFINED;
                if (length < 0) {
                    return length;
                }
                p += length;
            }
        }
        return p <= end ? p - at : TRUNCATED;
    }

    /// How many leading octets there are, or a negative code.
    int headBytes(byte[] bytes, int at, int end) {
        for (int p = at; p < end; p++) {
            if (perOctet == 8 || (bytes[p] & 1) == 0) {
                return p + 1 - at;
            }
            if ((p + 1 - at) * OCTETS >= sums.length) {
                return UNDEFINED;
            }
        }
        return TRUNCATED;
    }

    /// Whether a sub-item is there. The leading octet of its place must exist.
    boolean isSet(byte[] bytes, int at, int slot) {
        return (bytes[at + slot / perOctet] & 0x80 >>> slot % perOctet) != 0;
    }

    /// Where a sub-item starts; the compound itself must have been found sound.
    ///
    /// @return its offset in `bytes`, or -1 where it is absent
    int offsetOf(int slot, byte[] bytes, int at, int end) {
        int heads = headBytes(bytes, at, end);
        if (slot >= heads * perOctet || !isSet(bytes, at, slot)) {
            return -1;
        }
        int p = at + heads;
        for (int before = 0; before < slot; before++) {
            if (isSet(bytes, at, before)) {
                int fixed = shapes[before].fixedBytes();
                p += fixed == 0 ? shapes[before].length(bytes, p, end) : fixed;
            }
        }
        return p;
    }
}
