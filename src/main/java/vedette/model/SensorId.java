package vedette.model;

import static vedette.math.Require.require;

/// The name of a sensor (or of a source that fuses several) within a node.
///
/// @param name 1 to 64 characters, no control characters
public record SensorId(String name) implements Comparable<SensorId> {
    private static final int LONGEST = 64;

    /// Checks the name.
    public SensorId {
        require(!name.isBlank() && name.length() <= LONGEST, "sensor name '%s'", name);
        require(name.chars().allMatch(c -> c >= ' ' && c != 127), "control character in sensor name");
    }

    @Override
    public int compareTo(SensorId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
