package vedette.core.track;

import java.util.List;
import vedette.model.Affiliation;
import vedette.model.Kinds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorSite;
import vedette.model.TrackId;

/// What the tracker is told.
public sealed interface TrackInput {
    /// The sensors that are known; replaces those known before. Tracks stay, plots not yet worked on are dropped.
    ///
    /// @param sites one a sensor
    record Known(List<SensorSite> sites) implements TrackInput {
        /// Copies the list.
        public Known {
            sites = List.copyOf(sites);
        }
    }

    /// A sensor claims something.
    ///
    /// @param seq the event's number, for refusals
    /// @param arrivedAt when it came
    /// @param measurement the claim
    record Seen(long seq, Moment arrivedAt, Measurement measurement) implements TrackInput {}

    /// Time passes.
    ///
    /// @param seq the event's number
    /// @param at the time
    record Passed(long seq, Moment at) implements TrackInput {}

    /// Somebody concluded what a track is; it is carried on the track and returned with it.
    ///
    /// @param track which
    /// @param kinds what it may be
    /// @param affiliation its standard identity
    record Judged(TrackId track, Kinds kinds, Affiliation affiliation) implements TrackInput {}
}
