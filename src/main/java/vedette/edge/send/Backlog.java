package vedette.edge.send;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What waits in a channel: of each warning the newest bulletin only; and what needs not be brought again.
///
/// It knows no clock and no thread: its channel gives the time, nanoseconds of any steady clock.
final class Backlog {
    /// Parcels that wait; of more, the oldest that ends nothing is left to the engine, which says it again.
    static final int MOST_WAITING = 1_000;

    /// Warnings of which it is known what the other side has.
    static final int MOST_KNOWN = 10_000;

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> settled = new LinkedHashMap<>();
    private final Map<String, Integer> had = new LinkedHashMap<>();

    /// A parcel that waits.
    static final class Waiting {
        final Parcel parcel;
        final long sinceNs;
        long dueNs;
        int tries;
        int refusals;
        boolean listed;

        Waiting(Parcel parcel, long nowNs) {
            this.parcel = parcel;
            sinceNs = nowNs;
            dueNs = nowNs;
        }
    }

    /// What becomes of a parcel that is put in.
    enum Fate {
        /// It waits.
        WAITS,
        /// It, or a newer one, waits or was given up.
        KNOWN,
        /// The other side has it.
        HAD,
        /// There is no room, and it ends nothing.
        NO_ROOM
    }

    Fate put(Parcel parcel, long nowNs) {
        String matter = parcel.matter();
        @Nullable Waiting before = waiting.get(matter);
        if (parcel.issue() <= had.getOrDefault(matter, 0)) {
            return Fate.HAD;
        }
        boolean known = parcel.issue() <= settled.getOrDefault(matter, 0)
                || (before != null && parcel.issue() <= before.parcel.issue());
        if (known) {
            return Fate.KNOWN;
        }
        if (before == null && waiting.size() >= MOST_WAITING && !isRoomMade() && !parcel.ends()) {
            return Fate.NO_ROOM;
        }
        waiting.remove(matter);
        waiting.put(matter, new Waiting(parcel, nowNs));
        return Fate.WAITS;
    }

    private boolean isRoomMade() {
        for (Map.Entry<String, Waiting> each : waiting.entrySet()) {
            if (!each.getValue().parcel.ends()) {
                waiting.remove(each.getKey());
                return true;
            }
        }
        return false;
    }

    /// The parcel to bring next: of those that are due, one that ends a warning before others.
    Optional<Waiting> due(long nowNs) {
        @Nullable Waiting first = null;
        for (Waiting each : waiting.values()) {
            if (each.dueNs - nowNs <= 0) {
                if (each.parcel.ends()) {
                    return Optional.of(each);
                }
                first = first == null ? each : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /// How long until something is due, nanoseconds; `atMost` when that is longer.
    long untilDueNs(long nowNs, long atMost) {
        long until = atMost;
        for (Waiting each : waiting.values()) {
            until = Math.min(until, Math.max(0, each.dueNs - nowNs));
        }
        return until;
    }

    /// The other side has it.
    void brought(Waiting done) {
        note(had, done.parcel);
        settle(done);
    }

    /// It is not tried any more.
    void settle(Waiting done) {
        note(settled, done.parcel);
        waiting.remove(done.parcel.matter(), done);
    }

    private static void note(Map<String, Integer> known, Parcel parcel) {
        known.remove(parcel.matter());
        known.put(parcel.matter(), parcel.issue());
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /// It is tried again later, after the others.
    void later(Waiting tried, long dueNs) {
        tried.dueNs = dueNs;
        if (waiting.remove(tried.parcel.matter(), tried)) {
            waiting.put(tried.parcel.matter(), tried);
        }
    }

    int size() {
        return waiting.size();
    }

    /// Since when the oldest waits.
    Optional<Long> sinceNs() {
        return waiting.values().stream().map(each -> each.sinceNs).min((a, b) -> Long.compare(a - b, 0));
    }
}
