package vedette.core.assess;

import java.util.Optional;
import vedette.model.Assessment.Entry;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Moment;
import vedette.model.ZoneId;

/// How an object stands to a zone it is near, and what was last said of it.
///
/// @param zone the zone
/// @param said the assessment last given out
/// @param saidAt when
/// @param relationSince since when the relation is what it is
public record Standing(ZoneId zone, Intrusion said, Moment saidAt, Moment relationSince) {
    /// At most one assessment a second of an object and a zone, unless its relation changes.
    private static final double SHORTEST_S = 1;

    /// An assessment that holds is repeated after this time, so that a warning lives on.
    private static final double LONGEST_S = 10;

    /// Changes that are news: of the entry, in seconds; of the probability; of the distance, metres and as a
    /// part.
    private static final double ENTRY_NEWS_S = 1;

    private static final double PROBABILITY_NEWS = 0.05;
    private static final double DISTANCE_NEWS_M = 10;
    private static final double DISTANCE_NEWS_PART = 0.05;

    /// An object clear of the zone for this long is forgotten, seconds; its warning ends before.
    private static final double FORGOTTEN_S = 30;

    /// Whether it has been clear of the zone for so long that nothing more needs to be said.
    boolean isOver(Intrusion now, Moment at) {
        return now.relation() == Relation.CLEAR
                && said.relation() == Relation.CLEAR
                && at.secondsSince(relationSince) > FORGOTTEN_S;
    }

    /// Whether a new assessment is worth giving out.
    boolean isNews(Intrusion now, Moment at) {
        if (now.relation() != said.relation()) {
            return true;
        }
        double sinceS = at.secondsSince(saidAt);
        return sinceS >= LONGEST_S || (sinceS >= SHORTEST_S && differs(now));
    }

    private boolean differs(Intrusion now) {
        double movedM = Math.abs(now.distanceM() - said.distanceM());
        return moved(now.entry(), said.entry())
                || Math.abs(now.probability() - said.probability()) > PROBABILITY_NEWS
                || (movedM > DISTANCE_NEWS_M && movedM > DISTANCE_NEWS_PART * Math.abs(said.distanceM()));
    }

    private static boolean moved(Optional<Entry> now, Optional<Entry> before) {
        if (now.isEmpty() || before.isEmpty()) {
            return now.isPresent() != before.isPresent();
        }
        return Math.abs(now.get().at().secondsSince(before.get().at())) > ENTRY_NEWS_S;
    }
}
