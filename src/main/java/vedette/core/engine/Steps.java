package vedette.core.engine;

import java.util.List;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;

/// One step: from a picture and an event to the next picture.
final class Steps {
    private static final long SECOND_NS = 1_000_000_000L;

    private Steps() {}

    /// The picture after an event. It never fails.
    ///
    /// @param before the picture until now
    /// @param event the next event
    /// @param outputs takes what there is to say
    static Picture taken(Picture before, Event event, List<Output> outputs) {
        String refusal = refusal(before, event.stamp());
        if (!refusal.isEmpty()) {
            return refused(before, event.stamp().seq(), "event out of order or domain", refusal, outputs);
        }
        Picture at = before.at(event.stamp());
        try {
            Picture after = stepped(at, event, outputs);
            if (newSecond(before.now(), after.now())) {
                outputs.add(new Output.Heartbeat(after.now(), after.seq(), 0, 0));
            }
            return after;
        } catch (RuntimeException fault) {
            // The step's values are dropped with its outputs: the event costs nothing but itself.
            outputs.clear();
            return refused(at, event.stamp().seq(), "fault in a step", fault.toString(), outputs);
        }
    }

    private static Picture stepped(Picture at, Event event, List<Output> outputs) {
        return at;
    }

    // Empty when the event may be taken.
    private static String refusal(Picture before, Event.Stamp stamp) {
        if (stamp.domain() != before.domain()) {
            return "a " + stamp.domain() + " event in a " + before.domain() + " engine";
        }
        if (stamp.seq() <= before.seq()) {
            return "event " + stamp.seq() + " after event " + before.seq();
        }
        return stamp.arrivedAt().isBefore(before.now())
                ? "event " + stamp.seq() + " arrived " + before.now().secondsSince(stamp.arrivedAt())
                        + " s before event " + before.seq()
                : "";
    }

    private static Picture refused(Picture at, long seq, String what, String why, List<Output> outputs) {
        Refusals refusals = at.refusals().plus(what);
        long count = refusals.of(what);
        if (Refusals.told(count)) {
            outputs.add(new Output.Refused(seq, what, why, count));
        }
        return at.refusing(refusals);
    }

    private static boolean newSecond(Moment before, Moment now) {
        return Math.floorDiv(before.taiNs(), SECOND_NS) != Math.floorDiv(now.taiNs(), SECOND_NS);
    }
}
