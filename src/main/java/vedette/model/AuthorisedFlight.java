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
/// @param volumes where and when it may be, each a zone with a time; at least one
public record AuthorisedFlight(String name, Purpose purpose, List<Identity> bearers, List<Zone> volumes) {
    private static final int LONGEST = 120;

    /// Checks the name and the counts.
    public AuthorisedFlight {
        bearers = List.copyOf(bearers);
        volumes = List.copyOf(volumes);
        require(!name.isBlank() && name.length() <= LONGEST, "name '%s'", name);
        require(!bearers.isEmpty() && !volumes.isEmpty(), "flight '%s' without bearer or volume", name);
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
