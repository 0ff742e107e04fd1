package vedette.core.share;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.math.LongMap;
import vedette.model.Configuration;
import vedette.model.Missile;
import vedette.model.Tally;

/// What share remembers between events. Immutable: a snapshot is a reference.
///
/// @param policy that we share, and what; nothing while we do not
/// @param links by link, the greatest number that was taken
/// @param items by [vedette.math.TextKey] of node, kind and name: what peers told us
/// @param told by [vedette.math.TextKey] of the warning's name: what we tell of our warnings
/// @param notices launches told of beforehand that we tell on
/// @param noticed how many notices were ever told on: no name is used again
/// @param missiles by number: the objects our warnings may be about
/// @param refused received items that were not taken
public record ShareState(
        Optional<Configuration.Sharing> policy,
        SortedMap<String, Long> links,
        LongMap<HeardItem> items,
        LongMap<ToldWarning> told,
        List<ToldNotice> notices,
        long noticed,
        LongMap<Missile> missiles,
        Tally refused) {
    /// Copies the collections.
    public ShareState {
        links = new TreeMap<>(links);
        notices = List.copyOf(notices);
    }

    /// Nothing known.
    public static ShareState empty() {
        return new ShareState(
                Optional.empty(),
                new TreeMap<>(),
                LongMap.empty(),
                LongMap.empty(),
                List.of(),
                0,
                LongMap.empty(),
                Tally.of("shared item"));
    }

    /// The greatest number of a link that was taken; 0 before the first.
    public long last(String link) {
        return links.getOrDefault(link, 0L);
    }

    ShareState with(Optional<Configuration.Sharing> next) {
        return new ShareState(next, links, items, told, notices, noticed, missiles, refused);
    }

    ShareState linked(SortedMap<String, Long> next) {
        return new ShareState(policy, next, items, told, notices, noticed, missiles, refused);
    }

    ShareState knowing(LongMap<HeardItem> next) {
        return new ShareState(policy, links, next, told, notices, noticed, missiles, refused);
    }

    ShareState telling(LongMap<ToldWarning> next) {
        return new ShareState(policy, links, items, next, notices, noticed, missiles, refused);
    }

    ShareState noticing(List<ToldNotice> next, long count) {
        return new ShareState(policy, links, items, told, next, count, missiles, refused);
    }

    ShareState flying(LongMap<Missile> next) {
        return new ShareState(policy, links, items, told, notices, noticed, next, refused);
    }

    ShareState refusing(Tally next) {
        return new ShareState(policy, links, items, told, notices, noticed, missiles, next);
    }
}
