package vedette.core.share;

import java.util.List;
import vedette.model.Output;

/// What one event has led to.
///
/// @param state what share remembers now
/// @param outputs `Shareable`, `NeighbourChanged`, `OrderTaken` and `Refused`, in order
public record ShareStep(ShareState state, List<Output> outputs) {
    /// Copies the list.
    public ShareStep {
        outputs = List.copyOf(outputs);
    }
}
