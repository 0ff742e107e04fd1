package vedette.edge.share;

import java.util.concurrent.atomic.AtomicLong;

/// The counts of one link.
final class Ledger {
    final AtomicLong frames = new AtomicLong();
    final AtomicLong items = new AtomicLong();
    final AtomicLong known = new AtomicLong();
    final AtomicLong looped = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong links = new AtomicLong();

    LinkState.Counts counts(long thrownAway) {
        return new LinkState.Counts(
                frames.get(),
                items.get(),
                known.get(),
                looped.get(),
                refused.get(),
                gaps.get(),
                lost.get() + thrownAway,
                links.get());
    }
}
