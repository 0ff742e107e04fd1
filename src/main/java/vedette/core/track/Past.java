package vedette.core.track;

import java.util.function.Predicate;
import vedette.math.LongMap;

/// The sectors of a sensor that were worked on in the last turns.
///
/// @param sectors by their ends, one later where two ended at once
/// @param last the number of the latest one
/// @param workedNs the latest end, `Long.MIN_VALUE` when none
/// @param fresh sectors since old ones were forgotten
record Past(LongMap<Worked> sectors, long last, long workedNs, int fresh) {
    /// Old sectors are forgotten every so many.
    private static final int FORGETTING = 32;

    static final Past NONE = new Past(LongMap.empty(), Long.MIN_VALUE, Long.MIN_VALUE, 0);

    /// With a sector.
    ///
    /// @param spanNs sectors that ended longer before it are forgotten
    Past with(Worked sector, long spanNs) {
        long number = Math.max(sector.ns(), last + 1);
        LongMap.Draft<Worked> kept = sectors.draft();
        if (fresh >= FORGETTING) {
            sectors.walk(Long.MIN_VALUE, (key, old) -> {
                boolean over = sector.ns() - old.ns() > spanNs;
                if (over) {
                    kept.remove(key);
                }
                return over;
            });
        }
        if (!sector.isEmpty()) {
            kept.put(number, sector);
        }
        return new Past(kept.map(), number, Math.max(workedNs, sector.ns()), fresh >= FORGETTING ? 0 : fresh + 1);
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
        boolean[] all = {true};
        sectors.walk(fromNs, (key, sector) -> {
            boolean near = sector.ns() - fromNs <= spanNs;
            all[0] = !near || sector.ns() < fromNs || goOn.test(sector);
            return near && all[0];
        });
        return all[0];
    }
}
