package vedette.core.missile;

import vedette.model.Missile;
import vedette.model.Warning;

/// What was said of a thing so far.
///
/// @param revision the latest revision, 0 when nothing was said
/// @param atS when, watch seconds
/// @param verdict what it was held to be
/// @param confidence how independent the evidence was
/// @param phase where in its flight it was
/// @param landsS the latest moment it was said to come down; minus infinity when none was said
record Telling(
        int revision,
        double atS,
        Missile.Verdict verdict,
        Warning.Confidence confidence,
        Missile.Phase phase,
        double landsS) {
    static final Telling NOTHING = new Telling(
            0,
            Double.NEGATIVE_INFINITY,
            Missile.Verdict.CLUTTER,
            Warning.Confidence.UNCONFIRMED,
            Missile.Phase.BOOST,
            Double.NEGATIVE_INFINITY);

    boolean anything() {
        return revision > 0;
    }

    boolean ended() {
        return phase == Missile.Phase.DOWN || phase == Missile.Phase.ENDED;
    }
}
