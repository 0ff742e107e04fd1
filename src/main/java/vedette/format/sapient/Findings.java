package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a message, gathered. The rules of the standard come first, what we merely do not know last.
final class Findings {
    /// More say nothing new, and an answer that carries them must stay small.
    private static final int MOST = 50;

    private final List<Finding> broken = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();

    void add(@Nullable Trail up, String field, String reason) {
        add(Trail.of(up, field), reason);
    }

    /// Adds what is wrong with a field; only the first of a field counts.
    void add(Trail at, String reason) {
        String field = at.words();
        if (broken.size() < MOST
                && broken.stream().noneMatch(known -> known.field().equals(field))) {
            broken.add(new Finding(field, reason));
        }
    }

    void add(Finding finding) {
        broken.add(finding);
    }

    /// A field that the edition does not have.
    void unknown(@Nullable Trail up, String field, String reason) {
        if (unknown.size() < MOST) {
            unknown.add(new Finding(Trail.words(up, field), reason));
        }
    }

    boolean none() {
        return broken.isEmpty() && unknown.isEmpty();
    }

    boolean anyUnknown() {
        return !unknown.isEmpty();
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(broken);
        all.addAll(unknown);
        return List.copyOf(all);
    }
}
