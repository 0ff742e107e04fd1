package vedette.simulate;

import java.util.Optional;

/// What a radar got back from one direction at one time: an echo, a reply, or both.
///
/// @param atS when, seconds since the world's start
/// @param rangeM measured slant range, metres
/// @param azimuthRad measured azimuth, radians, [0, 2π)
/// @param echo whether the skin was seen
/// @param reply what the transponder said, if it was heard
record Return(double atS, double rangeM, double azimuthRad, boolean echo, Optional<Reply> reply) {
    /// What a transponder says.
    ///
    /// @param modeS whether it said its address and callsign
    /// @param address 24-bit address
    /// @param callsign flight identification, or nothing
    /// @param modeA the twelve bits
    /// @param heightM pressure height, metres
    record Reply(boolean modeS, int address, String callsign, int modeA, double heightM) {}
}
