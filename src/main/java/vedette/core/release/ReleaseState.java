package vedette.core.release;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.Moment;
import vedette.model.ReleaseRule;
import vedette.model.Tally;

/// What release remembers between events. Immutable: a snapshot is a reference.
///
/// @param rules of which the first that fits a warning holds
/// @param channels the channels of this node, by name
/// @param matters by [vedette.math.TextKey] of the warning's name: how the release of each stands
/// @param lookedAt when it was asked whether time has made a rule fit
/// @param repeatedAt when outstanding bulletins were said again
/// @param tests messages that tried the channels, so far
/// @param refused orders that were not followed
/// @param dropped matters and bulletins beyond a limit
public record ReleaseState(
        List<ReleaseRule> rules,
        List<String> channels,
        LongMap<Matter> matters,
        Moment lookedAt,
        Moment repeatedAt,
        int tests,
        Tally refused,
        Tally dropped) {
    /// Copies the lists.
    public ReleaseState {
        rules = List.copyOf(rules);
        channels = List.copyOf(channels);
    }

    /// Nothing known: everything stays inside.
    public static ReleaseState empty() {
        return new ReleaseState(
                List.of(),
                List.of(),
                LongMap.empty(),
                new Moment(0),
                new Moment(0),
                0,
                Tally.of("release order"),
                Tally.of("release limit"));
    }
}
