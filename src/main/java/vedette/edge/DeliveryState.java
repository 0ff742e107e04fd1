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
/// @param audience who is connected, where people come to the channel instead of it to them
public record DeliveryState(
        String name,
        int waiting,
        double oldestS,
        Optional<String> fault,
        Optional<Moment> faultSince,
        long brought,
        Optional<Had> last,
        long givenUp,
        List<Dead> dead,
        Optional<Audience> audience) {
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

    /// Who is connected.
    ///
    /// @param connected how many are now
    /// @param dropped how many were let go, or went, since the start
    /// @param refused how many found no place, since the start
    /// @param last the latest that was let go
    public record Audience(int connected, long dropped, long refused, Optional<Dropped> last) {}

    /// Somebody who was let go.
    ///
    /// @param who its address or name
    /// @param at when
    /// @param why in words
    public record Dropped(String who, Moment at, String why) {}

    /// A channel that people do not connect to.
    public DeliveryState(
            String name,
            int waiting,
            double oldestS,
            Optional<String> fault,
            Optional<Moment> faultSince,
            long brought,
            Optional<Had> last,
            long givenUp,
            List<Dead> dead) {
        this(name, waiting, oldestS, fault, faultSince, brought, last, givenUp, dead, Optional.empty());
    }

    /// A channel that keeps no list of what waits: who is connected has it at once.
    public static DeliveryState open(String name) {
        return new DeliveryState(name, 0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, List.of());
    }
}
