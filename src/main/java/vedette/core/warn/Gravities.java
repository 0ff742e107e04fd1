package vedette.core.warn;

import vedette.model.Assessment.Relation;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Warning;

/// How bad, how soon and how sure an intrusion is.
final class Gravities {
    /// An entry nearer than this calls for action now, seconds.
    private static final double NOW_S = 60;

    /// Surely inside from this probability on.
    private static final double SURELY = 0.9;

    private static final double LIKELY = 0.5;

    private Gravities() {}

    static Warning.Gravity of(ZoneWarnings.Case each, Moment at, Warning.Confidence confidence) {
        boolean inside = each.now().relation() == Relation.INSIDE;
        boolean soon = each.now()
                .entry()
                .map(entry -> entry.at().secondsSince(at) < NOW_S)
                .orElse(true);
        return new Warning.Gravity(
                severity(each.track().kinds().most(), inside),
                soon ? Warning.Urgency.IMMEDIATE : Warning.Urgency.EXPECTED,
                certainty(each.now().probability(), inside),
                confidence);
    }

    private static Warning.Severity severity(ObjectKind kind, boolean inside) {
        return switch (kind) {
            case ONE_WAY_ATTACK_DRONE, CRUISE_MISSILE, BALLISTIC -> Warning.Severity.EXTREME;
            case DRONE, MULTIROTOR, FIXED_WING_DRONE, UNKNOWN ->
                inside ? Warning.Severity.SEVERE : Warning.Severity.MODERATE;
            case AEROPLANE, HELICOPTER, SPACE_OBJECT -> inside ? Warning.Severity.MODERATE : Warning.Severity.MINOR;
            case BIRD -> Warning.Severity.MINOR;
        };
    }

    private static Warning.Certainty certainty(double probability, boolean inside) {
        if (inside && probability >= SURELY) {
            return Warning.Certainty.OBSERVED;
        }
        return probability >= LIKELY ? Warning.Certainty.LIKELY : Warning.Certainty.POSSIBLE;
    }
}
