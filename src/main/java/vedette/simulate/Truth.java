package vedette.simulate;

import java.util.OptionalInt;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.ObjectKind;

/// One object as it truly is, known to judges and tests only.
///
/// @param number its number among all objects of the world, over all tellings
/// @param name what the script calls it
/// @param kind what it is
/// @param address the 24-bit address it transmits, if it does
/// @param place where it is
/// @param velocityMps along the axes at the place, metres a second
public record Truth(long number, String name, ObjectKind kind, OptionalInt address, Geodetic place, Enu velocityMps) {
    static Truth of(Flight flight, State state) {
        OptionalInt address = switch (flight.actor().equipment()) {
            case NONE, MODE_AC -> OptionalInt.empty();
            case MODE_S, ADS_B -> OptionalInt.of(flight.address());
        };
        return new Truth(
                flight.number(), flight.actor().name(), flight.kind(), address, state.place(), state.velocityMps());
    }
}
