package vedette.model;

import java.util.List;
import java.util.Optional;

/// What an unmanned aircraft tells of its flight beside its own place: an object of its own, that ages and is
/// uncertain. Where people are is theirs: only who watches over the flight may see it.
///
/// @param serial under which the aircraft goes
/// @param track its track, where it has one
/// @param stations the operator's place, the take-off point
/// @param operatorId the operator's registration, as told
/// @param heardAt when anything of this was heard last
/// @param ended whether it is no longer heard: the last word of it
public record UasFlight(
        String serial,
        Optional<TrackId> track,
        List<Place> stations,
        Optional<String> operatorId,
        Moment heardAt,
        boolean ended) {
    /// Copies the list.
    public UasFlight {
        stations = List.copyOf(stations);
    }

    /// A place on the ground.
    ///
    /// @param station what and where
    /// @param sigmaM standard deviation of each horizontal axis now, metres
    /// @param toldAt when it was told last
    public record Place(Measurement.Station station, double sigmaM, Moment toldAt) {}
}
