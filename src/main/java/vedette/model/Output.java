package vedette.model;

import java.util.List;
import java.util.Optional;

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

    /// A bulletin is to go to channels. It is said again every few seconds for those that have not said that they
    /// have it, also after a restart; a channel that has it, or has it queued, leaves it out.
    ///
    /// @param cleared the bulletin, in the type of its domain
    /// @param channels to which, by name
    record Published(Cleared cleared, List<String> channels) implements Output {
        /// Copies the list.
        public Published {
            channels = List.copyOf(channels);
        }
    }

    /// A message that tries the channels is to go out, once.
    ///
    /// @param message what
    /// @param channels to which, by name
    record Tried(TestMessage message, List<String> channels) implements Output {
        /// Copies the list.
        public Tried {
            channels = List.copyOf(channels);
        }
    }

    /// The release of a warning stands otherwise than before.
    ///
    /// @param at when
    /// @param standing how
    record ReleaseStands(Moment at, Standing standing) implements Output {}

    /// A person signed, withdrew, took back, or tried the channels; for the record of acts.
    ///
    /// @param order what they did
    /// @param operator who
    /// @param at when
    /// @param saw the warning as it stood, where it is about one
    record Signed(Order order, Operator operator, Moment at, Optional<Warning> saw) implements Output {}

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

    /// Others' alerts came or were taken down: for displays, and for nobody else.
    ///
    /// @param at when
    /// @param foreign what one look brought
    record ForeignChanged(Moment at, Configuration.Foreign foreign) implements Output {}

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
