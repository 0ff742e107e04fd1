package vedette.edge.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vedette.canon.ByteSink;
import vedette.canon.Canon;
import vedette.edge.EventLog;
import vedette.format.journal.FrameWriter;
import vedette.format.journal.Note;
import vedette.format.journal.SegmentHeader;
import vedette.model.Event;
import vedette.model.Moment;

/// Writes every event into a folder before it is stepped.
///
/// The engine's thread makes the frames and hands them to a writing thread, which has a quarter of a second: a disk
/// that
/// hangs, fills up or fails never holds up a step. Recording then has stopped, [#state()] says so, and the events are
/// counted. Once the disk takes files again the next event opens a new segment, with a gap in front, and a snapshot is
/// wanted, from which an exact replay can start again.
///
/// All methods but [#state()] belong to the engine's thread.
public final class JournalWriter implements EventLog {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);
    private static final long CLOSE_MS = 2000;

    /// Frames are handed over early when a batch is larger.
    private static final int BATCH_BYTES = 4 << 20;

    private final JournalSettings settings;
    private final FileChannel lock;
    private final SortedSet<Long> newSkips;
    private final List<String> notices;
    private final Recording recording;
    private final SyncingThread syncing;
    private final SnapshotThread snapshots;
    private final ByteSink sink = new ByteSink();
    private final FrameWriter<Event> frames = new FrameWriter<>(EVENTS, sink);
    private final Thread writingThread;
    private final Thread syncingThread;

    /// Whether the next frames need a new segment.
    private boolean opens = true;

    /// Whether the sink is this thread's: a stalled writing thread may still be reading from it.
    private boolean free = true;
    private long openedAt;
    private long segmentBytes;
    private long lastSeq;

    private JournalWriter(JournalSettings settings, JournalDisk disk, String snapshotSchema, FileChannel lock)
            throws IOException {
        JournalFolder folder = new JournalFolder(settings.folder());
        Mending.End end = new Mending(folder, settings.domain()).end();
        JournalReader reader = new JournalReader(settings.folder());
        this.settings = settings;
        this.lock = lock;
        this.notices = end.notices();
        this.newSkips = reader.skips();
        this.newSkips.removeAll(reader.notedSkips());
        this.lastSeq = end.lastSeq();
        this.recording = new Recording(settings.limits().stallMs(), lastSeq, end.chain());
        this.syncing = new SyncingThread(settings, disk, recording);
        this.snapshots = new SnapshotThread(settings, disk, snapshotSchema, recording);
        this.writingThread = started("vedette-journal", new WritingThread(settings, disk, recording, syncing, sink));
        this.syncingThread = started("vedette-journal-sync", syncing);
    }

    private static Thread started(String name, Runnable runnable) {
        return Thread.ofPlatform().daemon().name(name).start(runnable);
    }

    /// Opens a folder for writing, mending its end.
    ///
    /// @param settings where and how
    /// @param disk the disk
    /// @param snapshotSchema the schema text of the snapshots that will be handed in
    /// @throws IOException in words for the operator: the folder is taken, of another domain, or cannot be used
    public static JournalWriter open(JournalSettings settings, JournalDisk disk, String snapshotSchema)
            throws IOException {
        FileChannel lock = new JournalFolder(settings.folder()).lock();
        try {
            return new JournalWriter(settings, disk, snapshotSchema, lock);
        } catch (IOException | RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /// What was found and done when the folder was opened, a line each.
    public List<String> notices() {
        return notices;
    }

    /// The last event of the journal; the next one has the number after it.
    public long lastSeq() {
        return lastSeq;
    }

    @Override
    public void append(Event event) {
        append(List.of(event));
    }

    @Override
    public void append(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        begin(events.getFirst().stamp().seq());
        for (Event event : events) {
            add(event);
        }
        handOver(false);
    }

    private void begin(long first) {
        switch (recording.resume()) {
            case STOPPED -> free = false;
            case STARTS_AGAIN -> startAgain(first);
            case GOES_ON -> notesOfOthers(first);
        }
    }

    private void startAgain(long first) {
        free = true;
        opens = true;
        sink.clear();
        headBefore(first);
        long from = recording.writtenSeq() + 1;
        if (from < first) {
            frames.note(new Note.Gap(from, first - 1, recording.why()));
            snapshots.want(first - 1);
        }
    }

    private void notesOfOthers(long first) {
        for (Note note = recording.pollNote(); note != null; note = recording.pollNote()) {
            headBefore(first);
            frames.note(note);
        }
    }

    /// Whatever comes first into an empty sink while no segment is open, a head stands before it.
    private void headBefore(long seq) {
        if (!opens || sink.size() > 0) {
            return;
        }
        segmentBytes = 0;
        openedAt = seq;
        frames.head(new SegmentHeader(
                settings.domain(), seq, recording.writtenChain(), settings.tables(), EVENTS.schemaText()));
        for (long skip : newSkips) {
            frames.note(new Note.Skip(skip, "it ended the process twice"));
        }
        newSkips.clear();
    }

    private void add(Event event) {
        lastSeq = event.stamp().seq();
        if (!free) {
            recording.missed(lastSeq);
            return;
        }
        headBefore(lastSeq);
        int before = sink.size();
        try {
            frames.event(lastSeq, event);
        } catch (IllegalArgumentException | IllegalStateException tooLarge) {
            sink.cut(before);
            frames.note(new Note.Gap(lastSeq, lastSeq, WritingThread.words(tooLarge)));
        }
        if (sink.size() > BATCH_BYTES) {
            handOver(false);
        }
    }

    /// Hands the frames over, and ends the segment with them when it has its size.
    private void handOver(boolean last) {
        if (!free || (sink.size() == 0 && !last)) {
            return;
        }
        boolean closes = last || segmentBytes + sink.size() > settings.limits().segmentBytes();
        if (closes) {
            frames.note(new Note.End(lastSeq + 1));
        }
        segmentBytes += sink.size();
        free = recording.handOver(new Batch(sink.size(), openedAt, lastSeq, frames.chain(), opens, closes));
        if (free) {
            sink.clear();
            opens = closes;
        }
    }

    @Override
    public void digest(long seq, long digest) {
        if (free) {
            headBefore(seq + 1);
            frames.note(new Note.OutputDigest(seq, digest));
        }
    }

    @Override
    public void snapshot(long seq, Moment at, Supplier<byte[]> bytes) {
        snapshots.take(seq, at, bytes);
    }

    @Override
    public boolean wantsSnapshot() {
        return snapshots.wanted();
    }

    @Override
    public void fatal(long seq, String why) {
        try {
            new Deaths(settings.folder()).note(seq, why);
        } catch (IOException | RuntimeException fault) {
            recording.trouble("The death by event " + seq + " could not be noted: " + WritingThread.words(fault));
        }
    }

    @Override
    public State state() {
        return recording.state();
    }

    /// Writes what is left, waits at most two seconds for the disk and a snapshot under way, and gives the folder back.
    @Override
    public void close() {
        if (!opens || sink.size() > 0) {
            handOver(true);
        }
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        snapshots.awaitIdle(deadlineNs);
        recording.close();
        join(writingThread, deadlineNs);
        syncing.close();
        join(syncingThread, deadlineNs);
        recording.end();
        try {
            lock.close();
        } catch (IOException fault) {
            recording.trouble("The lock could not be given back: " + WritingThread.words(fault));
        }
    }

    private static void join(Thread thread, long deadlineNs) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, deadlineNs - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
