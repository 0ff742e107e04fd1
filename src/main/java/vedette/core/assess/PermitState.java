package vedette.core.assess;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.AuthorisedFlight;
import vedette.model.Tally;
import vedette.model.TrackId;

/// What is known of authorised flights.
///
/// @param flights those told of
/// @param bearers by [vedette.math.TextKey] of what a flight names of itself: the flight's place in the list
/// @param permits by track number: objects that bear a flight's name
/// @param holders by the flight's place in the list: the objects that bear its name
/// @param near pairs that are near each other
/// @param refused flights beyond the limit
/// @param listed the flights of the operator's list
/// @param ordered those that orders authorised; of two with one name this one counts
public record PermitState(
        List<Told> flights,
        LongMap<Bearer> bearers,
        LongMap<Permit> permits,
        LongMap<Holders> holders,
        List<Pair> near,
        Tally refused,
        List<AuthorisedFlight> listed,
        List<AuthorisedFlight> ordered) {
    /// Copies the lists.
    public PermitState {
        flights = List.copyOf(flights);
        near = List.copyOf(near);
        listed = List.copyOf(listed);
        ordered = List.copyOf(ordered);
    }

    PermitState with(LongMap<Permit> newPermits, LongMap<Holders> newHolders) {
        return new PermitState(flights, bearers, newPermits, newHolders, near, refused, listed, ordered);
    }

    PermitState with(List<Pair> newNear, Tally newRefused) {
        return new PermitState(flights, bearers, permits, holders, newNear, newRefused, listed, ordered);
    }

    /// The flights that are told of otherwise; who bears them is found anew.
    PermitState telling(List<AuthorisedFlight> newListed, List<AuthorisedFlight> newOrdered) {
        return new PermitState(flights, bearers, permits, holders, near, refused, newListed, newOrdered);
    }

    static PermitState empty() {
        return new PermitState(
                List.of(),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                List.of(),
                Tally.of("authorised flights"),
                List.of(),
                List.of());
    }

    /// A flight with the shapes of its volumes.
    ///
    /// @param flight the flight
    /// @param volumes in its order
    public record Told(AuthorisedFlight flight, List<ZoneShape> volumes) {
        /// Copies the list.
        public Told {
            volumes = List.copyOf(volumes);
        }
    }

    /// Who bears a flight's name.
    ///
    /// @param word what is named
    /// @param flight the flight's place in the list
    public record Bearer(String word, int flight) {}

    /// The objects that bear one flight's name.
    ///
    /// @param tracks their numbers
    public record Holders(List<TrackId> tracks) {
        /// Copies the list.
        public Holders {
            tracks = List.copyOf(tracks);
        }
    }

    /// Two objects that are near each other.
    ///
    /// @param flight the object of the authorised flight
    /// @param other the other one
    public record Pair(TrackId flight, TrackId other) {}
}
