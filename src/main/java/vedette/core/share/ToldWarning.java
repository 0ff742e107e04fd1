package vedette.core.share;

import java.util.Optional;
import vedette.model.Moment;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// What we tell of a warning.
///
/// @param shared its newest issue
/// @param warning what it was made from
/// @param released whether it went out: from then on no draft of it is told
/// @param over when it ended
public record ToldWarning(SharedWarning shared, Warning warning, boolean released, Optional<Moment> over) {}
