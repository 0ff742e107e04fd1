package vedette.format.asterix;

/// How an item lies in the bytes. Every shape tells its length from the bytes alone, so an item can be skipped by who
/// does not care for it.
sealed interface Shape permits BitShape, Extended, Compound, Repeat, Chain, Counted, RandomFields, Undefined {
    /// The bytes end inside the item.
    int TRUNCATED = -1;

    /// The bytes name a part that the edition does not define, so its length is unknown.
    int UNDEFINED = -2;

    /// A length octet contradicts itself.
    int BAD_LENGTH = -3;

    /// How many bytes the item takes.
    ///
    /// @param bytes the block's bytes
    /// @param at where the item starts; may lie beyond `end`
    /// @param end where the block ends, at most the array's length
    /// @return the length, 1 or more, or one of the negative codes above
    int length(byte[] bytes, int at, int end);

    /// The length that holds for all bytes.
    ///
    /// @return the length, or 0 where it depends on the bytes
    int fixedBytes();

    /// What a negative length means.
    static String reason(int code) {
        return switch (code) {
            case TRUNCATED -> "ends beyond its block";
            case UNDEFINED -> "names a part that this edition does not define";
            case BAD_LENGTH -> "has a length octet of 0";
            default -> "has the unknown fault " + code;
        };
    }
}
