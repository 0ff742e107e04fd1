package vedette.model;

import java.util.List;
import java.util.TreeSet;

/// Who may see a thing.
///
/// @param open whether everyone may
/// @param to otherwise the communities that may, sorted, without repetition
public record Releasability(boolean open, List<String> to) {
    /// Everyone may see it.
    public static final Releasability OPEN = new Releasability(true, List.of());

    /// Sorts the communities; an open thing names none.
    public Releasability {
        to = open ? List.of() : List.copyOf(new TreeSet<>(to));
    }

    /// Only these may see it.
    public static Releasability only(String... communities) {
        return new Releasability(false, List.of(communities));
    }

    /// Who may see what was made from both: those who may see each of them. It never widens.
    public Releasability meet(Releasability other) {
        if (open) {
            return other;
        }
        if (other.open) {
            return this;
        }
        return new Releasability(false, to.stream().filter(other.to::contains).toList());
    }

    /// Whether a community may see it.
    public boolean includes(String community) {
        return open || to.contains(community);
    }
}
