package vedette.model;

/// What a flying thing is, as far as a warning needs to know.
public enum ObjectKind {
    /// Not told apart yet.
    UNKNOWN,
    /// An aeroplane with people or cargo.
    AEROPLANE,
    /// A helicopter.
    HELICOPTER,
    /// A small drone of which nobody knows how it flies.
    DRONE,
    /// A drone that stands on its rotors.
    MULTIROTOR,
    /// A small drone with wings.
    FIXED_WING_DRONE,
    /// A one-way-attack drone.
    ONE_WAY_ATTACK_DRONE,
    /// Flies like a cruise missile.
    CRUISE_MISSILE,
    /// On a ballistic path.
    BALLISTIC,
    /// A bird, or a flock.
    BIRD,
    /// In orbit, or returning from it.
    SPACE_OBJECT;

    /// Whether what concerns the other kind concerns this one: the kinds of small drones are drones.
    public boolean isA(ObjectKind other) {
        return this == other || (other == DRONE && (this == MULTIROTOR || this == FIXED_WING_DRONE));
    }
}
