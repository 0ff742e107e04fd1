package vedette.model;

/// What a flying thing is, as far as a warning needs to know.
public enum ObjectKind {
    /// Not told apart yet.
    UNKNOWN,
    /// An aeroplane with people or cargo.
    AEROPLANE,
    /// A helicopter.
    HELICOPTER,
    /// A multirotor or small fixed-wing drone.
    DRONE,
    /// A one-way-attack drone.
    ONE_WAY_ATTACK_DRONE,
    /// Flies like a cruise missile.
    CRUISE_MISSILE,
    /// On a ballistic path.
    BALLISTIC,
    /// A bird, or a flock.
    BIRD,
    /// In orbit, or returning from it.
    SPACE_OBJECT
}
