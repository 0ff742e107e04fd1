package vedette.edge.feed;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A fusion node's counters, written by its links and read by anyone.
final class SapientTally {
    final AtomicLong messages = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong errors = new AtomicLong();
    final AtomicLong detections = new AtomicLong();
    final AtomicLong unplaced = new AtomicLong();
    final AtomicLong turnedAway = new AtomicLong();
    final AtomicLong silenced = new AtomicLong();
    final AtomicLong held = new AtomicLong();
    final AtomicInteger links = new AtomicInteger();

    SapientCounts counts(int sessions) {
        return new SapientCounts(
                messages.get(),
                refused.get(),
                errors.get(),
                detections.get(),
                unplaced.get(),
                sessions,
                links.get(),
                turnedAway.get(),
                silenced.get(),
                held.get());
    }
}
