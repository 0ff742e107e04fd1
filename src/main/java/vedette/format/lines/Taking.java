package vedette.format.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Gathers what a file gives, one thing at a time; what cannot be taken costs only itself.
final class Taking<T> {
    /// More things than this are refused: a day of ten objects under six sensors has 3 million looks.
    private static final int MOST = 5_000_000;

    private final List<T> items = new ArrayList<>();
    private final List<Taken.Refusal> refusals = new ArrayList<>();
    private long refused;

    /// Takes what is made, or refuses it in the words of the maker's exception.
    ///
    /// @param place where it stands
    /// @param maker throws [IllegalArgumentException] where it cannot be taken
    void take(String place, Supplier<T> maker) {
        if (items.size() >= MOST) {
            refuse(place, "more than " + MOST);
            return;
        }
        try {
            items.add(maker.get());
        } catch (IllegalArgumentException fault) {
            refuse(place, String.valueOf(fault.getMessage()));
        }
    }

    /// Counts something that cannot be taken.
    void refuse(String place, String reason) {
        refused++;
        if (refusals.size() < Taken.MOST_TOLD) {
            refusals.add(new Taken.Refusal(place, reason));
        }
    }

    /// What was taken so far.
    List<T> items() {
        return items;
    }

    /// The end.
    Taken<T> done() {
        return new Taken<>(items, refusals, refused);
    }
}
