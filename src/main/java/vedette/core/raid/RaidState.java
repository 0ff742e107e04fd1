package vedette.core.raid;

import java.util.List;
import java.util.Optional;
import vedette.math.LongMap;
import vedette.model.AirRaid;
import vedette.model.Configuration;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.Tally;

/// What the raid watch remembers between events. Immutable: a snapshot is a reference.
///
/// @param epoch second 0 of the watch
/// @param origin the middle of the net; the first presence's place where no net was told
/// @param nodes the net
/// @param places whose people are to be warned
/// @param ears by node number: what is known of each
/// @param silent the nodes that do not listen
/// @param fliers by number: what flies, or may
/// @param raids by number: those that fly
/// @param ahead by place number: those that may be reached
/// @param made fliers made so far
/// @param raidsMade raids made so far
/// @param ticks ticks seen, to spread work
/// @param salvo the cruise missiles that came lately, in their order
/// @param tallies sounds that came too late, or from the future; fliers beyond the limit; none: nothing counted yet
public record RaidState(
        Moment epoch,
        Optional<LatLon> origin,
        List<Configuration.Listener> nodes,
        List<Place> places,
        LongMap<Ear> ears,
        Silent silent,
        LongMap<Flier> fliers,
        LongMap<AirRaid> raids,
        LongMap<PlaceAhead> ahead,
        long made,
        long raidsMade,
        long ticks,
        List<Salvo.Seen> salvo,
        List<Tally> tallies) {
    private static final List<Tally> NONE = List.of(Tally.of("presences out of time"), Tally.of("fliers watched"));

    /// Copies the lists.
    public RaidState {
        nodes = List.copyOf(nodes);
        places = List.copyOf(places);
        salvo = List.copyOf(salvo);
        tallies = tallies.isEmpty() ? NONE : List.copyOf(tallies);
    }

    Tally late() {
        return tallies.getFirst();
    }

    Tally crowded() {
        return tallies.getLast();
    }

    /// Nothing known.
    public static RaidState empty() {
        return new RaidState(
                new Moment(0),
                Optional.empty(),
                List.of(),
                List.of(),
                LongMap.empty(),
                Silent.none(0),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                0,
                0,
                0,
                List.of(),
                List.of());
    }
}
