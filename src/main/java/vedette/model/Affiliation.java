package vedette.model;

/// The standard identity of a track (STANAG 1241; MIL-STD-2525D table II), set by an operator or by rule.
public enum Affiliation {
    /// Not evaluated yet.
    PENDING,
    /// Evaluated, not known.
    UNKNOWN,
    /// Held to be a friend.
    ASSUMED_FRIEND,
    /// Known friend.
    FRIEND,
    /// Neither.
    NEUTRAL,
    /// Behaves as a threat would.
    SUSPECT,
    /// Declared hostile.
    HOSTILE
}
