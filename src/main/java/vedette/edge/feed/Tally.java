package vedette.edge.feed;

import java.util.concurrent.atomic.AtomicLong;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// A feed's counters, written by its threads and read by its beat.
final class Tally {
    /// After so many beats without new trouble the words of the last one are forgotten.
    private static final int FADE_BEATS = 30;

    private static final int LONGEST_WORDS = 200;

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong shed = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong links = new AtomicLong();
    private volatile Trouble trouble = new Trouble("", 0);
    private final AtomicLong beats = new AtomicLong();

    private record Trouble(String words, long beat) {}

    void measured() {
        messages.incrementAndGet();
    }

    void rejected(Rejected piece) {
        rejected.incrementAndGet();
        trouble("rejected at byte " + piece.offset() + ", " + piece.item() + ": " + piece.reason());
    }

    void shed() {
        trouble("no room: " + shed.incrementAndGet() + " measurements shed");
    }

    void duplicate() {
        trouble(duplicates.incrementAndGet() + " duplicate datagrams dropped");
    }

    void foreign(String from) {
        trouble(foreign.incrementAndGet() + " refused from " + from);
    }

    void bytes(long count) {
        bytes.addAndGet(count);
    }

    void linked() {
        links.incrementAndGet();
        trouble = new Trouble("", beats.get());
    }

    void unlinked(String why) {
        links.decrementAndGet();
        trouble(why);
    }

    void trouble(String words) {
        String shown = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
        trouble = new Trouble(shown, beats.get());
    }

    /// The state as a measurement of the feed itself; counts as one beat.
    Measurement.FeedStatus beat(SensorId feed, Moment now) {
        Counts c = counts();
        beats.incrementAndGet();
        return new Measurement.FeedStatus(
                Provenance.open(feed, now), c.messages(), c.rejected(), c.shed(), c.connected(), c.words());
    }

    Counts counts() {
        Trouble last = trouble;
        boolean faded = links.get() > 0 && beats.get() - last.beat > FADE_BEATS;
        return new Counts(
                messages.get(),
                rejected.get(),
                shed.get(),
                duplicates.get(),
                foreign.get(),
                bytes.get(),
                links.get() > 0,
                faded ? "" : last.words);
    }
}
