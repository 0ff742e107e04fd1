package vedette.core.warn;

import java.util.List;
import vedette.model.Output;

/// What one event has led to.
///
/// @param state what warn remembers now
/// @param outputs the warnings' news, `WarningAcknowledged`, `OrderTaken` and `Refused`, in order
public record WarnStep(WarnState state, List<Output> outputs) {
    /// Copies the list.
    public WarnStep {
        outputs = List.copyOf(outputs);
    }
}
