package vedette.edge.serve;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Whose turn it is to send what is not urgent: some clients at a time, the next when these are done.
///
/// So a warning never waits behind ten thousand clients that are about to send tracks, but behind one slice
/// of them. Used by one thread.
final class Turns {
    /// Clients at a time: some milliseconds of work.
    private static final int SLICE = 256;

    /// The next begin when so many are left, so that no processor waits.
    private static final int REST = SLICE / 8;

    /// So long the next ones wait for a slice at most: a line that takes nothing must not hold up the others.
    private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Collection<LiveClient> clients;
    private Iterator<LiveClient> turn = Collections.emptyIterator();
    private final Runnable whenOver;
    private Slice slice;
    private long toldVersion;
    private long toldPulse;

    /// @param whenOver is told when the next may begin; must return at once
    Turns(Collection<LiveClient> clients, Runnable whenOver) {
        this.clients = clients;
        this.whenOver = whenOver;
        slice = new Slice(System.nanoTime() - PATIENCE_NS, whenOver);
    }

    /// Some clients that send at the same time.
    static final class Slice {
        private final AtomicInteger left = new AtomicInteger(SLICE);
        private final long sinceNs;
        private final Runnable whenOver;

        Slice(long sinceNs, Runnable whenOver) {
            this.sinceNs = sinceNs;
            this.whenOver = whenOver;
        }

        /// One of them has told all it had to.
        void done() {
            if (left.decrementAndGet() == REST) {
                whenOver.run();
            }
        }

        private boolean isOver(long nowNs) {
            return left.get() <= REST || nowNs - sinceNs >= PATIENCE_NS;
        }
    }

    /// Lets the next ones send, if it is time.
    ///
    /// @param version up to which there is news
    /// @param pulse at which whoever heard nothing hears a sign of life
    /// @return whether more clients wait for their turn
    boolean next(long version, long pulse, long nowNs) {
        if (!slice.isOver(nowNs)) {
            return true;
        }
        if (!turn.hasNext() && (version > toldVersion || pulse > toldPulse)) {
            toldVersion = version;
            toldPulse = pulse;
            turn = clients.iterator();
        }
        if (!turn.hasNext()) {
            return false;
        }
        Slice begun = new Slice(nowNs, whenOver);
        int some = 0;
        while (some < SLICE && turn.hasNext()) {
            if (turn.next().may(begun, toldVersion)) {
                some++;
            }
        }
        begun.left.addAndGet(some - SLICE);
        slice = begun;
        return true;
    }
}
