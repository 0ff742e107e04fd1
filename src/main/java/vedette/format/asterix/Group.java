package vedette.format.asterix;

import java.util.List;

/// Values side by side, to the bit.
///
/// @param members in the order of the bytes
/// @param bits their sum
record Group(List<Member<BitShape>> members, int bits) implements BitShape {
    Group {
        members = List.copyOf(members);
    }
}
