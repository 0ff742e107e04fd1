package vedette.model;

/// In which axes a vector stands.
public sealed interface Frame {
    /// Earth-centred, Earth-fixed, WGS-84.
    record EarthFixed() implements Frame {}

    /// East, north, up at a place.
    ///
    /// @param origin the place
    record Local(Geodetic origin) implements Frame {}
}
