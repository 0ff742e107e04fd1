package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The sectors of a sensor that were worked on in the last turns, in the order they were worked on.
///
/// The latest ones stand by themselves, so that one more copies few; full lists of them are kept and forgotten whole.
///
/// @param full lists of [#MANY] sectors each
/// @param recent those after them, fewer
/// @param workedNs the latest end, `Long.MIN_VALUE` when none
record Past(List<List<Worked>> full, List<Worked> recent, long workedNs) {
    private static final int MANY = 16;

    static final Past NONE = new Past(List.of(), List.of(), Long.MIN_VALUE);

    Past {
        full = List.copyOf(full);
        recent = List.copyOf(recent);
    }

    /// With a sector.
    ///
    /// @param spanNs sectors that ended longer before it may be forgotten
    Past with(Worked sector, long spanNs) {
        long latest = Math.max(workedNs, sector.ns());
        if (sector.isEmpty()) {
            return new Past(full, recent, latest);
        }
        Worked[] more = recent.toArray(new Worked[recent.size() + 1]);
        more[recent.size()] = sector;
        List<Worked> list = List.of(more);
        return list.size() < MANY
                ? new Past(full, list, latest)
                : new Past(fuller(list, sector.ns() - spanNs), List.of(), latest);
    }

    private List<List<Worked>> fuller(List<Worked> list, long oldestNs) {
        List<List<Worked>> kept = new ArrayList<>();
        for (List<Worked> old : full) {
            if (!kept.isEmpty() || old.getLast().ns() >= oldestNs) {
                kept.add(old);
            }
        }
        kept.add(list);
        return kept;
    }

    /// Whether a plot was worked on before.
    ///
    /// @param spanNs how long after its time its sector ended at most
    boolean knows(long key, long plotNs, long spanNs) {
        return plotNs <= workedNs && !after(plotNs, spanNs, sector -> !sector.had(key, plotNs));
    }

    /// Shows the sectors that ended after a time, until one is enough.
    ///
    /// @param spanNs and not longer after it than this
    /// @return whether none was enough
    boolean after(long fromNs, long spanNs, Predicate<Worked> goOn) {
        for (List<Worked> old : full) {
            if (!goesOn(old, fromNs, spanNs, goOn)) {
                return false;
            }
        }
        return goesOn(recent, fromNs, spanNs, goOn);
    }

    private static boolean goesOn(List<Worked> sectors, long fromNs, long spanNs, Predicate<Worked> goOn) {
        for (Worked sector : sectors) {
            boolean near = sector.ns() >= fromNs && sector.ns() - fromNs <= spanNs;
            if (near && !goOn.test(sector)) {
                return false;
            }
        }
        return true;
    }
}
