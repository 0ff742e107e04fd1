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
/// @param appliesTo the kinds of object it concerns; empty: all but birds. What is of unknown kind is
/// always concerned
/// @param exceptAffiliations whom it does not concern: friends on their way home
/// @param warnAheadS how long before a predicted entry the warning is wanted, seconds, 0 or more
/// @param geoid where mean sea level lies there, where that is known
public record Zone(
        ZoneId id,
        String title,
        Area area,
        Optional<HeightLimit> floor,
        Optional<HeightLimit> ceiling,
        List<Interval> active,
        List<ObjectKind> appliesTo,
        List<Affiliation> exceptAffiliations,
        double warnAheadS,
        Optional<Geoid> geoid) {
    /// Who is warned of stays concerned down to this probability of its kinds, so that a wavering
    /// classifier does not make a wavering warning.
    private static final double STILL_CONCERNED = 0.3;

    /// Who is near, or inside, concerns the zone from this probability on: there is no time to look again.
    private static final double CONCERNED = 0.9;

    /// Who is far concerns it from this one on. Of thousands of birds a day some look like drones for a few
    /// looks; a few more looks tell them apart, and there is time for them.
    private static final double SURELY_CONCERNED = 0.99;

    /// Checks the lead time.
    public Zone {
        active = List.copyOf(active);
        appliesTo = List.copyOf(appliesTo);
        exceptAffiliations = List.copyOf(exceptAffiliations);
        require(warnAheadS >= 0, "warnAheadS %s", warnAheadS);
    }

    /// A zone of which it is not known where mean sea level lies.
    public Zone(
            ZoneId id,
            String title,
            Area area,
            Optional<HeightLimit> floor,
            Optional<HeightLimit> ceiling,
            List<Interval> active,
            List<ObjectKind> appliesTo,
            List<Affiliation> exceptAffiliations,
            double warnAheadS) {
        this(id, title, area, floor, ceiling, active, appliesTo, exceptAffiliations, warnAheadS, Optional.empty());
    }

    /// Mean sea level (EGM96) above the WGS-84 ellipsoid within a zone.
    ///
    /// @param lowM the least, metres, with its uncertainty; negative below the ellipsoid
    /// @param highM the most
    public record Geoid(double lowM, double highM) {
        /// Checks the order.
        public Geoid {
            require(lowM <= highM && lowM > -1000 && highM < 1000, "geoid from %s to %s m", lowM, highM);
        }
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

    /// How surely an object must be of a zone's kinds to concern it.
    public enum Held {
        /// It concerned the zone until now.
        CONCERNED,
        /// It did not, and it is near or inside.
        NEAR,
        /// It did not, and it is far.
        FAR
    }

    /// Whether the zone concerns an object.
    ///
    /// @param kinds what the object may be
    /// @param affiliation its standard identity
    /// @param held how it stood to the zone until now
    public boolean concerns(Kinds kinds, Affiliation affiliation, Held held) {
        if (exceptAffiliations.contains(affiliation)) {
            return false;
        }
        double chance = 0;
        for (Kinds.Chance each : kinds.chances()) {
            chance += each.kind() == ObjectKind.UNKNOWN || names(each.kind()) ? each.probability() : 0;
        }
        return chance
                >= switch (held) {
                    case CONCERNED -> STILL_CONCERNED;
                    case NEAR -> CONCERNED;
                    case FAR -> SURELY_CONCERNED;
                };
    }

    // Birds fly everywhere: they concern a zone only where it names them.
    private boolean names(ObjectKind kind) {
        if (appliesTo.isEmpty()) {
            return kind != ObjectKind.BIRD;
        }
        for (ObjectKind named : appliesTo) {
            if (kind.isA(named) || named == ObjectKind.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
