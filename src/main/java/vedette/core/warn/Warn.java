package vedette.core.warn;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Track;

/// Assessments become warnings: one an object and zone, one an aircraft in distress, one a sensor that does
/// not see, one a launch or impact or raid of them.
///
/// The engine calls [#step] for every event, after core.assess's step. Warnings have the stage they would have
/// outside; core.release makes drafts of those that are not released.
public final class Warn {
    private Warn() {}

    /// Takes one event.
    ///
    /// It reads `Observed` (how a sensor comes to know), `Configured` (zones), `Tick` (hysteresis, expiry)
    /// and of `Ordered` the orders Inhibit (answered by `OrderTaken`) and Acknowledge (by
    /// `WarningAcknowledged`).
    ///
    /// @param state what [WarnState#empty] or the step before gave
    /// @param event the event
    /// @param said what tracker and assess said of it, in that order: `TrackChanged`, `TrackEnded`,
    /// `Assessed` and `SensorHealth` are read, the rest is skipped
    /// @param tracks the tracks after the tracker's step, by their number
    public static WarnStep step(WarnState state, Event event, List<Output> said, LongMap<Track> tracks) {
        Book book = new Book(state, event.stamp(), tracks);
        ZoneWarnings zones = new ZoneWarnings(book);
        Orders orders = new Orders(book);
        switch (event) {
            case Event.Observed observed -> book.sensors().hear(observed.measurement());
            case Event.Configured configured -> {
                configure(configured.configuration(), zones, book);
                book.flights().configure(configured.configuration());
            }
            case Event.Ordered ordered -> order(ordered, orders);
            case Event.Tick _, Event.Received _, Event.Delivered _ -> {}
        }
        said.forEach(output -> read(output, book, zones));
        if (event instanceof Event.Tick) {
            new Upkeep(book, zones).tick();
            book.flights().tick();
            book.raids().tick();
        }
        book.flights().settle();
        return book.done();
    }

    private static void configure(Configuration configuration, ZoneWarnings zones, Book book) {
        switch (configuration) {
            case Configuration.Zones(var given) -> zones.replace(given);
            case Configuration.Places(var given) -> book.raids().replace(given);
            case Configuration.Listeners(var nodes) -> book.sensors().net(nodes);
            case Configuration.Sensors _,
                    Configuration.Feeds _,
                    Configuration.Pressure _,
                    Configuration.Leaps _,
                    Configuration.WatchSensors _,
                    Configuration.Notices _,
                    Configuration.Catalogue _,
                    Configuration.Foreign _,
                    Configuration.Releasing _,
                    Configuration.Flights _,
                    Configuration.Sharing _ -> {}
        }
    }

    private static void order(Event.Ordered ordered, Orders orders) {
        switch (ordered.order()) {
            case Order.Inhibit inhibit -> orders.inhibit(inhibit, ordered.operator());
            case Order.Acknowledge acknowledge -> orders.acknowledge(acknowledge, ordered.operator());
            case Order.Approve _, Order.Withdraw _, Order.TakeBack _, Order.TryChannels _ -> {}
            case Order.SetIdentity _, Order.Note _, Order.JudgeShared _, Order.Authorise _, Order.EndFlight _ -> {}
        }
    }

    private static void read(Output output, Book book, ZoneWarnings zones) {
        switch (output) {
            case Output.Assessed(var _, Assessment assessment) -> take(assessment, book, zones);
            case Output.SensorHealth(var health) -> book.sensors().take(health);
            case Output.TrackEnded(var track, var why) -> zones.ended(track, why);
            case Output.TrackChanged _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.WarningDrafted _,
                    Output.WarningReleased _,
                    Output.WarningRevised _,
                    Output.WarningEnded _,
                    Output.PlacesChanged _,
                    Output.WarningAcknowledged _,
                    Output.Published _,
                    Output.Tried _,
                    Output.ReleaseStands _,
                    Output.Signed _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.Refused _,
                    Output.Heartbeat _ -> {}
        }
    }

    private static void take(Assessment assessment, Book book, ZoneWarnings zones) {
        switch (assessment) {
            case Assessment.Intrusion intrusion -> zones.take(intrusion);
            case Assessment.Distress distress -> new DistressWarnings(book).take(distress);
            case Assessment.Flying(var missile) -> book.flights().take(missile);
            case Assessment.Raid(var raid) -> book.flights().take(raid);
            case Assessment.Risks(var places) -> book.flights().take(places);
            case Assessment.Interference found -> new InterferenceWarnings(book).take(found);
            case Assessment.Doubted doubted -> new SpoofingWarnings(book).take(doubted);
            case Assessment.Breach breach -> new BreachWarnings(book).take(breach);
            case Assessment.Proximity proximity -> new ProximityWarnings(book).take(proximity);
            case Assessment.Approaches(var places) -> book.raids().take(places);
            case Assessment.Uas _, Assessment.Stream _, Assessment.Identified _ -> {}
        }
    }
}
