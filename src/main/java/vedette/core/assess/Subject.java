package vedette.core.assess;

import java.util.List;
import vedette.model.Emergency;
import vedette.model.Moment;
import vedette.model.TrackId;

/// An object of which something is remembered.
///
/// @param track its number
/// @param distress what it declares
/// @param standings the zones it is near
/// @param assessedAt when it was last held against the zones
public record Subject(TrackId track, Distress distress, List<Standing> standings, Moment assessedAt) {
    /// Copies the list.
    public Subject {
        standings = List.copyOf(standings);
    }

    /// A declared distress, and one that is not believed yet: a single garbled reply must not alarm anybody.
    ///
    /// @param believed what was given out
    /// @param heard what was heard last
    /// @param times how often in a row
    public record Distress(Emergency believed, Emergency heard, int times) {
        static final Distress NONE = new Distress(Emergency.NONE, Emergency.NONE, 0);

        /// Updates of a track that must agree before a distress, or its end, is believed.
        private static final int BELIEVED_AFTER = 2;

        Distress heard(Emergency now) {
            int agreeing = now == heard ? Math.min(times + 1, BELIEVED_AFTER) : 1;
            return new Distress(agreeing >= BELIEVED_AFTER ? now : believed, now, agreeing);
        }
    }

    static Subject unknown(TrackId track, Moment at) {
        return new Subject(track, Distress.NONE, List.of(), at);
    }

    /// Whether nothing needs to be remembered.
    boolean isIdle() {
        return standings.isEmpty() && distress.believed() == Emergency.NONE && distress.heard() == Emergency.NONE;
    }

    Subject with(Distress changed) {
        return new Subject(track, changed, standings, assessedAt);
    }

    Subject with(List<Standing> changed, Moment at) {
        return new Subject(track, distress, changed, at);
    }
}
