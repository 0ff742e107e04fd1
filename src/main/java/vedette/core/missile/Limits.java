package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Event;
import vedette.model.Output;
import vedette.model.Tally;

/// How often each limit was passed.
///
/// @param tallies of those that were passed ever
record Limits(List<Tally> tallies) {
    static final Limits NONE = new Limits(List.of());

    Limits {
        tallies = List.copyOf(tallies);
    }

    /// One more.
    ///
    /// @param stamp of the event that passed it
    /// @param why one sentence with the values
    /// @param outputs takes the `Refused`
    Limits passed(Limit limit, Event.Stamp stamp, String why, List<Output> outputs) {
        List<Tally> next = new ArrayList<>(tallies);
        int at = place(limit);
        if (at < 0) {
            next.add(Tally.of(limit.words).passed(stamp.seq(), stamp.arrivedAt(), why, outputs));
        } else {
            next.set(at, tallies.get(at).passed(stamp.seq(), stamp.arrivedAt(), why, outputs));
        }
        return new Limits(next);
    }

    private int place(Limit limit) {
        for (int i = 0; i < tallies.size(); i++) {
            if (tallies.get(i).what().equals(limit.words)) {
                return i;
            }
        }
        return -1;
    }
}
