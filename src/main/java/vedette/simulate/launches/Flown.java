package vedette.simulate.launches;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.LatLon;

/// Something that truly flies, burns or shines, known to judges and tests only.
///
/// @param name what the world calls it
/// @param nature what it is
/// @param path where it is, seconds of the world
/// @param glows when it shines in the infrared
/// @param sight who may see it
/// @param turnsS when it begins to fly otherwise than falling freely, if it ever does
public record Flown(String name, Nature nature, Path path, List<Glow> glows, Sight sight, OptionalDouble turnsS) {
    /// Copies the list.
    public Flown {
        glows = List.copyOf(glows);
    }

    /// One that burns and falls, and does nothing else.
    public Flown(String name, Nature nature, Path path, List<Glow> glows, Sight sight) {
        this(name, nature, path, glows, sight, OptionalDouble.empty());
    }

    /// What a thing truly is.
    public enum Nature {
        /// Comes down on nobody's notice.
        MISSILE,
        /// Goes into orbit.
        SPACE_LAUNCHER,
        /// Its spent stage.
        STAGE,
        /// Goes up and comes down as it was told beforehand.
        SOUNDING_ROCKET,
        /// Circles the Earth.
        SATELLITE,
        /// Comes from beyond the Earth.
        METEOR,
        /// A satellite that comes down.
        DECAY,
        /// A fire on the ground.
        HOT_SPOT,
        /// A reflection that only one satellite has.
        GLINT
    }

    /// A time of shining.
    ///
    /// @param fromS begins
    /// @param toS ends
    public record Glow(double fromS, double toS) {}

    /// Who may see a thing.
    ///
    /// @param solid whether radars do
    /// @param throughClouds whether the cloud deck does not hide it
    /// @param only the only satellite that does, by its place in the list
    public record Sight(boolean solid, boolean throughClouds, OptionalInt only) {
        static final Sight USUAL = new Sight(true, false, OptionalInt.empty());
        static final Sight HIGH = new Sight(true, true, OptionalInt.empty());
    }

    /// Where it comes down, if it does.
    public Optional<LatLon> impact() {
        return switch (nature) {
            case MISSILE, STAGE, SOUNDING_ROCKET, DECAY ->
                Optional.of(path.end().geodetic().latLon());
            case SPACE_LAUNCHER, SATELLITE, METEOR, HOT_SPOT, GLINT -> Optional.empty();
        };
    }

    /// Where it was launched, if it was.
    public Optional<LatLon> launch() {
        return switch (nature) {
            case MISSILE, SPACE_LAUNCHER, SOUNDING_ROCKET ->
                Optional.of(Path.place(path.at(path.fromS())).geodetic().latLon());
            case STAGE, SATELLITE, METEOR, DECAY, HOT_SPOT, GLINT -> Optional.empty();
        };
    }
}
