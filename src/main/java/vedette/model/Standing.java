package vedette.model;

import java.util.List;

/// How the release of a warning stands: what a release desk shows.
///
/// @param warning which
/// @param revision the engine's newest
/// @param state where it stands
/// @param rule the name of the rule that holds
/// @param shown the mark of what is to be signed; an order repeats it, so that nobody signs what they have not seen
/// @param signed who has signed since the last time it went out, in order
/// @param issue the newest that went out; 0 before the first
/// @param receipts which channel has what
public record Standing(
        WarningId warning,
        int revision,
        State state,
        String rule,
        String shown,
        List<Signature> signed,
        int issue,
        List<Receipt> receipts) {
    /// Copies the lists.
    public Standing {
        signed = List.copyOf(signed);
        receipts = List.copyOf(receipts);
    }

    /// Where it stands.
    public enum State {
        /// It stays inside, as its rule says.
        INTERNAL,
        /// Nobody has signed.
        WAITING,
        /// One person has signed.
        HALF,
        /// It is public; news and its end follow by themselves.
        PUBLIC,
        /// A person took it back; only two can make it public again.
        TAKEN_BACK,
        /// It has ended, and was public.
        OVER,
        /// It ended before it was public.
        NEVER_OUT
    }

    /// Somebody's word.
    ///
    /// @param name who
    /// @param revision what they saw
    /// @param at when
    public record Signature(String name, int revision, Moment at) {}

    /// What a channel has.
    ///
    /// @param channel its name
    /// @param issue the newest it said it has; 0 when none
    /// @param at since when; when it went out first while it has none
    public record Receipt(String channel, int issue, Moment at) {}
}
