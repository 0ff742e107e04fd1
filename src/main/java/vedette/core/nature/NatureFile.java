package vedette.core.nature;

import vedette.model.Kinds;
import vedette.model.Moment;

/// What is remembered of one object's nature.
///
/// @param flown how it has flown
/// @param said what it was last said to be
/// @param saidAt when
/// @param settled whether a person has said what it is, which holds
public record NatureFile(Flown flown, Kinds said, Moment saidAt, boolean settled) {
    /// Changes of a probability by less are no news.
    private static final double NEWS = 0.05;

    /// Nor are they so soon after the last, seconds, unless another kind became the likeliest.
    private static final double SHORTEST_S = 0.9;

    static NatureFile begun() {
        return new NatureFile(Flown.NOTHING, Kinds.UNKNOWN, new Moment(0), false);
    }

    NatureFile flying(Flown more) {
        return new NatureFile(more, said, saidAt, settled);
    }

    NatureFile saying(Kinds kinds, Moment at) {
        return new NatureFile(flown, kinds, at, settled);
    }

    NatureFile settledBy(Kinds kinds, Moment at) {
        return new NatureFile(flown, kinds, at, true);
    }

    boolean isNews(Kinds kinds, Moment at) {
        if (kinds.most() != said.most()) {
            return true;
        }
        double before = said.probability(said.most());
        return at.secondsSince(saidAt) >= SHORTEST_S && Math.abs(kinds.probability(kinds.most()) - before) >= NEWS;
    }
}
