package vedette.format.asterix;

import java.util.Optional;

/// A length octet that counts itself, then bytes: the reserved expansion (RE) and special purpose (SP) fields.
///
/// @param content what the bytes are, where that is defined; bytes of another shape are kept as they are
record Counted(Optional<Shape> content) implements Shape {
    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        if (at >= end) {
            return TRUNCATED;
        }
        int length = bytes[at] & 0xFF;
        if (length == 0) {
            return BAD_LENGTH;
        }
        return at + length <= end ? length : TRUNCATED;
    }

    /// The known shape of the bytes, if they have it exactly.
    Optional<Shape> fitting(byte[] bytes, int at, int end) {
        return content.filter(shape -> shape.length(bytes, at + 1, end) == end - at - 1);
    }
}
