package vedette.model;

import java.util.List;

/// How often a limit was passed, and when that was last said: at most once a second.
///
/// @param what the limit, in few words
/// @param count times since the start
/// @param saidAt when it was last said; the start of time when never
public record Tally(String what, long count, Moment saidAt) {
    private static final double SHORTEST_S = 1;
    private static final Moment NEVER = new Moment(0);

    /// A limit that was never passed.
    public static Tally of(String what) {
        return new Tally(what, 0, NEVER);
    }

    /// One more, said when it is time.
    ///
    /// @param seq the event that passed it
    /// @param at when
    /// @param why one sentence with the values
    /// @param outputs takes the `Refused`
    public Tally passed(long seq, Moment at, String why, List<Output> outputs) {
        boolean say = count == 0 || at.secondsSince(saidAt) >= SHORTEST_S;
        if (say) {
            outputs.add(new Output.Refused(seq, what, why, count + 1));
        }
        return new Tally(what, count + 1, say ? at : saidAt);
    }
}
