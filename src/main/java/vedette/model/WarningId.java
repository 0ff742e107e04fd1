package vedette.model;

import static vedette.math.Require.require;

/// The name of a warning, the same through all its revisions.
///
/// @param name letters, digits, '-', '.' only: it goes into CAP identifiers unchanged; 1 to 80 characters
public record WarningId(String name) implements Comparable<WarningId> {
    private static final int LONGEST = 80;

    /// Checks the characters.
    public WarningId {
        require(!name.isEmpty() && name.length() <= LONGEST, "warning name of %s characters", name.length());
        require(
                name.chars().allMatch(c -> c == '-' || c == '.' || (Character.isLetterOrDigit(c) && c < 128)),
                "warning name '%s'",
                name);
    }

    @Override
    public int compareTo(WarningId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
