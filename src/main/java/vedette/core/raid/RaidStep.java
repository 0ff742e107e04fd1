package vedette.core.raid;

import java.util.List;
import vedette.model.Output;

/// What a step of the raid watch gives.
///
/// @param state what is remembered from here on
/// @param outputs `Assessed` with `Stream` and `Approaches`, and `Refused` where a bound was met
public record RaidStep(RaidState state, List<Output> outputs) {
    /// Copies the list.
    public RaidStep {
        outputs = List.copyOf(outputs);
    }
}
