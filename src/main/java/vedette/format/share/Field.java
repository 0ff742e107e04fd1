package vedette.format.share;

/// The fields of an item, each of which has labels of its own.
public enum Field {
    /// What the item is at all: stage, kind and gravity of a warning; identity class and kinds of a track. Without it
    /// there is no item.
    BODY,
    /// When it was, or will be, launched.
    LAUNCH_TIME,
    /// Where.
    LAUNCH_AREA,
    /// Which way it flies.
    AZIMUTH,
    /// Its class by range.
    REACH,
    /// When it comes down.
    IMPACT_TIME,
    /// Where.
    IMPACT_AREA,
    /// What people read.
    WORDS,
    /// Position and velocity of a track with their covariance.
    STATE,
    /// The ground a track is over.
    PLACE,
    /// What an object says of itself.
    IDENTITY
}
