package vedette.core.track;

import java.util.List;
import vedette.model.Output;

/// What one input made of the tracker's state.
///
/// @param next the state after it
/// @param outputs `TrackChanged`, `TrackEnded` and `Refused`, in a fixed order
public record TrackStep(TrackState next, List<Output> outputs) {
    /// Copies the list.
    public TrackStep {
        outputs = List.copyOf(outputs);
    }
}
