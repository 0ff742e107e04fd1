package vedette.model;

import static vedette.math.Require.require;

/// The name of a protected zone, unique within a node.
///
/// @param name 1 to 128 characters
public record ZoneId(String name) implements Comparable<ZoneId> {
    private static final int LONGEST = 128;

    /// Checks the name.
    public ZoneId {
        require(!name.isBlank() && name.length() <= LONGEST, "zone name '%s'", name);
    }

    @Override
    public int compareTo(ZoneId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
