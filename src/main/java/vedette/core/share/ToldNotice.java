package vedette.core.share;

import vedette.model.LaunchNotice;
import vedette.model.SharedNotice;

/// A launch told of beforehand that we tell on.
///
/// @param notice what we were told
/// @param shared what we tell
public record ToldNotice(LaunchNotice notice, SharedNotice shared) {}
