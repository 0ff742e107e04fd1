package vedette.core.nature;

import java.util.List;
import vedette.model.Output;

/// What one event has led to.
///
/// @param state what is remembered now
/// @param outputs `Assessed` with `Identified`, in order
public record NatureStep(NatureState state, List<Output> outputs) {
    /// Copies the list.
    public NatureStep {
        outputs = List.copyOf(outputs);
    }
}
