package vedette.core.warn;

import java.util.Optional;
import vedette.model.Moment;
import vedette.model.PlaceRisk;
import vedette.model.Warning;

/// What the people of a place have been told.
///
/// @param risk what may come down there, as known now
/// @param stage PREALERT, ISSUED or UPDATED
/// @param takeCover whether they were told to take cover now
/// @param lowSince since when the risk is so low that nothing would have been said
/// @param said the risk as it was when they were last told
public record PlaceFile(
        PlaceRisk risk, Warning.Stage stage, boolean takeCover, Optional<Moment> lowSince, PlaceRisk said) {
    boolean isWarned() {
        return stage != Warning.Stage.PREALERT;
    }

    PlaceFile with(PlaceRisk now) {
        return new PlaceFile(now, stage, takeCover, lowSince, said);
    }

    PlaceFile low(Optional<Moment> since) {
        return new PlaceFile(risk, stage, takeCover, since, said);
    }

    PlaceFile told(Warning.Stage now, boolean cover) {
        return new PlaceFile(risk, now, cover, lowSince, risk);
    }
}
