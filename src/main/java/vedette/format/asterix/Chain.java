package vedette.format.asterix;

/// Elements one after the other, each ending in a bit (FX) that tells whether another follows.
///
/// @param element one, without its FX bit
record Chain(BitShape element) implements Shape {
    int elementBytes() {
        return (element.bits() + 1) / Byte.SIZE;
    }

    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        int step = elementBytes();
        for (int p = at + step; p <= end; p += step) {
            if ((bytes[p - 1] & 1) == 0) {
                return p - at;
            }
        }
        return TRUNCATED;
    }
}
