package vedette.model;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;

/// A space that is protected: who enters it, or is about to, is warned of.
///
/// @param id its name
/// @param title what people call it
/// @param area where
/// @param floor its lower limit; none reaches to the ground
/// @param ceiling its upper limit; none is without end
/// @param active when it holds; empty: always
/// @param appliesTo the kinds of object it concerns; empty: all. An object of unknown kind is always concerned
/// @param exceptAffiliations whom it does not concern: friends on their way home
/// @param warnAheadS how long before a predicted entry the warning is wanted, seconds, 0 or more
public record Zone(
        ZoneId id,
        String title,
        Area area,
        Optional<HeightLimit> floor,
        Optional<HeightLimit> ceiling,
        List<Interval> active,
        List<ObjectKind> appliesTo,
        List<Affiliation> exceptAffiliations,
        double warnAheadS) {
    /// Checks the lead time.
    public Zone {
        active = List.copyOf(active);
        appliesTo = List.copyOf(appliesTo);
        exceptAffiliations = List.copyOf(exceptAffiliations);
        require(warnAheadS >= 0, "warnAheadS %s", warnAheadS);
    }

    /// A stretch of time.
    ///
    /// @param from its first moment
    /// @param until the first moment after it
    public record Interval(Moment from, Moment until) {
        /// Checks the order.
        public Interval {
            require(from.isBefore(until), "interval from %s until %s", from, until);
        }

        /// Whether it holds a moment.
        public boolean holds(Moment moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /// Whether the zone holds at a moment.
    public boolean activeAt(Moment moment) {
        for (Interval interval : active) {
            if (interval.holds(moment)) {
                return true;
            }
        }
        return active.isEmpty();
    }
}
