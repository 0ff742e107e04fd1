package vedette.edge;

import java.util.List;
import java.util.Optional;
import vedette.model.Moment;

/// How a channel is.
///
/// @param name the channel's
/// @param waiting parcels that wait
/// @param oldestS how long the oldest waits, seconds; 0 when none
/// @param fault what is wrong, while it is
/// @param faultSince since when
/// @param brought parcels that the other side has, since the start
/// @param last the latest of them
/// @param givenUp parcels that stand in the list of dead letters
/// @param dead the latest of those
public record DeliveryState(
        String name,
        int waiting,
        double oldestS,
        Optional<String> fault,
        Optional<Moment> faultSince,
        long brought,
        Optional<Had> last,
        long givenUp,
        List<Dead> dead) {
    /// Copies the list.
    public DeliveryState {
        dead = List.copyOf(dead);
    }

    /// A parcel that the other side has.
    ///
    /// @param parcel its name: domain, warning and issue
    /// @param at since when
    public record Had(String parcel, Moment at) {}

    /// A parcel that could not be brought.
    ///
    /// @param parcel its name
    /// @param at when it was given up
    /// @param why the last fault
    public record Dead(String parcel, Moment at, String why) {}

    /// A channel that keeps no list of what waits: who is connected has it at once.
    public static DeliveryState open(String name) {
        return new DeliveryState(name, 0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, List.of());
    }
}
