package vedette.edge.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vedette.edge.Channel;
import vedette.edge.DeliveryState;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Output;

/// The doors of a node to people outside, all of one domain: bulletins go to the channels that the engine names.
///
/// The type parameter is the exercise wall: channels for the real thing and channels for a rehearsal do not fit into
/// the same doors. What comes as data is checked once more here; what does not belong is held back, counted and told.
///
/// @param <C> the domain whose bulletins go out
public final class Doors<C extends Cleared> implements Sender {
    private final Class<C> domain;
    private final SortedMap<String, Channel<C>> channels = new TreeMap<>();
    private final Consumer<String> troubles;
    private final List<Sender> maps = new ArrayList<>();
    private final AtomicLong heldBack = new AtomicLong();

    /// Doors that are open at once.
    ///
    /// @param domain the type of its bulletins
    /// @param channels each with a name of its own
    /// @param troubles told in one line when something was held back
    public Doors(Class<C> domain, List<Channel<C>> channels, Consumer<String> troubles) {
        this.domain = domain;
        this.troubles = troubles;
        for (Channel<C> channel : channels) {
            if (this.channels.put(channel.name(), channel) != null) {
                throw new IllegalArgumentException("two channels are named '" + channel.name() + "'");
            }
            // Those with a map show tracks too.
            if (channel instanceof Sender map) {
                maps.add(map);
            }
        }
    }

    /// Makes the channels of a domain.
    public interface Maker {
        /// All channels.
        ///
        /// @param <C> the domain whose bulletins they take
        <C extends Cleared> List<Channel<C>> channels();
    }

    /// The doors of a domain; a simulation has none.
    ///
    /// @param domain of the engine
    /// @param maker makes the channels, for whatever domain
    /// @param troubles told in one line when something was held back
    public static List<Sender> of(Domain domain, Maker maker, Consumer<String> troubles) {
        return switch (domain) {
            case LIVE -> List.of(new Doors<>(Cleared.Live.class, maker.<Cleared.Live>channels(), troubles));
            case EXERCISE -> List.of(new Doors<>(Cleared.Exercise.class, maker.<Cleared.Exercise>channels(), troubles));
            case TEST -> List.of(new Doors<>(Cleared.Trial.class, maker.<Cleared.Trial>channels(), troubles));
            case SIMULATION -> List.of();
        };
    }

    @Override
    public void send(Emission emission) {
        maps.forEach(map -> map.send(emission));
        switch (emission.output()) {
            case Output.Published(Cleared cleared, List<String> to) -> publish(cleared, to);
            case Output.Tried(var message, List<String> to) ->
                to.forEach(name -> named(name).forEach(channel -> channel.attempt(message)));
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.WarningDrafted _,
                    Output.WarningReleased _,
                    Output.WarningRevised _,
                    Output.WarningEnded _,
                    Output.PlacesChanged _,
                    Output.ReleaseStands _,
                    Output.Signed _,
                    Output.WarningAcknowledged _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> {}
        }
    }

    private void publish(Cleared cleared, List<String> to) {
        if (!domain.isInstance(cleared)) {
            long count = heldBack.incrementAndGet();
            troubles.accept("A bulletin of another domain was held back at the door of "
                    + domain.getSimpleName().toUpperCase(Locale.ROOT) + " channels: "
                    + cleared.bulletin().warning().id() + " (" + count + " so far). Report this: it must not happen.");
            return;
        }
        C own = domain.cast(cleared);
        to.forEach(name -> named(name).forEach(channel -> channel.publish(own)));
    }

    private List<Channel<C>> named(String name) {
        Channel<C> channel = channels.get(name);
        return channel == null ? List.of() : List.of(channel);
    }

    /// Bulletins of another domain that were held back, since the start.
    public long heldBack() {
        return heldBack.get();
    }

    /// How each channel is, by name.
    public List<DeliveryState> states() {
        return channels.values().stream().map(Channel::state).toList();
    }

    @Override
    public void close() {
        channels.values().forEach(Channel::close);
    }
}
