package vedette.core.engine;

import java.util.ArrayList;
import java.util.List;

/// How often each thing was refused. Bounded by the number of things that can be.
///
/// @param counts one a thing, in the order they first happened
record Refusals(List<Count> counts) {
    static final Refusals NONE = new Refusals(List.of());

    /// Kinds are named in our own code and there are few; a flood of new names would be a defect, and must not grow.
    private static final int MOST = 64;
    /// Told each time up to here, then at each doubling: a flood of refusals must not become a flood of outputs.
    private static final int ALL_TOLD = 10;

    /// A thing and how often.
    ///
    /// @param what the thing
    /// @param count how often
    record Count(String what, long count) {}

    Refusals {
        counts = List.copyOf(counts);
    }

    long of(String what) {
        for (Count count : counts) {
            if (count.what.equals(what)) {
                return count.count;
            }
        }
        return 0;
    }

    Refusals plus(String what) {
        List<Count> next = new ArrayList<>(counts);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).what.equals(what)) {
                next.set(i, new Count(what, next.get(i).count + 1));
                return new Refusals(next);
            }
        }
        if (next.size() < MOST) {
            next.add(new Count(what, 1));
        }
        return new Refusals(next);
    }

    static boolean told(long count) {
        return count <= ALL_TOLD || Long.bitCount(count) == 1;
    }
}
