package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// How warnings of some kinds come to the public. Of a list of rules the first that fits holds.
///
/// @param name 1 to 60 characters; a pre-authorised rule's stands in the message
/// @param kinds of which warnings it speaks
/// @param least how sure the warning must be for the rule to fit
/// @param way what it takes
/// @param withinS a pre-authorised rule fits while the earliest onset is nearer than this, seconds; 0: always
public record ReleaseRule(String name, List<Warning.Kind> kinds, Warning.Confidence least, Way way, double withinS) {
    private static final int LONGEST = 60;

    /// Checks the ranges.
    public ReleaseRule {
        require(!name.isBlank() && name.length() <= LONGEST, "rule name '%s'", name);
        require(withinS >= 0 && Double.isFinite(withinS), "withinS %s", withinS);
        kinds = List.copyOf(kinds);
    }

    /// What it takes.
    public enum Way {
        /// Stays inside the node.
        INTERNAL,
        /// Two different people sign it.
        TWO_PERSONS,
        /// It goes out at once, on the word of this rule, which people agreed on beforehand.
        PREAUTHORISED,
        /// It goes out at once. Not in LIVE.
        AUTOMATIC
    }

    /// Whether it speaks of a warning.
    ///
    /// @param now the engine's time
    public boolean fits(Warning warning, Moment now) {
        boolean near = way != Way.PREAUTHORISED
                || withinS == 0
                || warning.validity().onset().secondsSince(now) < withinS;
        return kinds.contains(warning.kind()) && warning.gravity().confidence().compareTo(least) >= 0 && near;
    }
}
