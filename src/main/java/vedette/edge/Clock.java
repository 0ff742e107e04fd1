package vedette.edge;

import vedette.model.Moment;

/// The node's one clock. It never runs back; a replay's clock is the recording's.
@FunctionalInterface
public interface Clock {
    /// What time it is.
    Moment now();
}
