package vedette.core.release;

import java.util.List;
import vedette.model.Moment;
import vedette.model.Warning;

/// Warnings in another stage or with prepared words, ready before anybody needs them.
final class Prepared {
    /// A word that takes a warning back holds for so long, seconds.
    private static final double TAKEN_BACK_S = 3_600;

    private Prepared() {}

    /// As it is shown inside while nobody has released it.
    static Warning draft(Warning warning) {
        return staged(warning, Warning.Stage.DRAFTED);
    }

    static Warning staged(Warning warning, Warning.Stage stage) {
        return with(warning, stage, warning.gravity(), warning.validity(), warning.words());
    }

    /// That it was wrong, to everyone it went to.
    static Warning takenBack(Warning warning, Moment now, String why) {
        Warning.Gravity gravity = new Warning.Gravity(
                Warning.Severity.MINOR,
                Warning.Urgency.PAST,
                Warning.Certainty.UNLIKELY,
                warning.gravity().confidence());
        Warning.Words words = new Warning.Words(
                "Withdrawn: " + warning.words().headline(),
                why.isBlank() ? "The warning was wrong and is withdrawn" : why,
                "You need not do what the warning asked for. Tell others who received it.");
        Warning.Validity validity = new Warning.Validity(now, now, now.plusS(TAKEN_BACK_S));
        return with(warning, Warning.Stage.CANCELLED, gravity, validity, words);
    }

    private static Warning with(
            Warning warning,
            Warning.Stage stage,
            Warning.Gravity gravity,
            Warning.Validity validity,
            Warning.Words words) {
        return new Warning(
                warning.id(),
                warning.revision(),
                warning.at(),
                warning.domain(),
                stage,
                warning.kind(),
                gravity,
                List.copyOf(warning.tracks()),
                warning.zones(),
                warning.polygon(),
                validity,
                warning.sources(),
                words,
                warning.releasability());
    }
}
