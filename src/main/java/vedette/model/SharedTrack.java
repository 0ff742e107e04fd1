package vedette.model;

import static vedette.math.Require.require;

import java.util.Optional;

/// A track as nodes share it.
///
/// @param origin where it comes from; its id is the track's number there
/// @param ended whether it is no more
/// @param seenAt the time of its latest measurement
/// @param affiliation its standard identity there
/// @param kinds what it may be
/// @param existence probability that it is there at all, [0, 1]
/// @param state where it is and how it moves, where the receiver may see that
/// @param area otherwise the ground it is over, where the receiver may see that
/// @param identity what it says of itself, where the receiver may see that
public record SharedTrack(
        Origin origin,
        boolean ended,
        Moment seenAt,
        Affiliation affiliation,
        Kinds kinds,
        double existence,
        Optional<State> state,
        Optional<Area> area,
        Optional<Identity> identity)
        implements Shared {
    /// Checks the existence.
    public SharedTrack {
        require(existence >= 0 && existence <= 1, "existence %s", existence);
    }

    /// Where an object is.
    ///
    /// @param kinematics position and velocity with their covariance
    /// @param altitude how high, as measured or told
    public record State(Kinematics kinematics, Altitude altitude) {}
}
