package vedette.core.share;

import java.util.List;
import vedette.model.WarningId;

/// Tells which objects a warning is about.
@FunctionalInterface
public interface Subjects {
    /// The numbers of the burning, flying or falling objects of a warning; none when it is about something else, or has
    /// ended.
    List<Long> of(WarningId warning);
}
