package vedette.edge.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vedette.canon.ByteSink;

/// Takes frames to the disk, so that a disk that hangs takes this thread with it and not the engine's.
final class WritingThread implements Runnable {
    /// Written through one buffer outside the heap, piece by piece; and a whole piece must fit on the disk before
    /// recording is tried again.
    private static final int PIECE_BYTES = 1 << 20;

    private static final String PROBE = "probe.tmp";

    private final JournalSettings settings;
    private final JournalDisk disk;
    private final JournalFolder folder;
    private final Recording recording;
    private final SyncingThread syncing;
    private final ByteSink sink;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);
    private JournalDisk.@Nullable Out out;
    private long good;

    WritingThread(
            JournalSettings settings, JournalDisk disk, Recording recording, SyncingThread syncing, ByteSink sink) {
        this.settings = settings;
        this.disk = disk;
        this.folder = new JournalFolder(settings.folder());
        this.recording = recording;
        this.syncing = syncing;
        this.sink = sink;
    }

    @Override
    public void run() {
        try {
            while (!recording.closing()) {
                turn();
            }
        } catch (InterruptedException e) {
            recording.failed("The writing thread was interrupted.");
        } finally {
            retire();
        }
    }

    private void turn() throws InterruptedException {
        Batch batch = recording.next(settings.limits().retryEveryMs());
        if (batch != null && recording.stopped()) {
            recording.dropped();
        } else if (batch != null) {
            take(batch);
        } else if (recording.stopped()) {
            leave();
            probe();
        }
    }

    private void take(Batch batch) {
        try {
            if (batch.opens()) {
                open(batch.firstSeq());
            }
            write(batch.bytes());
            if (settings.acknowledgeAfterDisk()) {
                current().sync();
            }
            good += batch.bytes();
            syncing.watch(current());
            recording.written(batch, settings.acknowledgeAfterDisk());
            if (batch.closes()) {
                retire();
            }
        } catch (IOException | RuntimeException fault) {
            leave();
            recording.failed("The journal cannot be written: " + words(fault) + ". Make room or mend the disk of "
                    + settings.folder() + "; recording goes on by itself.");
        }
    }

    private JournalDisk.Out current() throws IOException {
        if (out == null) {
            throw new IOException("no segment is open");
        }
        return out;
    }

    private void open(long firstSeq) throws IOException {
        retire();
        Path file = folder.events(firstSeq);
        out = disk.create(file);
        good = 0;
        syncing.newName();
    }

    private void write(int bytes) throws IOException {
        for (int from = 0; from < bytes; from += PIECE_BYTES) {
            piece.clear();
            piece.put(sink.array(), from, Math.min(PIECE_BYTES, bytes - from));
            piece.flip();
            current().write(piece);
        }
    }

    /// The segment is whole: the syncing thread closes it.
    private void retire() {
        if (out != null) {
            syncing.retire(out);
            out = null;
        }
    }

    /// The segment is broken: what was written of the last frames is cut, if the disk still can, and it is left.
    private void leave() {
        if (out == null) {
            return;
        }
        try {
            out.truncate(good);
        } catch (IOException | RuntimeException fault) {
            recording.trouble("A broken segment could not be cut: " + words(fault));
        }
        retire();
    }

    /// Tries whether the disk takes a megabyte again.
    private void probe() {
        Path file = settings.folder().resolve(PROBE);
        try {
            try (JournalDisk.Out probe = disk.create(file)) {
                piece.clear();
                probe.write(piece);
                probe.sync();
            }
            disk.delete(file);
            recording.room();
        } catch (IOException | RuntimeException stillNot) {
            deleteQuietly(file);
        }
    }

    private void deleteQuietly(Path file) {
        try {
            disk.delete(file);
        } catch (IOException | RuntimeException stays) {
            recording.trouble(words(stays));
        }
    }

    static String words(Exception fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
