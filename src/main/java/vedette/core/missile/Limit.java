package vedette.core.missile;

/// What the missile watch does not take, or not for long: every bound it has.
enum Limit {
    /// More things than are watched at once.
    THINGS("things watched"),
    /// A look from the future, or from long ago.
    STAMPS("stamps of looks"),
    /// A line of sight of a satellite that nobody told of.
    STRANGERS("looks of unknown satellites"),
    /// A plot of a warning radar without elevation.
    FLAT("plots of warning radars without elevation"),
    /// An echo earlier than those that are kept of its thing.
    FORGOTTEN("echoes earlier than those kept"),
    /// More sensors than have a place.
    SENSORS("sensors of the missile watch"),
    /// What of a catalogue is too old to say where its objects are.
    STALE("objects of the catalogue"),
    /// A look at what is, or from a place that is, beyond all bounds.
    FAR("looks beyond all bounds");

    final String words;

    Limit(String words) {
        this.words = words;
    }
}
