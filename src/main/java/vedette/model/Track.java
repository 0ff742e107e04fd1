package vedette.model;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One object of the picture, as known now.
///
/// @param id its number in this node
/// @param stage where in its life it is
/// @param kinematics where it is and how it moves
/// @param altitude how high, as measured or told; unknown where nobody said
/// @param identity what it says of itself
/// @param kinds what it may be
/// @param affiliation its standard identity
/// @param existence probability that it is there at all, [0, 1]
/// @param sources the sensors that have held it, sorted
/// @param reportedNumber the other system's number, for a track another system keeps
/// @param startedAt its first measurement
/// @param lastPlotAt its latest measurement
/// @param releasability who may see it: the meet of its sources'
/// @param traits what its measurements said of its nature, where any did
public record Track(
        TrackId id,
        Stage stage,
        Kinematics kinematics,
        Altitude altitude,
        Identity identity,
        Kinds kinds,
        Affiliation affiliation,
        double existence,
        List<SensorId> sources,
        OptionalInt reportedNumber,
        Moment startedAt,
        Moment lastPlotAt,
        Releasability releasability,
        Optional<Traits> traits) {
    /// Checks the existence.
    public Track {
        if (!(existence >= 0 && existence <= 1)) {
            require(false, "existence %s", existence);
        }
        sources = List.copyOf(sources);
    }

    /// An object of whose nature its measurements said nothing.
    public Track(
            TrackId id,
            Stage stage,
            Kinematics kinematics,
            Altitude altitude,
            Identity identity,
            Kinds kinds,
            Affiliation affiliation,
            double existence,
            List<SensorId> sources,
            OptionalInt reportedNumber,
            Moment startedAt,
            Moment lastPlotAt,
            Releasability releasability) {
        this(
                id,
                stage,
                kinematics,
                altitude,
                identity,
                kinds,
                affiliation,
                existence,
                sources,
                reportedNumber,
                startedAt,
                lastPlotAt,
                releasability,
                Optional.empty());
    }

    /// The same object, held to be something else.
    public Track of(Kinds others) {
        return new Track(
                id,
                stage,
                kinematics,
                altitude,
                identity,
                others,
                affiliation,
                existence,
                sources,
                reportedNumber,
                startedAt,
                lastPlotAt,
                releasability,
                traits);
    }

    /// Where in its life a track is.
    public enum Stage {
        /// Perhaps there; not shown as an object yet.
        TENTATIVE,
        /// There, and measured lately.
        CONFIRMED,
        /// There, but carried on without measurements.
        COASTING
    }

    /// Whether it stands in the picture that people see.
    public boolean shown() {
        return stage != Stage.TENTATIVE;
    }
}
