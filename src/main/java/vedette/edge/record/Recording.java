package vedette.edge.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.edge.EventLog;
import vedette.format.journal.Note;

/// What the engine's thread, the writing, the syncing and the snapshot thread know together: whose turn the sink is,
/// how
/// far the disk is, and whether anything is wrong. Every method takes the lock.
final class Recording {
    private static final int LIMIT_NOTES = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition handed = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Deque<Note> notes = new ArrayDeque<>();
    private final long stallNs;
    private @Nullable Batch batch;
    private boolean recording = true;
    private boolean ready;
    private boolean closing;
    private String why = "";
    private String trouble = "";
    private long syncSinceNs;
    private boolean syncing;
    private long appendedSeq;
    private long writtenSeq;
    private long syncedSeq;
    private long writtenChain;
    private long missedBefore;

    Recording(long stallMs, long lastSeq, long chain) {
        this.stallNs = TimeUnit.MILLISECONDS.toNanos(stallMs);
        this.appendedSeq = lastSeq;
        this.writtenSeq = lastSeq;
        this.syncedSeq = lastSeq;
        this.writtenChain = chain;
    }

    /// Hands the sink to the writing thread and waits until it comes back.
    ///
    /// @return whether the frames are safe; if not, recording has stopped
    boolean handOver(Batch frames) {
        lock.lock();
        try {
            batch = frames;
            appendedSeq = frames.lastSeq();
            handed.signal();
            awaitTaken();
            if (batch != null && recording) {
                stop("The disk has not taken a write for " + TimeUnit.NANOSECONDS.toMillis(stallNs)
                        + " ms: look at its load and its cable.");
            }
            return recording;
        } finally {
            lock.unlock();
        }
    }

    /// An interrupt does not shorten the wait; it is told again afterwards.
    private void awaitTaken() {
        boolean interrupted = false;
        long deadlineNs = System.nanoTime() + stallNs;
        for (long left = stallNs; batch != null && recording && left > 0; left = deadlineNs - System.nanoTime()) {
            try {
                taken.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for frames to write.
    ///
    /// @param waitMs at most so long
    /// @return null when there are none yet
    @Nullable
    Batch next(long waitMs) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (batch == null && !closing && left > 0) {
                left = handed.awaitNanos(left);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// The frames are in the file; the sink is the engine's again.
    void written(Batch frames, boolean synced) {
        lock.lock();
        try {
            writtenSeq = Math.max(writtenSeq, frames.lastSeq());
            writtenChain = frames.chain();
            syncedSeq = synced ? writtenSeq : syncedSeq;
            batch = null;
            taken.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The frames came too late: recording had stopped before they could be written.
    void dropped() {
        lock.lock();
        try {
            batch = null;
            taken.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The frames are not in the file.
    void failed(String reason) {
        lock.lock();
        try {
            stop(reason);
            batch = null;
            taken.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The disk could not confirm what was written: only what it had confirmed before counts.
    void syncFailed(String reason) {
        lock.lock();
        try {
            stop(reason);
            writtenSeq = syncedSeq;
            syncing = false;
        } finally {
            lock.unlock();
        }
    }

    /// How far the file is now, told before a sync begins.
    long beginSync() {
        lock.lock();
        try {
            syncing = true;
            syncSinceNs = System.nanoTime();
            return writtenSeq;
        } finally {
            lock.unlock();
        }
    }

    void synced(long seq) {
        lock.lock();
        try {
            syncing = false;
            syncedSeq = Math.max(syncedSeq, Math.min(seq, writtenSeq));
        } finally {
            lock.unlock();
        }
    }

    private void stop(String reason) {
        recording = false;
        ready = false;
        why = reason;
    }

    boolean stopped() {
        lock.lock();
        try {
            return !recording;
        } finally {
            lock.unlock();
        }
    }

    /// The disk takes files again; the next event may try.
    void room() {
        lock.lock();
        try {
            ready = !recording;
        } finally {
            lock.unlock();
        }
    }

    /// How a turn of the engine's thread begins.
    enum Resume {
        /// Recording, as before.
        GOES_ON,
        /// There is room again: a new segment is to be opened.
        STARTS_AGAIN,
        /// Not recording.
        STOPPED
    }

    /// Starts recording again, if it had stopped, there is room and the sink is free.
    Resume resume() {
        lock.lock();
        try {
            if (recording) {
                return Resume.GOES_ON;
            }
            if (!ready || batch != null) {
                return Resume.STOPPED;
            }
            recording = true;
            missedBefore += Math.max(0, appendedSeq - writtenSeq);
            return Resume.STARTS_AGAIN;
        } finally {
            lock.unlock();
        }
    }

    /// An event passes unrecorded.
    void missed(long seq) {
        lock.lock();
        try {
            appendedSeq = seq;
        } finally {
            lock.unlock();
        }
    }

    long writtenSeq() {
        lock.lock();
        try {
            return writtenSeq;
        } finally {
            lock.unlock();
        }
    }

    long writtenChain() {
        lock.lock();
        try {
            return writtenChain;
        } finally {
            lock.unlock();
        }
    }

    String why() {
        lock.lock();
        try {
            return why;
        } finally {
            lock.unlock();
        }
    }

    /// A note from another thread than the engine's.
    void note(Note note) {
        lock.lock();
        try {
            if (notes.size() < LIMIT_NOTES) {
                notes.add(note);
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Note pollNote() {
        lock.lock();
        try {
            return notes.poll();
        } finally {
            lock.unlock();
        }
    }

    /// Something that does not stop recording; empty when it is over.
    void trouble(String reason) {
        lock.lock();
        try {
            trouble = reason;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            handed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing is recorded any more.
    void end() {
        lock.lock();
        try {
            stop("The journal is closed.");
        } finally {
            lock.unlock();
        }
    }

    boolean closing() {
        lock.lock();
        try {
            return closing && batch == null;
        } finally {
            lock.unlock();
        }
    }

    /// How the record stands; a sync under way for too long is told even though nothing is lost yet.
    EventLog.State state() {
        lock.lock();
        try {
            long syncNs = syncing ? System.nanoTime() - syncSinceNs : 0;
            boolean late = recording && syncNs > stallNs;
            String words = !recording
                    ? why
                    : late
                            ? "The disk has not confirmed a sync for " + TimeUnit.NANOSECONDS.toMillis(syncNs)
                                    + " ms: events survive a crash of Vedette, not one of the machine."
                            : trouble;
            long missed = missedBefore + (recording ? 0 : Math.max(0, appendedSeq - writtenSeq));
            return new EventLog.State(recording && !late, writtenSeq, syncedSeq, missed, words);
        } finally {
            lock.unlock();
        }
    }
}
