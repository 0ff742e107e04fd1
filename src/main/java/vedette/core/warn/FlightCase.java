package vedette.core.warn;

import java.util.List;
import vedette.model.Moment;
import vedette.model.Warning;

/// A warning about objects that burn, fly or fall, that has not ended.
///
/// @param number its own, counted up from 1
/// @param objects numbers of the objects it is about, rising, those that have ended among them
/// @param warning its latest revision
/// @param told how many flying objects it speaks of
/// @param lookedAt when it was last looked at
/// @param due whether something changed since
public record FlightCase(long number, List<Long> objects, Warning warning, int told, Moment lookedAt, boolean due) {
    /// Copies the list.
    public FlightCase {
        objects = List.copyOf(objects);
    }

    FlightCase dueNow() {
        return due ? this : new FlightCase(number, objects, warning, told, lookedAt, true);
    }

    FlightCase looked(Moment at) {
        return new FlightCase(number, objects, warning, told, at, false);
    }

    FlightCase revised(Warning next, int speaksOf, Moment at) {
        return new FlightCase(number, objects, next, speaksOf, at, false);
    }

    FlightCase about(List<Long> now) {
        return new FlightCase(number, now, warning, told, lookedAt, true);
    }

    boolean isReentry() {
        return warning.kind() == Warning.Kind.REENTRY;
    }
}
