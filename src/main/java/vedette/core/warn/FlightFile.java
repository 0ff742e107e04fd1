package vedette.core.warn;

import java.util.Optional;
import vedette.model.Impact;
import vedette.model.Missile;
import vedette.model.Moment;

/// An object that burns, flies or falls, as far as warnings need it.
///
/// @param missile its newest revision
/// @param heardAt when that came
/// @param impact where it comes down; of an object that is no longer followed, as last known
/// @param end how it ended; flying while empty
/// @param doubt since when it is held to be nothing that people are warned of, and what it was until then
/// @param belongsTo number of the warning that is about it; 0 while none is
public record FlightFile(
        Missile missile,
        Moment heardAt,
        Optional<Impact> impact,
        Optional<FlightEnd> end,
        Optional<Doubt> doubt,
        long belongsTo) {
    /// How an object ended, as far as people are to be warned of it.
    public enum FlightEnd {
        /// It came down.
        DOWN,
        /// It must have come down: the latest moment has passed.
        TIME,
        /// It is nothing to warn of.
        WRONG,
        /// It was never told what it is, and is no longer followed.
        LOST
    }

    /// What an object calls for.
    public enum Matter {
        /// Nothing.
        NONE,
        /// Watch officers are told of a launch.
        LAUNCH,
        /// People are warned.
        IMPACT,
        /// People are told of parts that come down.
        REENTRY
    }

    /// A verdict that may be taken back: what was warned of is warned of a little longer.
    ///
    /// @param since when it was first held to be something else
    /// @param was what it called for until then
    public record Doubt(Moment since, Matter was) {}

    Matter matter() {
        if (end.isPresent()) {
            return Matter.NONE;
        }
        return doubt.map(Doubt::was).orElseGet(this::called);
    }

    /// What its newest revision alone calls for.
    Matter called() {
        return switch (missile.verdict()) {
            case ATTACK -> Matter.IMPACT;
            case LAUNCH -> Matter.LAUNCH;
            case DEBRIS, SATELLITE -> impact.isPresent() ? Matter.REENTRY : Matter.NONE;
            case SPACE_LAUNCH, METEOR, CLUTTER -> Matter.NONE;
        };
    }

    FlightFile in(long warning) {
        return new FlightFile(missile, heardAt, impact, end, doubt, warning);
    }

    /// The doubt has lasted: it is what its newest revision says.
    FlightFile believed() {
        Optional<FlightEnd> how = called() == Matter.NONE ? Optional.of(FlightEnd.WRONG) : end;
        return new FlightFile(missile, heardAt, impact, how, Optional.empty(), belongsTo);
    }

    FlightFile ended(FlightEnd how) {
        return new FlightFile(missile, heardAt, impact, Optional.of(how), Optional.empty(), belongsTo);
    }
}
