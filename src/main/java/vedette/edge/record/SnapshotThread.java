package vedette.edge.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vedette.canon.XxHash64;
import vedette.format.journal.Note;
import vedette.format.journal.SnapshotFile;
import vedette.format.journal.SnapshotHeader;
import vedette.model.Moment;

/// Writes snapshots beside the journal, one at a time, each under its final name only when it is whole on the disk.
final class SnapshotThread {
    private static final int PIECE_BYTES = 1 << 20;
    private static final String UNFINISHED = "snapshot.tmp";

    private final JournalSettings settings;
    private final JournalDisk disk;
    private final String schemaText;
    private final Recording recording;
    private final Retention retention;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong wantedFrom = new AtomicLong();
    private @Nullable Thread thread;

    SnapshotThread(JournalSettings settings, JournalDisk disk, String schemaText, Recording recording) {
        this.settings = settings;
        this.disk = disk;
        this.schemaText = schemaText;
        this.recording = recording;
        this.retention = new Retention(settings, disk);
    }

    /// From now on a snapshot at or behind an event is wanted.
    void want(long seq) {
        wantedFrom.set(seq);
    }

    boolean wanted() {
        return wantedFrom.get() > 0 && !busy.get();
    }

    /// Begins a snapshot, unless one is being written.
    void take(long seq, Moment at, Supplier<byte[]> bytes) {
        if (busy.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().daemon().name("vedette-snapshot").start(() -> write(seq, at, bytes));
        }
    }

    /// Waits for a snapshot under way.
    void awaitIdle(long deadlineNs) {
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(Duration.ofNanos(Math.max(1, deadlineNs - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(long seq, Moment at, Supplier<byte[]> bytes) {
        try {
            byte[] body = bytes.get();
            keep(new SnapshotHeader(settings.domain(), seq, at, settings.tables(), schemaText), body);
            recording.note(new Note.SnapshotTaken(seq, XxHash64.of(body)));
            wantedFrom.updateAndGet(wanted -> wanted <= seq ? 0 : wanted);
            recording.trouble("");
            retention.apply();
        } catch (IOException | RuntimeException fault) {
            recording.trouble("The snapshot of event " + seq + " could not be written: " + WritingThread.words(fault)
                    + ". A restart will replay from an older one.");
        } finally {
            busy.set(false);
        }
    }

    private void keep(SnapshotHeader header, byte[] body) throws IOException {
        Path unfinished = settings.folder().resolve(UNFINISHED);
        try (JournalDisk.Out out = disk.create(unfinished)) {
            out.write(ByteBuffer.wrap(SnapshotFile.head(header, body)));
            for (int from = 0; from < body.length; from += PIECE_BYTES) {
                out.write(ByteBuffer.wrap(body, from, Math.min(PIECE_BYTES, body.length - from)));
            }
            out.sync();
        }
        disk.move(unfinished, new JournalFolder(settings.folder()).snapshot(header.seq()));
        disk.syncFolder(settings.folder());
    }
}
