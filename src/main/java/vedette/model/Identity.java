package vedette.model;

import static vedette.math.Require.require;

import java.util.Optional;
import java.util.OptionalInt;

/// What an object says of itself. Each part is evidence, not truth: codes are garbled, doubled and forged.
///
/// @param address 24-bit aircraft address
/// @param modeA Mode 3/A code, twelve bits
/// @param callsign flight identification, trimmed, not empty
/// @param emergency a distress it declares
/// @param serial serial number of an unmanned aircraft (Remote ID: ASTM F3411 UAS ID of type 1, built as
/// ANSI/CTA-2063-A says), trimmed, not empty
public record Identity(
        OptionalInt address,
        OptionalInt modeA,
        Optional<String> callsign,
        Emergency emergency,
        Optional<String> serial) {
    /// Nothing known.
    public static final Identity NONE =
            new Identity(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Emergency.NONE);

    private static final int LONGEST_CALLSIGN = 16;

    /// ASTM F3411 gives a UAS ID 20 octets.
    private static final int LONGEST_SERIAL = 20;

    /// Checks the ranges.
    public Identity {
        require(address.orElse(0) >>> 24 == 0, "address %s", address);
        require(modeA.orElse(0) >>> 12 == 0, "Mode A %s", modeA);
        require(
                callsign.map(c -> !c.isBlank() && c.length() <= LONGEST_CALLSIGN)
                        .orElse(true),
                "callsign '%s'",
                callsign);
        require(serial.map(s -> !s.isBlank() && s.length() <= LONGEST_SERIAL).orElse(true), "serial '%s'", serial);
    }

    /// What a manned aircraft says of itself: no serial number.
    public Identity(OptionalInt address, OptionalInt modeA, Optional<String> callsign, Emergency emergency) {
        this(address, modeA, callsign, emergency, Optional.empty());
    }

    /// Known by its serial number alone.
    public static Identity ofSerial(String serial) {
        return new Identity(
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Emergency.NONE, Optional.of(serial));
    }

    /// Known by the address alone.
    public static Identity ofAddress(int address) {
        return new Identity(OptionalInt.of(address), OptionalInt.empty(), Optional.empty(), Emergency.NONE);
    }

    /// Known by the Mode A code alone, with the emergency it declares.
    public static Identity ofModeA(int modeA) {
        return new Identity(OptionalInt.empty(), OptionalInt.of(modeA), Optional.empty(), Emergency.ofModeA(modeA));
    }

    /// This identity with what `newer` knows laid over it; the emergency is the newer one's when it carries a code.
    public Identity updatedBy(Identity newer) {
        boolean speaks = newer.modeA.isPresent() || newer.emergency != Emergency.NONE;
        return new Identity(
                newer.address.isPresent() ? newer.address : address,
                newer.modeA.isPresent() ? newer.modeA : modeA,
                newer.callsign.isPresent() ? newer.callsign : callsign,
                speaks ? newer.emergency : emergency,
                newer.serial.isPresent() ? newer.serial : serial);
    }
}
