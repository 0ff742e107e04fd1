package vedette.format.asterix;

import java.nio.charset.StandardCharsets;

/// A named part: an item of a category, a sub-item of a compound, a value of a group.
final class Member<S extends Shape> {
    private final String name;
    private final S shape;
    private final int bitAt;
    private final byte[] key;

    /// @param name as in the specification; a spare is called `spare` and its bit
    /// @param shape how it lies
    /// @param bitAt values of a group: where it starts, bits from the start of the item or of the group it is in
    Member(String name, S shape, int bitAt) {
        this.name = name;
        this.shape = shape;
        this.bitAt = bitAt;
        this.key = ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    String name() {
        return name;
    }

    S shape() {
        return shape;
    }

    int bitAt() {
        return bitAt;
    }

    boolean isSpare() {
        return shape instanceof Leaf leaf && leaf.meaning() == Leaf.Meaning.SPARE;
    }

    /// Writes the name as the key of a JSON object: made once, since it is written a million times.
    void writeKey(ByteSink out) {
        out.bytes(key);
    }
}
