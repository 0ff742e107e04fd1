package vedette.model;

import static vedette.math.Require.require;

/// The person behind an order, as an edge authenticated them.
///
/// @param name 1 to 64 characters
/// @param role what they may do: viewer, operator, releaser, director, admin
public record Operator(String name, Role role) {
    private static final int LONGEST = 64;

    /// Checks the name.
    public Operator {
        require(!name.isBlank() && name.length() <= LONGEST, "operator name '%s'", name);
    }

    /// What a person may do.
    public enum Role {
        /// Look.
        VIEWER,
        /// Annotate, acknowledge, inhibit.
        OPERATOR,
        /// Release warnings.
        RELEASER,
        /// Direct exercises.
        DIRECTOR,
        /// Configure.
        ADMIN
    }
}
