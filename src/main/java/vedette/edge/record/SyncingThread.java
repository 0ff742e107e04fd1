package vedette.edge.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes what was written survive the death of the machine: one sync for all that came since the last.
final class SyncingThread implements Runnable {
    private final JournalSettings settings;
    private final JournalDisk disk;
    private final Recording recording;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition due = lock.newCondition();
    private final Deque<JournalDisk.Out> retired = new ArrayDeque<>();
    private final Deque<JournalDisk.Out> dropped = new ArrayDeque<>();
    private JournalDisk.@Nullable Out current;
    private JournalDisk.@Nullable Out broken;
    private boolean newName;
    private boolean dirty;
    private boolean closing;

    SyncingThread(JournalSettings settings, JournalDisk disk, Recording recording) {
        this.settings = settings;
        this.disk = disk;
        this.recording = recording;
    }

    /// A file that has news.
    void watch(JournalDisk.Out out) {
        lock.lock();
        try {
            current = out;
            dirty = true;
        } finally {
            lock.unlock();
        }
    }

    /// The folder has a new name.
    void newName() {
        lock.lock();
        try {
            newName = true;
        } finally {
            lock.unlock();
        }
    }

    /// A file that is to be synced once more and closed.
    void retire(JournalDisk.Out out) {
        lock.lock();
        try {
            (out == broken ? dropped : retired).add(out);
            current = current == out ? null : current;
            dirty = true;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            due.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            while (awaitDue()) {
                syncAll();
            }
            syncAll();
        } catch (InterruptedException e) {
            recording.syncFailed("The syncing thread was interrupted.");
        }
    }

    private boolean awaitDue() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(settings.limits().syncEveryMs());
            while (!closing && left > 0) {
                left = due.awaitNanos(left);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /// What one turn has to do.
    private record Turn(
            List<JournalDisk.Out> closed,
            List<JournalDisk.Out> dropped,
            JournalDisk.@Nullable Out open,
            boolean name,
            long upTo) {}

    private void syncAll() {
        Turn turn = turn();
        if (turn != null) {
            turn.dropped().forEach(this::closeQuietly);
            sync(turn);
        }
    }

    private @Nullable Turn turn() {
        lock.lock();
        try {
            if (!dirty) {
                return null;
            }
            // How far the file is, read before the sync begins: what is written meanwhile is not counted.
            Turn turn = new Turn(List.copyOf(retired), List.copyOf(dropped), current, newName, recording.beginSync());
            dirty = false;
            newName = false;
            retired.clear();
            dropped.clear();
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private void sync(Turn turn) {
        try {
            for (JournalDisk.Out out : turn.closed()) {
                try (out) {
                    out.sync();
                }
            }
            if (turn.open() != null) {
                turn.open().sync();
            }
            if (turn.name()) {
                disk.syncFolder(settings.folder());
            }
            recording.synced(turn.upTo());
        } catch (IOException | RuntimeException fault) {
            broken = turn.open();
            recording.syncFailed("The disk could not confirm what was written: " + WritingThread.words(fault)
                    + ". Mend the disk of " + settings.folder() + "; recording goes on by itself.");
        }
    }

    private void closeQuietly(JournalDisk.Out out) {
        try {
            out.close();
        } catch (IOException | RuntimeException fault) {
            recording.trouble("A broken segment could not be closed: " + WritingThread.words(fault));
        }
    }
}
