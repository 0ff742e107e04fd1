package vedette.core.release;

import java.util.List;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Warning;

/// The way of warnings to the public.
///
/// A warning stays a draft until its rule lets it out: at once (never in LIVE), by a rule agreed beforehand that every
/// message names, or when two different people have signed it. From then on the engine's corrections and its end follow
/// by themselves, and one person can take it back. Every bulletin is said to the channels until each has it.
public final class Release {
    private Release() {}

    /// Takes one event.
    ///
    /// @param state what [ReleaseState#empty] or the step before gave
    /// @param event the event
    /// @param said what the other rooms said of it; warnings in the stage they would have outside
    public static ReleaseStep step(ReleaseState state, Event event, List<Output> said) {
        Ledger ledger = new Ledger(state, event.stamp());
        switch (event) {
            case Event.Configured(var _, Configuration.Releasing releasing) -> ledger.configure(releasing);
            case Event.Ordered(var _, var operator, Order order) -> new Signing(ledger, operator).take(order);
            case Event.Delivered delivered -> ledger.deliver(delivered);
            case Event.Configured _, Event.Observed _, Event.Received _, Event.Tick _ -> {}
        }
        said.forEach(output -> read(output, ledger));
        if (event instanceof Event.Tick) {
            ledger.tick();
        }
        return ledger.done();
    }

    private static void read(Output output, Ledger ledger) {
        switch (output) {
            case Output.WarningDrafted(Warning warning) -> ledger.begins(warning);
            case Output.WarningReleased(Warning warning) -> ledger.begins(warning);
            case Output.WarningRevised(Warning warning) -> ledger.goesOn(warning);
            case Output.WarningEnded(Warning warning) -> ledger.ends(warning);
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.PlacesChanged _,
                    Output.Published _,
                    Output.Tried _,
                    Output.ReleaseStands _,
                    Output.Signed _,
                    Output.WarningAcknowledged _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> ledger.say(output);
        }
    }
}
