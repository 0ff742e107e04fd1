package vedette.model;

import static vedette.math.Require.require;

/// The name of a node among nodes that share: the same in everybody's settings, never given to another node.
///
/// @param name letters, digits, '-', '.' only; 1 to 32 characters
public record NodeId(String name) implements Comparable<NodeId> {
    /// The longest name, characters.
    public static final int LONGEST = 32;

    /// Checks the characters.
    public NodeId {
        require(isLegal(name), "node name '%s'", name);
    }

    /// Whether a text may be a node's name.
    public static boolean isLegal(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().allMatch(c -> c == '-' || c == '.' || (Character.isLetterOrDigit(c) && c < 128));
    }

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
