package vedette.format.cap;

import static vedette.math.Require.require;

import java.util.Optional;
import vedette.model.Bulletin;
import vedette.model.Moment;
import vedette.model.Warning;

/// One message that is to be written of a warning.
///
/// @param warning the revision
/// @param number counts the messages of a warning from 1
/// @param at when it goes out
/// @param authority who let it go out, or the rule that did, in words that people read; nothing while it is a draft
public record CapIssue(Warning warning, int number, Moment at, Optional<String> authority) {
    /// Checks the number.
    public CapIssue {
        require(number >= 1, "issue %s", number);
    }

    /// A revision that nobody has released.
    public static CapIssue draft(Warning warning) {
        return new CapIssue(warning, warning.revision(), warning.at(), Optional.empty());
    }

    /// A bulletin that goes out.
    public static CapIssue of(Bulletin bulletin) {
        return new CapIssue(
                bulletin.warning(),
                bulletin.issue(),
                bulletin.releasedAt(),
                Optional.of(bulletin.authority().announced()));
    }
}
