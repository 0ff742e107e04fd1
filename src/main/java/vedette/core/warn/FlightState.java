package vedette.core.warn;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.LeapSeconds;
import vedette.model.MissileRaid;
import vedette.model.Place;
import vedette.model.Tally;

/// What warn remembers of what burns, flies and falls.
///
/// @param places the places whose people are to be warned, in the order they were given
/// @param leaps UTC against atomic time, for the words
/// @param flights by the object's number: the objects that matter
/// @param cases by their own number: the warnings about them that have not ended
/// @param made how many warnings were ever opened: no name is used again
/// @param alerts by the place's position: the places whose people have been told something
/// @param raids by their number: the raids that fly
/// @param refused objects beyond the limit
public record FlightState(
        List<Place> places,
        LeapSeconds leaps,
        LongMap<FlightFile> flights,
        LongMap<FlightCase> cases,
        long made,
        LongMap<PlaceFile> alerts,
        LongMap<MissileRaid> raids,
        Tally refused) {
    /// Copies the list.
    public FlightState {
        places = List.copyOf(places);
    }

    static FlightState empty() {
        return new FlightState(
                List.of(),
                LeapSeconds.standard(),
                LongMap.empty(),
                LongMap.empty(),
                0,
                LongMap.empty(),
                LongMap.empty(),
                Tally.of("objects warned of"));
    }
}
