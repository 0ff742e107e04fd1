package vedette.edge.send;

import java.util.List;
import java.util.Optional;
import vedette.edge.DeliveryState;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// What a channel of TAK can tell of itself: who is there, what they were sent last, who was let go and why.
final class TakAccount {
    private final String name;
    private final String domain;
    private long brought;
    private long dropped;
    private Optional<DeliveryState.Had> last = Optional.empty();
    private Optional<DeliveryState.Dropped> lastDropped = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private Optional<Moment> since = Optional.empty();

    /// @param told the channel's name, and in whose name it speaks
    TakAccount(TakServer.Told told) {
        name = told.name();
        domain = told.objects().voice().domain().name();
    }

    static Moment now() {
        return LeapSeconds.standard().moment(System.currentTimeMillis() * 1_000_000L);
    }

    /// Somebody has a bulletin, for the first time.
    synchronized void brought(CotAudience.Letter letter) {
        brought++;
        last = Optional.of(new DeliveryState.Had(domain + "." + letter.warning().name() + "." + letter.issue(), now()));
    }

    /// Somebody was let go, or went.
    synchronized void dropped(String who, String why) {
        dropped++;
        lastDropped = Optional.of(new DeliveryState.Dropped(who, now(), why));
    }

    /// Nobody is reached.
    synchronized void down(String why) {
        if (fault.isEmpty()) {
            since = Optional.of(now());
        }
        fault = Optional.of(why);
    }

    /// Somebody is reached again.
    synchronized void up() {
        fault = Optional.empty();
        since = Optional.empty();
    }

    /// All of it.
    ///
    /// @param connected how many are there now
    /// @param refused how many found no place
    synchronized DeliveryState state(int connected, long refused) {
        return new DeliveryState(
                name,
                0,
                0,
                fault,
                since,
                brought,
                last,
                0,
                List.of(),
                Optional.of(new DeliveryState.Audience(connected, dropped, refused, lastDropped)));
    }
}
