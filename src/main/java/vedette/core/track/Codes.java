package vedette.core.track;

import java.util.Optional;
import java.util.OptionalInt;
import vedette.model.Emergency;
import vedette.model.Identity;

/// What a track believes about each of its codes.
///
/// @param address the 24-bit aircraft address
/// @param modeA the Mode A code
/// @param callsign the flight identification, by its hash: texts are compared a million times a second
/// @param serial the serial number, by [#code], once one was told
record Codes(Belief address, Belief modeA, Belief callsign, Optional<Belief> serial) {
    /// Nothing told yet.
    static final Codes NONE = new Codes(Belief.NONE, Belief.NONE, Belief.NONE, Optional.empty());

    /// The beliefs after a look.
    Codes after(Identity told) {
        Belief newAddress = told.address().isPresent()
                ? address.after(CodeKind.ADDRESS, told.address().getAsInt())
                : address;
        Belief newModeA = told.modeA().isPresent()
                ? modeA.after(modeAKind(told), told.modeA().getAsInt())
                : modeA;
        Belief newCallsign = told.callsign().isPresent()
                ? callsign.after(CodeKind.CALLSIGN, told.callsign().get().hashCode())
                : callsign;
        Codes newer = new Codes(newAddress, newModeA, newCallsign, serialAfter(told));
        return newer.equals(this) ? this : newer;
    }

    private Optional<Belief> serialAfter(Identity told) {
        return told.serial().isEmpty()
                ? serial
                : Optional.of(serial.orElse(Belief.NONE)
                        .after(CodeKind.SERIAL, code(told.serial().get())));
    }

    /// A serial number as a code: its hash; 0 when it is one letter over and over, as makers leave it unset.
    static int code(String serial) {
        for (int i = 1; i < serial.length(); i++) {
            if (serial.charAt(i) != serial.charAt(0)) {
                return serial.hashCode();
            }
        }
        return 0;
    }

    /// A Mode A code that came with an address came under its parity.
    static CodeKind modeAKind(Identity told) {
        return told.address().isPresent() ? CodeKind.MODE_A_WITH_PARITY : CodeKind.MODE_A;
    }

    /// Who the track is, by what is believed now.
    ///
    /// @param before who it was taken for
    /// @param told what was told at this look, already taken into these beliefs
    Identity identity(Identity before, Identity told) {
        Identity now = new Identity(
                told.address().isPresent() ? shown(before.address(), address) : before.address(),
                told.modeA().isPresent() ? shown(before.modeA(), modeA) : before.modeA(),
                told.callsign().isPresent() && told.callsign().get().hashCode() == callsign.code()
                        ? told.callsign()
                        : before.callsign(),
                emergency(before, told),
                shownSerial(before, told));
        return now.equals(before) ? before : now;
    }

    private Optional<String> shownSerial(Identity before, Identity told) {
        boolean believed = told.serial().isPresent()
                && serial.isPresent()
                && code(told.serial().get()) == serial.get().code();
        return believed ? told.serial() : before.serial();
    }

    private static OptionalInt shown(OptionalInt before, Belief belief) {
        int code = (int) belief.code();
        return before.isPresent() && before.getAsInt() == code ? before : OptionalInt.of(code);
    }

    // A declared state holds at once; one that only a Mode A code tells, when that code is believed.
    private Emergency emergency(Identity before, Identity told) {
        if (told.modeA().isEmpty()) {
            return told.emergency() == Emergency.NONE ? before.emergency() : told.emergency();
        }
        boolean isDeclared = told.emergency() != Emergency.ofModeA(told.modeA().getAsInt());
        return isDeclared ? told.emergency() : Emergency.ofModeA((int) modeA.code());
    }
}
