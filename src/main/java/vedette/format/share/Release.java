package vedette.format.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.model.Releasability;

/// Who may see how much: the maker's rule for its items.
///
/// @param finest by community, the finest grade it may see
/// @param open the finest grade everybody may see, where there is one
/// @param only by field, who alone may see it
public record Release(SortedMap<String, Grade> finest, Optional<Grade> open, SortedMap<Field, Releasability> only) {
    /// Nobody may see anything.
    public static final Release NOTHING = new Release(new TreeMap<>(), Optional.empty(), new TreeMap<>());

    /// Copies the maps.
    public Release {
        finest = new TreeMap<>(finest);
        only = new TreeMap<>(only);
    }

    /// Who may see a field at a grade: whoever may see a finer one may see a coarser one.
    public Releasability label(Field field, Grade grade) {
        Releasability alone = only.getOrDefault(field, Releasability.OPEN);
        if (open.isPresent() && open.get().isAsFineAs(grade)) {
            return alone;
        }
        List<String> to = new ArrayList<>();
        finest.forEach((community, best) -> {
            if (best.isAsFineAs(grade)) {
                to.add(community);
            }
        });
        return new Releasability(false, to).meet(alone);
    }

    /// Who may see of an item that it is there.
    public Releasability label() {
        return label(Field.BODY, Grade.REGION);
    }
}
