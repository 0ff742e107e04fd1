package vedette.model;

import static vedette.math.Require.require;

import java.util.Optional;

/// What a person tells the engine.
public sealed interface Order {
    /// Sets the standard identity, and the kind where given, of a track.
    ///
    /// @param track which
    /// @param affiliation its standard identity
    /// @param kind what it is, where the person knows
    record SetIdentity(TrackId track, Affiliation affiliation, Optional<ObjectKind> kind) implements Order {}

    /// Writes a note to a track into the record.
    ///
    /// @param track which
    /// @param text up to 500 characters
    record Note(TrackId track, String text) implements Order {
        private static final int LONGEST = 500;

        /// Checks the length.
        public Note {
            require(text.length() <= LONGEST, "note of %s characters", text.length());
        }
    }

    /// Stops warnings of a track for a zone for a while. They are counted and shown while inhibited.
    ///
    /// @param track which
    /// @param zone where
    /// @param until when warnings come again, at most a day ahead
    record Inhibit(TrackId track, ZoneId zone, Moment until) implements Order {}

    /// Says what a peer's track is held to be here. What the peer says stays beside it, and goes on unchanged.
    ///
    /// @param node whose track
    /// @param id its name there
    /// @param affiliation its standard identity
    /// @param kind what it is, where the person knows
    record JudgeShared(NodeId node, String id, Affiliation affiliation, Optional<ObjectKind> kind) implements Order {}

    /// Says that a warning was seen; it goes on.
    ///
    /// @param warning which
    /// @param revision of which revision
    record Acknowledge(WarningId warning, int revision) implements Order {}

    /// Signs a warning for release to the public. Two different people must, unless a rule says otherwise.
    ///
    /// @param warning which
    /// @param revision what they saw
    /// @param shown the mark of it, as [Standing#shown] gave it
    record Approve(WarningId warning, int revision, String shown) implements Order {}

    /// Takes back one's own signature before the warning is public.
    ///
    /// @param warning which
    record Withdraw(WarningId warning) implements Order {}

    /// Takes a public warning back, towards everyone it went to, by one act: it was wrong.
    ///
    /// @param warning which
    /// @param why one sentence, up to 300 characters; empty for the prepared text
    record TakeBack(WarningId warning, String why) implements Order {
        private static final int LONGEST = 300;

        /// Checks the length.
        public TakeBack {
            require(why.length() <= LONGEST, "reason of %s characters", why.length());
        }
    }

    /// Tries all channels with a message that is no warning.
    ///
    /// @param text what is to be read, 1 to 300 characters
    record TryChannels(String text) implements Order {
        /// Checks the text.
        public TryChannels {
            require(!text.isBlank() && text.length() <= TestMessage.LONGEST, "text of %s characters", text.length());
        }
    }

    /// Authorises a flight, or puts it in the place of one of that name.
    ///
    /// @param flight the flight
    record Authorise(AuthorisedFlight flight) implements Order {}

    /// Takes back a flight that was authorised by an order.
    ///
    /// @param name its name
    record EndFlight(String name) implements Order {
        private static final int LONGEST = 120;

        /// Checks the length.
        public EndFlight {
            require(!name.isBlank() && name.length() <= LONGEST, "flight's name of %s characters", name.length());
        }
    }
}
