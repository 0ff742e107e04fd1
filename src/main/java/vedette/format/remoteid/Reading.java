package vedette.format.remoteid;

import java.util.List;

/// What became of octets.
public sealed interface Reading {
    /// All that was declared was there.
    ///
    /// @param broadcast what it said
    /// @param faults pages of an authentication in it that were left out
    record Whole(Broadcast broadcast, List<Fault> faults) implements Reading {
        /// Copies the list.
        public Whole {
            faults = List.copyOf(faults);
        }
    }

    /// A pack ended before its last message.
    ///
    /// @param fault where and why
    /// @param protocolVersion of the pack
    /// @param complete the messages that were whole and valid, each with its octets
    record Partial(Fault fault, int protocolVersion, List<Complete> complete) implements Reading {
        /// Copies the list.
        public Partial {
            complete = List.copyOf(complete);
        }
    }

    /// A whole message of a pack that was cut.
    ///
    /// @param offset of its first octet in the pack
    /// @param broadcast the message alone, with the version of its own head
    record Complete(int offset, Broadcast broadcast) {}

    /// Nothing could be taken.
    ///
    /// @param fault where and why
    record Refused(Fault fault) implements Reading {}
}
