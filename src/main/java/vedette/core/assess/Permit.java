package vedette.core.assess;

import vedette.model.Assessment.Limit;
import vedette.model.Moment;
import vedette.model.TrackId;

/// An object that bears an authorised flight's name.
///
/// @param track its number
/// @param flight the flight's place in the list
/// @param said what was said last to be breached
/// @param seen what is seen to be breached now
/// @param seenSince since when
public record Permit(TrackId track, int flight, Limit said, Limit seen, Moment seenSince) {
    /// What is seen must stay so for so long before it is said, seconds.
    private static final double PERSISTS_S = 2;

    static Permit of(TrackId track, int flight, Moment at) {
        return new Permit(track, flight, Limit.NONE, Limit.NONE, at);
    }

    /// The same under the flight's new place in the list.
    Permit of(int newFlight) {
        return new Permit(track, newFlight, said, seen, seenSince);
    }

    Permit seeing(Limit now, Moment at) {
        return now == seen ? this : new Permit(track, flight, said, now, at);
    }

    Permit saying() {
        return new Permit(track, flight, seen, seen, seenSince);
    }

    /// Whether what is seen is news that has persisted. That two bear one name needs no waiting.
    boolean isNews(Moment at) {
        return seen != said && (seen == Limit.NAME || at.secondsSince(seenSince) >= PERSISTS_S);
    }

    /// Whether it is where it may be.
    boolean keeps() {
        return said == Limit.NONE && seen == Limit.NONE;
    }
}
