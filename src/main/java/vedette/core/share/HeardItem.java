package vedette.core.share;

import vedette.model.Neighbour;

/// What a peer told us.
///
/// @param thing node, kind and name
/// @param neighbour what is known of it
public record HeardItem(String thing, Neighbour neighbour) {}
