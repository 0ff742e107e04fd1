package vedette.core.nature;

import vedette.math.LongMap;

/// What is remembered of the objects' natures between events. Immutable: a snapshot is a reference.
///
/// @param files by track number: objects of whose nature something was said; forgotten with their tracks
public record NatureState(LongMap<NatureFile> files) {
    /// Nothing known.
    public static NatureState empty() {
        return new NatureState(LongMap.empty());
    }
}
