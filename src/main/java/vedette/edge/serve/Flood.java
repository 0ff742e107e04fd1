package vedette.edge.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Keeps a flood of alike events from filling a log: the first ones of a kind are told one by one, the others are
/// counted and told as one sum when their time is over. So are all events of too many kinds at once.
///
/// It knows no clock and no thread; one thread at a time uses it.
final class Flood {
    private final Bounds bounds;
    private final Map<SecurityEvent, Group> groups = new LinkedHashMap<>();
    private Optional<Long> windowFromNs = Optional.empty();
    private int single;

    /// @param windowNs for so long alike events are one group
    /// @param first of a group that are told one by one
    /// @param groups that are kept apart; events beyond are summed by their kind and reason alone
    /// @param singles that are told one by one in one window, of all groups together
    record Bounds(long windowNs, int first, int groups, int singles) {}

    private static final class Group {
        private final long sinceNs;
        private final long sinceMs;
        private long summed;

        private int told;

        private Group(long sinceNs, long sinceMs) {
            this.sinceNs = sinceNs;
            this.sinceMs = sinceMs;
        }
    }

    Flood(Bounds bounds) {
        this.bounds = bounds;
    }

    /// What is to be written.
    ///
    /// @param event what happened
    /// @param atMs when, or since when, milliseconds of UTC since 1970
    /// @param count how often; 1 for one that is told by itself
    /// @param sum whether it is a sum
    record Line(SecurityEvent event, long atMs, long count, boolean sum) {}

    /// Takes one.
    ///
    /// @param nowNs of a clock that does not jump
    /// @return the line, when it is told by itself
    Optional<Line> take(SecurityEvent event, long nowNs, long nowMs) {
        if (windowFromNs.filter(from -> nowNs - from < bounds.windowNs).isEmpty()) {
            windowFromNs = Optional.of(nowNs);
            single = 0;
        }
        boolean known = groups.containsKey(event);
        boolean crowded = !known && groups.size() >= bounds.groups;
        Group group = groups.computeIfAbsent(crowded ? coarse(event) : event, _ -> new Group(nowNs, nowMs));
        if (crowded || group.told >= bounds.first || single >= bounds.singles) {
            group.summed++;
            return Optional.empty();
        }
        group.told++;
        single++;
        return Optional.of(new Line(event, nowMs, 1, false));
    }

    // Of these there are as many as we have words for reasons.
    private static SecurityEvent coarse(SecurityEvent event) {
        return new SecurityEvent(event.kind(), event.allowed(), "", "", Optional.empty(), "", "", event.reason());
    }

    /// The sums of what is over.
    List<Line> over(long nowNs) {
        return sums(group -> nowNs - group.sinceNs >= bounds.windowNs);
    }

    /// The sums of everything: the end has come.
    List<Line> all() {
        return sums(_ -> true);
    }

    private List<Line> sums(Predicate<Group> over) {
        List<Line> sums = new ArrayList<>();
        Iterator<Map.Entry<SecurityEvent, Group>> each = groups.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<SecurityEvent, Group> next = each.next();
            Group group = next.getValue();
            if (over.test(group)) {
                each.remove();
                if (group.summed > 0) {
                    sums.add(new Line(next.getKey(), group.sinceMs, group.summed, true));
                }
            }
        }
        return sums;
    }
}
