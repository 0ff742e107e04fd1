package vedette.core.assess;

import java.util.List;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.TrackId;

/// What own sensors that look by themselves saw of a track: the tracker knows.
@FunctionalInterface
public interface Echoes {
    /// Nobody looks.
    Echoes NONE = _ -> List.of();

    /// The latest look of each sensor at a track.
    List<Look> of(TrackId track);

    /// A look.
    ///
    /// @param sensor whose
    /// @param at when
    /// @param seen whether it saw something there
    record Look(SensorId sensor, Moment at, boolean seen) {}
}
