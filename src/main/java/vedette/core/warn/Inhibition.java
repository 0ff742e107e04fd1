package vedette.core.warn;

import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.TrackId;
import vedette.model.ZoneId;

/// Warnings of a track for a zone that a person has stopped for a while.
///
/// @param track which
/// @param zone where
/// @param until when warnings come again
/// @param operator who stopped them
/// @param counted how many warnings would have been
/// @param held whether one would stand now
public record Inhibition(TrackId track, ZoneId zone, Moment until, Operator operator, long counted, boolean held) {
    Inhibition counting() {
        return new Inhibition(track, zone, until, operator, counted + 1, true);
    }

    Inhibition cleared() {
        return new Inhibition(track, zone, until, operator, counted, false);
    }
}
