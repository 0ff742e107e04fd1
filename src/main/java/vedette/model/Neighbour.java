package vedette.model;

import java.util.Optional;

/// A thing that a peer told us of, and what we make of it: three layers, none of which overwrites another.
///
/// @param shared what the peer said, as it said it
/// @param standing whether it holds
/// @param joined our own track of the same object, where we have one
/// @param ours what our operator holds it to be, where they said so
public record Neighbour(Shared shared, Standing standing, Optional<Joined> joined, Optional<Judgement> ours) {
    /// Whether what a peer said holds.
    public enum Standing {
        /// It holds.
        CURRENT,
        /// It came, or is now, after its end: history.
        HISTORY,
        /// A newer issue of it had come before.
        OVERTAKEN,
        /// Its maker says that it is over.
        OVER
    }

    /// Our own track of an object that a peer tracks too: one object, counted once.
    ///
    /// @param own our track
    /// @param fused both together, by covariance intersection: right whatever the two have in common
    public record Joined(TrackId own, Kinematics fused) {}

    /// What our operator holds a peer's object to be. It is ours: it does not go to the peer, nor on as the peer's.
    ///
    /// @param affiliation its standard identity
    /// @param kind what it is, where the person knows
    /// @param operator who says so
    public record Judgement(Affiliation affiliation, Optional<ObjectKind> kind, Operator operator) {}
}
