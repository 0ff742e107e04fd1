package vedette.model;

import static vedette.math.Require.finite;

import java.util.Optional;
import java.util.OptionalDouble;

/// What an echo looked like to the radar, besides where it came from. Each part is the radar's claim, not truth.
///
/// @param rcsDbsm radar cross section, decibels above a square metre, where measured
/// @param rotors whether the echo was modulated as by rotors or propellers; of a radar that classes single looks
/// without
/// saying by what, whether it classed this one as a machine that flies
/// @param claim what the radar takes it for, where it tells
public record Signature(OptionalDouble rcsDbsm, Rotors rotors, Optional<KindClaim> claim) {
    /// Checks the cross section.
    public Signature {
        finite(rcsDbsm.orElse(0), "rcsDbsm");
    }

    /// A radar's word on rotors.
    public enum Rotors {
        /// It does not tell.
        UNTOLD,
        /// It looked and found none.
        ABSENT,
        /// It found some.
        PRESENT
    }
}
