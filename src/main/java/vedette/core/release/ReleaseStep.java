package vedette.core.release;

import java.util.List;
import vedette.model.Output;

/// What one event has led to.
///
/// @param state what release remembers now
/// @param outputs what takes the place of everything that was said before: the same, with drafts and bulletins
public record ReleaseStep(ReleaseState state, List<Output> outputs) {
    /// Copies the list.
    public ReleaseStep {
        outputs = List.copyOf(outputs);
    }
}
