package vedette.format.share;

import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.NodeId;

/// What the two ends of a link say to each other.
public sealed interface Frame {
    /// The longest frame, bytes: an envelope and its number.
    int LONGEST = Envelope.LONGEST + 64;

    /// Bytes of the length before each frame.
    int HEAD = 4;

    /// First of all, by both sides.
    ///
    /// @param domain whether the sender's node is the real thing; nodes of two domains do not talk
    /// @param node who speaks
    /// @param to whom it takes the other for
    /// @param store the name of the speaker's store for this link: 16 bytes; a new store counts from 1 again
    /// @param received the greatest number it holds of the other's store
    /// @param of the store that number belongs to; zeros when there is none yet
    record Hello(Domain domain, NodeId node, NodeId to, Octets store, long received, Octets of) implements Frame {
        /// Bytes of a store's name.
        public static final int STORE = 16;

        /// No store yet.
        public static final Octets NONE = new Octets(new byte[STORE]);
    }

    /// The speaker ends the link, and why.
    ///
    /// @param reason one sentence
    record Farewell(String reason) implements Frame {}

    /// A stored item: each is sent until it is acknowledged.
    ///
    /// @param seq counted up from 1 in the store, without gaps
    /// @param envelope its bytes
    record Stored(long seq, Octets envelope) implements Frame {}

    /// An item worth nothing later: sent once.
    ///
    /// @param seq counted up from 1 on this connection
    /// @param envelope its bytes
    record Passing(long seq, Octets envelope) implements Frame {}

    /// Items that the store had no room for: they will never come.
    ///
    /// @param from the first number
    /// @param to the last
    record Lost(long from, long to) implements Frame {}

    /// The receiver has journalled all up to a number.
    ///
    /// @param seq the greatest
    record Acknowledged(long seq) implements Frame {}

    /// Once a second: the speaker is there, and this is the newest it has.
    ///
    /// @param stored the number of its newest stored item; 0 before the first
    /// @param passing the number of its newest passing item on this connection
    /// @param at its clock
    record Beat(long stored, long passing, Moment at) implements Frame {}
}
