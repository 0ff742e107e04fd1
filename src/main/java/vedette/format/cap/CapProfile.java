package vedette.format.cap;

import static vedette.math.Require.require;

import java.util.List;
import vedette.model.LeapSeconds;

/// Who writes CAP messages, and for whom.
///
/// @param sender the sender's name as CAP 1.2 §3.2.1 wants it: unique worldwide, as `watch@example.org`; no spaces,
/// commas, '<' or '&'
/// @param senderName what people call the sender
/// @param leaps UTC against TAI
/// @param form the rules of an aggregator
/// @param geocodes codes of places, told with the area
public record CapProfile(String sender, String senderName, LeapSeconds leaps, Form form, List<Geocode> geocodes) {
    /// Checks the sender.
    public CapProfile {
        require(CapRules.isLegalName(sender), "CAP sender '%s' has spaces, commas, '<' or '&'", sender);
        require(!senderName.isBlank(), "CAP sender without a name%s", "");
        geocodes = List.copyOf(geocodes);
    }

    /// A sender of plain messages.
    public CapProfile(String sender, String senderName, LeapSeconds leaps) {
        this(sender, senderName, leaps, Form.PLAIN, List.of());
    }

    /// The rules of an aggregator.
    public enum Form {
        /// CAP 1.2 alone, in all our languages.
        PLAIN,
        /// The IPAWS Profile 1.0 (OASIS, 2009), in English and Spanish.
        IPAWS;

        List<String> languages() {
            return this == IPAWS ? List.of("en", "es") : CapWords.LANGUAGES;
        }

        String tag(String language) {
            return this == IPAWS ? language + "-US" : language;
        }
    }

    /// The code of a place in somebody's list (CAP 1.2 §3.2.4).
    ///
    /// @param zone the zone it belongs to; nothing when it belongs to every area
    /// @param list the list, as `SAME` or `ISO 3166-2`
    /// @param code the place in it
    public record Geocode(String zone, String list, String code) {}

    /// Whether a name may stand as a CAP sender: no spaces, commas, '<' or '&'.
    public static boolean isLegalSender(String name) {
        return CapRules.isLegalName(name);
    }
}
