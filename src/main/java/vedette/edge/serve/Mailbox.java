package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.edge.Emission;
import vedette.model.Assessment;
import vedette.model.Neighbour;
import vedette.model.Output;
import vedette.model.Warning;

/// Holds what the engine said until the display's own thread takes it.
///
/// Later news of the same thing replaces earlier news, so that it cannot outgrow the picture however slow
/// the display is, and the engine's thread is held up by one entry in a map only.
final class Mailbox {
    /// Things with news at once: ten times the tracks an engine may hold.
    static final int LIMIT = 200_000;

    private final Runnable urgentCame;
    private Map<String, Emission> waiting = new LinkedHashMap<>();
    private Map<String, Emission> urgent = new LinkedHashMap<>();
    private long shed;

    /// @param urgentCame is told when there is something that cannot wait; must return at once
    Mailbox(Runnable urgentCame) {
        this.urgentCame = urgentCame;
    }

    /// Puts an output in.
    void put(Emission emission) {
        boolean isUrgent = isUrgent(emission.output());
        synchronized (this) {
            Map<String, Emission> lane = isUrgent ? urgent : waiting;
            String thing = thing(emission);
            if (lane.size() >= LIMIT && !lane.containsKey(thing)) {
                shed++;
                return;
            }
            lane.put(thing, emission);
        }
        if (isUrgent) {
            urgentCame.run();
        }
    }

    /// Takes out what cannot wait, in the order in which the things first had news.
    synchronized List<Emission> takeUrgent() {
        List<Emission> taken = List.copyOf(urgent.values());
        urgent = urgent.isEmpty() ? urgent : new LinkedHashMap<>();
        return taken;
    }

    /// Takes out everything else, in the order in which the things first had news.
    synchronized List<Emission> take() {
        List<Emission> taken = List.copyOf(waiting.values());
        waiting = waiting.isEmpty() ? waiting : new LinkedHashMap<>();
        return taken;
    }

    /// How many outputs found no room since the start.
    synchronized long shed() {
        return shed;
    }

    private static boolean isUrgent(Output output) {
        return switch (output) {
            case Output.WarningDrafted _,
                    Output.WarningReleased _,
                    Output.WarningRevised _,
                    Output.WarningEnded _,
                    Output.WarningAcknowledged _,
                    Output.Published _,
                    Output.Tried _,
                    Output.ReleaseStands _ -> true;
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.PlacesChanged _,
                    Output.Signed _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> false;
        };
    }

    private static String thing(Emission emission) {
        return switch (emission.output()) {
            case Output.TrackChanged(var track) -> "t" + track.id();
            case Output.TrackEnded(var track, var _) -> "t" + track.id();
            case Output.GroupChanged(var group) -> "g" + group.id();
            case Output.GroupEnded(long group, var _, var _) -> "g" + group;
            case Output.Assessed(var _, var assessment) -> assessed(assessment);
            case Output.WarningDrafted(var warning) -> warned(warning);
            case Output.WarningReleased(var warning) -> warned(warning);
            case Output.WarningRevised(var warning) -> warned(warning);
            case Output.WarningEnded(var warning) -> warned(warning);
            // Each holds only the places with news: none may replace another.
            case Output.PlacesChanged _ -> "q" + emission.seq() + "." + emission.index();
            case Output.Published(var cleared, var _) ->
                "p" + cleared.bulletin().warning().id();
            case Output.Tried(var message, var _) -> "p" + message.id();
            case Output.ReleaseStands(var _, var standing) -> "d" + standing.warning();
            case Output.Signed _ -> "y" + emission.seq() + "." + emission.index();
            case Output.WarningAcknowledged(var warning, var _, var _, var _) -> "k" + warning;
            case Output.OrderTaken _ -> "o" + emission.seq() + "." + emission.index();
            case Output.Shareable _ -> "x" + emission.seq() + "." + emission.index();
            case Output.NeighbourChanged(var _, var neighbour) ->
                neighbour.standing() == Neighbour.Standing.OVERTAKEN
                        ? "x" + emission.seq() + "." + emission.index()
                        : "n" + ShownNeighbours.id(neighbour.shared());
            // Each holds only what one look brought: none may replace another.
            case Output.ForeignChanged _ -> "x" + emission.seq() + "." + emission.index();
            case Output.SensorHealth(var health) -> "s" + health.sensor();
            case Output.Refused refused -> "r" + refused.what();
            case Output.Heartbeat _ -> "h";
        };
    }

    private static String warned(Warning warning) {
        return "w" + warning.id();
    }

    private static String assessed(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Intrusion intrusion -> "i" + intrusion.track() + " " + intrusion.zone();
            case Assessment.Distress distress -> "d" + distress.track();
            case Assessment.Flying(var missile) -> "m" + missile.number();
            case Assessment.Raid(var raid) -> "f" + raid.number();
            case Assessment.Risks _ -> "p";
            case Assessment.Stream(var raid) -> "a" + raid.number();
            case Assessment.Identified identified -> "k" + identified.track();
            case Assessment.Approaches _ -> "ah";
            case Assessment.Interference(var area, var _, var _, var _) -> "j" + area.getFirst();
            case Assessment.Uas(var flight) -> "u" + flight.serial();
            case Assessment.Doubted doubted -> "c" + doubted.name();
            case Assessment.Breach breach -> "b" + breach.track();
            case Assessment.Proximity(var flight, var other, var _, var _, var _, var _) -> "n" + flight + " " + other;
        };
    }
}
