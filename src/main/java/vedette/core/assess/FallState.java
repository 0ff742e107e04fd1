package vedette.core.assess;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.PlaceRisk;
import vedette.model.Tally;

/// What assess remembers of what comes down.
///
/// @param places the places, in the order they were given
/// @param falling by the object's number: what may come down, and where
/// @param pending numbers of objects still to be held against the places, first come first served
/// @param risks by the place's position: what was last said of it
/// @param unsaid whether something may have changed that was not said yet
/// @param raids by their number: the raids as last said
/// @param raidsAt when raids were last counted
/// @param recount whether they are to be counted again
/// @param placesRefused places beyond the limit
/// @param objectsRefused objects beyond the limit
public record FallState(
        List<PlaceShape> places,
        LongMap<Falling> falling,
        List<Long> pending,
        LongMap<PlaceRisk> risks,
        boolean unsaid,
        LongMap<MissileRaid> raids,
        Moment raidsAt,
        boolean recount,
        Tally placesRefused,
        Tally objectsRefused) {
    /// Copies the lists.
    public FallState {
        places = List.copyOf(places);
        pending = List.copyOf(pending);
    }

    /// Nothing known.
    static FallState empty() {
        return new FallState(
                List.of(),
                LongMap.empty(),
                List.of(),
                LongMap.empty(),
                false,
                LongMap.empty(),
                new Moment(0),
                false,
                Tally.of("places"),
                Tally.of("falling objects"));
    }
}
