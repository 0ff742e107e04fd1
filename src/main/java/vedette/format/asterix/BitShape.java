package vedette.format.asterix;

/// A shape of a fixed number of bits.
sealed interface BitShape extends Shape permits Leaf, Choice, Group {
    /// Its width.
    int bits();

    @Override
    default int fixedBytes() {
        return bits() / Byte.SIZE;
    }

    @Override
    default int length(byte[] bytes, int at, int end) {
        return at + fixedBytes() <= end ? fixedBytes() : TRUNCATED;
    }
}
