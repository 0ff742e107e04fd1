package vedette.math;

/// Texts as keys of a [LongMap].
public final class TextKey {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TextKey() {}

    /// The 64-bit FNV-1a hash of a text's characters (Fowler, Noll, Vo 1991; two bytes a character): the same
    /// on every machine. Two texts may share a key: who uses it keeps the text beside the value and compares.
    public static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c & 0xff)) * PRIME;
            hash = (hash ^ (c >> 8)) * PRIME;
        }
        return hash;
    }

    /// The first key of one part of all keys: hashes are even over all numbers, so that a tenth of the numbers holds
    /// about a tenth of a map's texts, and a walk through it need not see the other nine.
    ///
    /// @param part 0 to one less than there are
    /// @param parts how many
    public static long first(int part, int parts) {
        return Long.MIN_VALUE + part * Long.divideUnsigned(-1L, parts);
    }
}
