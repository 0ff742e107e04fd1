package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// An alert that another authority gave out: shown with its origin, never said again as ours, and evidence of nothing.
///
/// @param feed by which feed it came
/// @param sender who gave it out, by their own word unless it is proven
/// @param identifier its name among its sender's
/// @param proven who signed it, when that was proven; empty when it was not
/// @param status ACTUAL, EXERCISE or TEST, as its sender says
/// @param type what it does: begins a matter, goes on with one, or takes one back
/// @param words what people read
/// @param sentAt when it was given out
/// @param expires from then on it says nothing any more
/// @param polygons the ground it is about, rings of corners
/// @param circles the ground it is about
public record ForeignAlert(
        String feed,
        String sender,
        String identifier,
        String proven,
        Status status,
        Type type,
        Said words,
        Moment sentAt,
        Moment expires,
        List<List<LatLon>> polygons,
        List<Area.Circle> circles) {
    /// Copies the lists.
    public ForeignAlert {
        require(!identifier.isEmpty(), "a foreign alert of %s without a name", sender);
        polygons = polygons.stream().map(List::copyOf).toList();
        circles = List.copyOf(circles);
    }

    /// Whether it is in earnest, as its sender says.
    public enum Status {
        /// In earnest.
        ACTUAL,
        /// People rehearse.
        EXERCISE,
        /// Equipment is tried.
        TEST
    }

    /// What it does.
    public enum Type {
        /// It begins.
        ALERT,
        /// It goes on.
        UPDATE,
        /// It was wrong, or is over.
        CANCEL
    }

    /// What people read.
    ///
    /// @param event what it is about, short
    /// @param headline the same, longer
    /// @param advice what to do
    /// @param area where
    /// @param urgency how soon, in CAP's words
    /// @param severity how bad
    /// @param certainty how sure
    public record Said(
            String event,
            String headline,
            String advice,
            String area,
            String urgency,
            String severity,
            String certainty) {}

    /// Its name among all senders'.
    public String key() {
        return sender + "," + identifier;
    }

    /// Whether it has run out.
    public boolean isPast(Moment now) {
        return !expires.isAfter(now);
    }
}
