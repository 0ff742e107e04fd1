package vedette.format.asterix;

import java.util.List;

/// One value whose scale depends on a flag beside it (IAS or Mach).
///
/// @param selector the flag's name, an earlier member of the same group
/// @param alternatives the value's readings, by the flag's value; all of the same width
record Choice(String selector, List<Leaf> alternatives) implements BitShape {
    Choice {
        alternatives = List.copyOf(alternatives);
    }

    @Override
    public int bits() {
        return alternatives.getFirst().bits();
    }

    /// The reading that a flag chooses; beyond the known ones the last.
    Leaf chosen(long flag) {
        return alternatives.get(Math.clamp(flag, 0, alternatives.size() - 1));
    }
}
