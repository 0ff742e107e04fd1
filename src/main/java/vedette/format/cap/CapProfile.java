package vedette.format.cap;

import static vedette.math.Require.require;

import vedette.model.LeapSeconds;

/// Who writes CAP messages.
///
/// @param sender the sender's name as CAP 1.2 §3.2.1 wants it: unique worldwide, as `watch@example.org`; no spaces,
/// commas, '<' or '&'
/// @param senderName what people call the sender
/// @param leaps UTC against TAI
public record CapProfile(String sender, String senderName, LeapSeconds leaps) {
    /// Checks the sender.
    public CapProfile {
        require(CapRules.isLegalName(sender), "CAP sender '%s' has spaces, commas, '<' or '&'", sender);
        require(!senderName.isBlank(), "CAP sender without a name");
    }

    /// Whether a name may stand as a CAP sender: no spaces, commas, '<' or '&'.
    public static boolean isLegalSender(String name) {
        return CapRules.isLegalName(name);
    }
}
