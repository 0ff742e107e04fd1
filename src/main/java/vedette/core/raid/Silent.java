package vedette.core.raid;

import java.util.Arrays;

/// Which nodes do not listen, one bit a node.
///
/// @param words 64 nodes each; not copied, never written to again
record Silent(long[] words) {
    /// All nodes listen.
    static Silent none(int nodes) {
        return new Silent(new long[(nodes + 63) / 64]);
    }

    boolean is(int node) {
        return (words[node >> 6] >>> (node & 63) & 1) != 0;
    }

    Silent with(int node, boolean silent) {
        long[] next = words.clone();
        long bit = 1L << (node & 63);
        next[node >> 6] = silent ? next[node >> 6] | bit : next[node >> 6] & ~bit;
        return new Silent(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Silent that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "silent " + Arrays.toString(words);
    }
}
