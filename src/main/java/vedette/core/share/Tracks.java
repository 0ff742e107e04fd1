package vedette.core.share;

import java.util.List;
import java.util.Optional;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.SharedTrack;
import vedette.model.Track;

/// Our tracks as peers are told of them.
final class Tracks {
    /// A track that is not told again for so long is history, seconds.
    private static final double HOLDS_S = 30;

    private Tracks() {}

    static SharedTrack of(NodeId node, Event.Stamp stamp, Track track) {
        return told(origin(node, stamp, track, track.lastPlotAt()), track, false);
    }

    static SharedTrack ended(NodeId node, Event.Stamp stamp, Track track) {
        return told(origin(node, stamp, track, stamp.arrivedAt().plusS(1)), track, true);
    }

    // The issue is the second of its life: nothing has to be remembered for it.
    private static Origin origin(NodeId node, Event.Stamp stamp, Track track, Moment second) {
        double life = Math.max(0, second.secondsSince(track.startedAt()));
        return new Origin(
                node,
                "T-" + track.id(),
                (int) Math.min(life, 2.0e9) + 1,
                stamp.domain(),
                stamp.arrivedAt(),
                stamp.arrivedAt().plusS(HOLDS_S),
                track.releasability(),
                List.of());
    }

    private static SharedTrack told(Origin origin, Track track, boolean ended) {
        return new SharedTrack(
                origin,
                ended,
                track.lastPlotAt(),
                track.affiliation(),
                track.kinds(),
                track.existence(),
                Optional.of(new SharedTrack.State(track.kinematics(), track.altitude())),
                Optional.empty(),
                track.identity().equals(Identity.NONE) ? Optional.empty() : Optional.of(track.identity()));
    }
}
