package vedette.format.asterix;

import java.util.List;

/// A first part and extents, each present when the last bit of the part before it (FX) is set.
///
/// Extents beyond the known ones are taken as single octets, as the specification's part 1 builds them: an item of a
/// later edition is then skipped by its length.
final class Extended implements Shape {
    private final List<Extent> extents;
    private final int[] partBytes;
    private final boolean isOctetChain;

    Extended(List<Extent> extents) {
        this.extents = List.copyOf(extents);
        this.partBytes = extents.stream().mapToInt(Extent::bytes).toArray();
        this.isOctetChain = extents.stream().allMatch(extent -> extent.extensible() && extent.bytes() == 1);
    }

    /// Whether every part is one octet that ends in an FX bit: its length is then where the first clear FX bit stands.
    boolean isOctetChain() {
        return isOctetChain;
    }

    /// One part.
    ///
    /// @param group its values; their bits count from the start of the item
    /// @param extensible whether it ends in an FX bit
    record Extent(Group group, boolean extensible) {
        int bytes() {
            return (group.bits() + (extensible ? 1 : 0)) / Byte.SIZE;
        }
    }

    List<Extent> extents() {
        return extents;
    }

    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        int p = at;
        for (int i = 0; i < partBytes.length; i++) {
            p += partBytes[i];
            if (p > end) {
                return TRUNCATED;
            }
            if (!extents.get(i).extensible() || (bytes[p - 1] & 1) == 0) {
                return p - at;
            }
        }
        return beyond(bytes, at, p, end);
    }

    private static int beyond(byte[] bytes, int at, int from, int end) {
        for (int p = from; p < end; p++) {
            if ((bytes[p] & 1) == 0) {
                return p + 1 - at;
            }
        }
        return TRUNCATED;
    }

    /// The length of all known parts.
    int knownBytes() {
        return extents.stream().mapToInt(Extent::bytes).sum();
    }
}
