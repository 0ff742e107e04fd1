package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.model.Missile;

/// Last revisions: what is said when a thing is over.
final class Words {
    private Words() {}

    /// It has come down, or is no longer followed; what it was held to be stays.
    static Missile ended(Missile m, Telling telling, Missile.Phase phase) {
        return new Missile(
                m.number(),
                m.revision(),
                phase,
                telling.verdict(),
                m.odds(),
                telling.confidence(),
                Optional.empty(),
                m.launch(),
                m.impact(),
                m.support(),
                m.why());
    }

    /// It was another one all along.
    static Missile united(Missile m, long number) {
        String why = "it is the same as M" + number;
        return new Missile(
                m.number(),
                m.revision(),
                Missile.Phase.ENDED,
                Missile.Verdict.CLUTTER,
                List.of(new Missile.Odds(Missile.Verdict.CLUTTER, 1, why)),
                m.confidence(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                m.support(),
                why + ".");
    }
}
