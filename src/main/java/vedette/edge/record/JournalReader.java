package vedette.edge.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.edge.record.JournalFolder.Numbered;
import vedette.edge.record.JournalVisitor.Damage;
import vedette.format.journal.Note;
import vedette.format.journal.SegmentHeader;
import vedette.format.journal.SegmentReader;
import vedette.format.journal.SegmentReader.Step;
import vedette.format.journal.SnapshotFile;
import vedette.format.journal.SnapshotHeader;
import vedette.model.Rejected;

/// Reads a folder that a [JournalWriter] wrote, also while it writes and after it fell.
public final class JournalReader {
    /// Skips stand right behind the head of a segment; a head is a few kilobytes.
    private static final int HEAD_BYTES = 256 << 10;

    private final JournalFolder folder;

    /// A reader of a folder.
    public JournalReader(Path folder) {
        this.folder = new JournalFolder(folder);
    }

    /// An event as it stands in the journal.
    ///
    /// @param header of its segment: domain and schema
    /// @param bytes holds it; valid during the call only
    /// @param from first byte
    /// @param to behind the last byte
    public record Raw(SegmentHeader header, byte[] bytes, int from, int to) {}

    /// A complete snapshot.
    ///
    /// @param header what it is of
    /// @param body the state's bytes
    public record Found(SnapshotHeader header, SnapshotFile.Body body) {}

    /// Shows all events from a number on, decoded.
    ///
    /// @param fromSeq the first event wanted
    /// @param canon the events' form today; older segments are read by their own schema
    /// @param visitor sees them
    /// @throws IOException when a file cannot be read at all
    public <E> void events(long fromSeq, Canon<E> canon, JournalVisitor<E> visitor) throws IOException {
        raw(fromSeq, new Decoding<>(canon, visitor));
    }

    /// Shows all events from a number on, as bytes.
    ///
    /// @param fromSeq the first event wanted
    /// @param visitor sees them
    /// @throws IOException when a file cannot be read at all
    public void raw(long fromSeq, JournalVisitor<Raw> visitor) throws IOException {
        Walk walk = new Walk(fromSeq, skips(), visitor);
        List<Numbered> segments = folder.segments();
        for (int i = 0; i < segments.size(); i++) {
            boolean allBefore = i + 1 < segments.size() && segments.get(i + 1).seq() <= fromSeq;
            if (!allBefore) {
                walk.segment(segments.get(i).file());
            }
        }
    }

    /// The newest snapshot whose bytes are whole.
    ///
    /// @param notices takes a line for each newer one that is not
    /// @throws IOException when the folder cannot be read
    public Optional<Found> newestSnapshot(List<String> notices) throws IOException {
        for (Numbered snapshot : folder.snapshots().reversed()) {
            switch (SnapshotFile.open(JournalFolder.read(snapshot.file()))) {
                case SnapshotFile.Whole(SnapshotHeader header, SnapshotFile.Body body) -> {
                    return Optional.of(new Found(header, body));
                }
                case SnapshotFile.NoSnapshot(Rejected why) ->
                    notices.add(snapshot.file().getFileName() + " is not whole and was passed over: byte "
                            + why.offset() + ", " + why.item() + ": " + why.reason());
            }
        }
        return Optional.empty();
    }

    /// Notes that an event is ending the process while it is replayed; see `EventLog.fatal`. Called in the middle of an
    /// `Error`, so it does what it can and keeps silent about what it cannot.
    ///
    /// @param seq the event
    /// @param why in words
    public void fatal(long seq, String why) {
        try {
            new Deaths(folder.path()).note(seq, why);
        } catch (IOException | RuntimeException fault) {
            return; // the process ends with the error that matters
        }
    }

    /// Events that are not to be stepped.
    SortedSet<Long> skips() throws IOException {
        SortedSet<Long> skips = new Deaths(folder.path()).twice();
        skips.addAll(notedSkips());
        return skips;
    }

    SortedSet<Long> notedSkips() throws IOException {
        SortedSet<Long> skips = new TreeSet<>();
        for (Numbered segment : folder.segments()) {
            byte[] start = JournalFolder.start(segment.file(), HEAD_BYTES);
            if (SegmentReader.open(start, start.length) instanceof SegmentReader.Segment(SegmentReader reader)) {
                while (reader.next() == Step.NOTE && reader.note() instanceof Note.Skip(long seq, String why)) {
                    skips.add(seq);
                }
            }
        }
        return skips;
    }

    /// One pass over segments, oldest first.
    private static final class Walk {
        private final long fromSeq;
        private final SortedSet<Long> skips;
        private final JournalVisitor<Raw> visitor;
        private long next;
        private boolean started;

        Walk(long fromSeq, SortedSet<Long> skips, JournalVisitor<Raw> visitor) {
            this.fromSeq = fromSeq;
            this.skips = skips;
            this.visitor = visitor;
            this.next = fromSeq;
        }

        void segment(Path file) throws IOException {
            byte[] bytes = JournalFolder.read(file);
            switch (SegmentReader.open(bytes, bytes.length)) {
                case SegmentReader.NoSegment(Rejected why) ->
                    visitor.damaged(new Damage(
                            file, why.offset(), bytes.length, true, "no segment: " + why.item() + ": " + why.reason()));
                case SegmentReader.Segment(SegmentReader reader) -> frames(file, bytes, reader);
            }
        }

        private void frames(Path file, byte[] bytes, SegmentReader reader) {
            for (Step step = reader.next(); step != Step.END; step = reader.next()) {
                switch (step) {
                    case EVENT -> event(reader.seq(), new Raw(reader.header(), bytes, reader.from(), reader.to()));
                    case NOTE -> note(reader.note());
                    case DAMAGED, TORN ->
                        visitor.damaged(new Damage(
                                file, reader.offset(), reader.brokenBytes(), step == Step.TORN, reader.reason()));
                    case END -> {}
                }
            }
        }

        private void event(long seq, Raw raw) {
            if (seq < next) {
                return; // before what is wanted, or written twice around a fall
            }
            upTo(seq, "not in the journal");
            next = seq + 1;
            if (skips.contains(seq)) {
                visitor.skipped(seq, raw);
            } else {
                visitor.event(seq, raw);
            }
        }

        private void note(Note note) {
            if (note instanceof Note.Gap(long from, long to, String why) && to >= next) {
                upTo(Math.max(from, next), "not in the journal");
                upTo(to + 1, why);
            }
            visitor.note(note);
        }

        /// What lies between is missing; what lies before the first event ever kept is only old.
        private void upTo(long seq, String why) {
            if (seq > next && (started || fromSeq > 1)) {
                visitor.missing(next, seq - 1, why);
            }
            started = true;
            next = Math.max(next, seq);
        }
    }

    /// Turns bytes into events on their way.
    private static final class Decoding<E> implements JournalVisitor<Raw> {
        private final TreeMap<String, Canon<E>> canons = new TreeMap<>();
        private final Canon<E> canon;
        private final JournalVisitor<E> visitor;

        Decoding(Canon<E> canon, JournalVisitor<E> visitor) {
            this.canon = canon;
            this.visitor = visitor;
        }

        @Override
        public void event(long seq, Raw raw) {
            decode(seq, raw, event -> visitor.event(seq, event));
        }

        private void decode(long seq, Raw raw, Consumer<E> taker) {
            Canon<E> reader = canons.computeIfAbsent(raw.header().schemaText(), canon::reading);
            switch (reader.read(raw.bytes(), raw.from(), raw.to())) {
                case Read.Value<E>(E event) -> taker.accept(event);
                case Read.Damaged<E>(int offset, String path, String reason) ->
                    visitor.missing(seq, seq, "unreadable: byte " + offset + ", " + path + ": " + reason);
            }
        }

        @Override
        public void note(Note note) {
            visitor.note(note);
        }

        @Override
        public void missing(long from, long to, String why) {
            visitor.missing(from, to, why);
        }

        @Override
        public void skipped(long seq, Raw raw) {
            decode(seq, raw, event -> visitor.skipped(seq, event));
        }

        @Override
        public void damaged(Damage damage) {
            visitor.damaged(damage);
        }
    }
}
