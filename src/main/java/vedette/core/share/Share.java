package vedette.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.LongMap;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Track;

/// Sharing: one step for each event, after the other rooms' steps.
public final class Share {
    private Share() {}

    /// What stands around an event.
    ///
    /// @param said what the other rooms said of it
    /// @param before our tracks before it
    /// @param tracks our tracks after it
    /// @param subjects the objects our warnings are about
    public record Around(List<Output> said, LongMap<Track> before, LongMap<Track> tracks, Subjects subjects) {}

    /// Takes one event.
    ///
    /// @param state what [ShareState#empty] or the step before gave
    /// @param event the event
    /// @param around what stands around it
    public static ShareStep step(ShareState state, Event event, Around around) {
        List<Output> outputs = new ArrayList<>();
        ShareState next = switch (event) {
            case Event.Received received -> new Arriving(state, outputs).take(received, around.tracks());
            case Event.Configured(var stamp, Configuration.Sharing sharing) ->
                new Noticing(state.with(Optional.of(sharing)), outputs).again(stamp);
            case Event.Configured(var stamp, Configuration.Notices(var notices)) ->
                new Noticing(state, outputs).take(notices, stamp);
            case Event.Configured(var stamp, Configuration.Foreign foreign) -> {
                outputs.add(new Output.ForeignChanged(stamp.arrivedAt(), foreign));
                yield state;
            }
            case Event.Ordered(var stamp, var operator, Order.JudgeShared order) ->
                new Arriving(state, outputs).judge(stamp, operator, order);
            case Event.Configured _, Event.Ordered _, Event.Observed _, Event.Tick _, Event.Delivered _ -> state;
        };
        next = new Telling(next, event.stamp(), outputs).take(around);
        if (event instanceof Event.Tick(var stamp)) {
            next = new Upkeep(next, outputs).tick(stamp.arrivedAt());
        }
        return new ShareStep(next, outputs);
    }
}
