package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// A flight that may be where others may not, as its operator told beforehand (an operational intent in the
/// words of ASTM F3548-21).
///
/// @param name its name, 1 to 120 characters
/// @param purpose what for
/// @param bearers who flies it: what any of them names of itself (serial number, address or callsign) is
/// enough to be taken for it. It is a claim, and claims are forged
/// @param operators whose aircraft may fly it too: operator registrations as Remote ID tells them (ASTM F3411-22a,
/// operator ID; EN 4709-002), each of 1 to 20 characters. Several of one operator's may fly at once
/// @param volumes where and when it may be, each a zone with a time; at least one
public record AuthorisedFlight(
        String name, Purpose purpose, List<Identity> bearers, List<String> operators, List<Zone> volumes) {
    private static final int LONGEST = 120;
    private static final int LONGEST_OPERATOR = 20;

    /// Checks the name and the counts.
    public AuthorisedFlight {
        bearers = List.copyOf(bearers);
        operators = List.copyOf(operators);
        volumes = List.copyOf(volumes);
        require(!name.isBlank() && name.length() <= LONGEST, "name '%s'", name);
        require(
                !(bearers.isEmpty() && operators.isEmpty()) && !volumes.isEmpty(),
                "flight '%s' without bearer or volume",
                name);
        for (String operator : operators) {
            require(!operator.isBlank() && operator.length() <= LONGEST_OPERATOR, "operator '%s'", operator);
        }
    }

    /// A flight that only those named may fly.
    public AuthorisedFlight(String name, Purpose purpose, List<Identity> bearers, List<Zone> volumes) {
        this(name, purpose, bearers, List.of(), volumes);
    }

    /// What a flight is for.
    public enum Purpose {
        /// Not told.
        UNKNOWN,
        /// Work, inspection, photographs.
        WORK,
        /// Parcels.
        DELIVERY,
        /// Police, fire brigade, rescue.
        RESCUE
    }
}
