package vedette.edge.send;

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
/// @param givenUp parcels that stand in the list of dead letters, since the start
public record DeliveryState(
        String name,
        int waiting,
        double oldestS,
        Optional<String> fault,
        Optional<Moment> faultSince,
        long brought,
        long givenUp) {}
