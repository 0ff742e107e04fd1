package vedette.model;

import java.util.List;

/// What an engine says about an event.
public sealed interface Output {
    /// A track is new or has news.
    ///
    /// @param track as known now
    record TrackChanged(Track track) implements Output {}

    /// A track is no more.
    ///
    /// @param track as last known
    /// @param why one sentence
    record TrackEnded(Track track, String why) implements Output {}

    /// Tracks that cannot be told apart are a group: once a second while they are.
    ///
    /// @param group as known now
    record GroupChanged(TrackGroup group) implements Output {}

    /// A group is no more; its members may live on.
    ///
    /// @param group its number
    /// @param at when
    /// @param why one sentence
    record GroupEnded(long group, Moment at, String why) implements Output {}

    /// The picture means something new.
    ///
    /// @param at when
    /// @param assessment what
    record Assessed(Moment at, Assessment assessment) implements Output {}

    /// A warning was made, but is not released.
    ///
    /// @param warning its first revision
    record WarningDrafted(Warning warning) implements Output {}

    /// A warning goes out.
    ///
    /// @param warning the revision that goes out
    record WarningReleased(Warning warning) implements Output {}

    /// A warning has news.
    ///
    /// @param warning the new revision
    record WarningRevised(Warning warning) implements Output {}

    /// A warning is over.
    ///
    /// @param warning the last revision: ALL_CLEAR, CANCELLED or EXPIRED
    record WarningEnded(Warning warning) implements Output {}

    /// What people of places are told about impacts has changed.
    ///
    /// @param at when
    /// @param places those with news; each that got any other stage gets ALL_CLEAR in the end
    record PlacesChanged(Moment at, List<PlaceAlert> places) implements Output {
        /// Copies the list.
        public PlacesChanged {
            places = List.copyOf(places);
        }
    }

    /// Somebody has seen a warning.
    ///
    /// @param warning which
    /// @param revision of which revision
    /// @param operator who
    /// @param at when
    record WarningAcknowledged(WarningId warning, int revision, Operator operator, Moment at) implements Output {}

    /// A person wrote a note to a track, or stopped its warnings for a while.
    ///
    /// @param order what they did
    /// @param operator who
    /// @param at when
    record OrderTaken(Order order, Operator operator, Moment at) implements Output {}

    /// A sensor's health changed, or its counts did (at most once a second).
    ///
    /// @param health as known now
    record SensorHealth(Health health) implements Output {}

    /// Something that peers may see, if their community may: said again every ten seconds while it holds, so that no
    /// death of a process can lose it. The same origin is the same item.
    ///
    /// @param shared what may be told
    record Shareable(Shared shared) implements Output {}

    /// What a peer told us has news. It is shown with its origin; nothing of it becomes ours.
    ///
    /// @param at when
    /// @param neighbour what is known of it
    record NeighbourChanged(Moment at, Neighbour neighbour) implements Output {}

    /// Something was not done, and why: a limit, a wrong domain, a fault.
    ///
    /// @param seq the event's number
    /// @param what the limit or rule, in few words
    /// @param why one sentence with the values
    /// @param count how often this has happened since the start
    record Refused(long seq, String what, String why, long count) implements Output {}

    /// The engine is alive: once a second.
    ///
    /// @param at when
    /// @param seq the latest event
    /// @param tracks tracks shown
    /// @param warnings warnings that have not ended
    record Heartbeat(Moment at, long seq, int tracks, int warnings) implements Output {}
}
