package vedette.format.asterix;

/// A count in one octet, then as many elements.
///
/// @param element one element, of a fixed length
record Repeat(BitShape element) implements Shape {
    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        if (at >= end) {
            return TRUNCATED;
        }
        int length = 1 + (bytes[at] & 0xFF) * element.fixedBytes();
        return at + length <= end ? length : TRUNCATED;
    }
}
