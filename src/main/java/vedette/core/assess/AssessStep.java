package vedette.core.assess;

import java.util.List;
import vedette.model.Output;

/// What one event has led to.
///
/// @param state what assess remembers now
/// @param outputs `Assessed`, `SensorHealth` and `Refused`, in order
public record AssessStep(AssessState state, List<Output> outputs) {
    /// Copies the list.
    public AssessStep {
        outputs = List.copyOf(outputs);
    }
}
