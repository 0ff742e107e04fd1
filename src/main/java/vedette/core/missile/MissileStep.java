package vedette.core.missile;

import java.util.List;
import vedette.model.Output;

/// What a step of the missile watch gives.
///
/// @param state what is remembered from here on
/// @param outputs `Assessed` with [vedette.model.Assessment.Flying], and `Refused` where a bound was met
public record MissileStep(MissileState state, List<Output> outputs) {
    /// Copies the list.
    public MissileStep {
        outputs = List.copyOf(outputs);
    }
}
