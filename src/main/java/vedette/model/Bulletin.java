package vedette.model;

import static vedette.math.Require.require;

/// One message about a warning to people outside: what every channel sends.
///
/// @param warning what is said; never a draft
/// @param issue counted up from 1 within a warning, without gaps; not the engine's revision, of which some stay inside
/// @param releasedAt when it was released
/// @param authority on whose word
public record Bulletin(Warning warning, int issue, Moment releasedAt, Authority authority) {
    /// Checks that it may go out: no draft does, and one person alone begins nothing in earnest.
    public Bulletin {
        require(warning.stage() != Warning.Stage.DRAFTED, "a draft of %s goes out", warning.id());
        require(warning.domain() != Domain.SIMULATION, "%s of a simulation goes out", warning.id());
        require(issue >= 1, "issue %s", issue);
        require(
                warning.domain() != Domain.LIVE || issue > 1 || begins(authority),
                "a LIVE warning begins on the word of %s",
                authority);
    }

    private static boolean begins(Authority authority) {
        return switch (authority) {
            case Authority.Persons _, Authority.Rule _ -> true;
            case Authority.Person _, Authority.Engine _ -> false;
        };
    }
}
