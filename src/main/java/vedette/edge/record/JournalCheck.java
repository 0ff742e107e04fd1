package vedette.edge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vedette.canon.XxHash64;
import vedette.edge.record.JournalFolder.Numbered;
import vedette.format.journal.Note;
import vedette.format.journal.SegmentHeader;
import vedette.format.journal.SegmentReader;
import vedette.format.journal.SegmentReader.Step;
import vedette.format.journal.SnapshotFile;
import vedette.format.journal.SnapshotHeader;
import vedette.model.Rejected;

/// Reads a whole journal for what is in it and what is wrong with it: every checksum, every number, the chain from
/// segment to segment, every snapshot.
public final class JournalCheck {
    private final JournalFolder folder;
    private final List<Segment> segments = new ArrayList<>();
    private final List<SnapshotHeader> snapshots = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final SortedSet<String> domains = new TreeSet<>();
    private long next;
    private long chain;
    private boolean ended;

    private JournalCheck(Path path) {
        this.folder = new JournalFolder(path);
    }

    /// One segment.
    ///
    /// @param file its name
    /// @param bytes its size
    /// @param header its head
    /// @param events how many events it holds
    /// @param lastSeq the last of them, 0 for none
    public record Segment(String file, long bytes, SegmentHeader header, long events, long lastSeq) {
        /// The 64-bit number of the events' schema.
        public long schemaHash() {
            return numberOf(header.schemaText());
        }
    }

    /// What a journal holds and what is wrong with it.
    ///
    /// @param segments all readable segments, oldest first
    /// @param snapshots all whole snapshots, oldest first
    /// @param notes gaps, skips and snapshots noted, in order
    /// @param problems one line each; gaps and skips are none, the journal tells them itself
    public record Report(
            List<Segment> segments, List<SnapshotHeader> snapshots, List<Note> notes, List<String> problems) {
        /// All events.
        public long events() {
            return segments.stream().mapToLong(Segment::events).sum();
        }

        /// All bytes of the segments.
        public long bytes() {
            return segments.stream().mapToLong(Segment::bytes).sum();
        }
    }

    /// The number of a schema: the hash of its text.
    public static long numberOf(String schemaText) {
        return XxHash64.of(schemaText.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a folder.
    ///
    /// @throws IOException when it cannot be read
    public static Report of(Path folder) throws IOException {
        JournalCheck check = new JournalCheck(folder);
        for (Numbered segment : check.folder.segments()) {
            check.segment(segment);
        }
        for (Numbered snapshot : check.folder.snapshots()) {
            check.snapshot(snapshot);
        }
        if (check.domains.size() > 1) {
            check.problems.add("one journal, several domains: " + check.domains);
        }
        return new Report(
                List.copyOf(check.segments),
                List.copyOf(check.snapshots),
                List.copyOf(check.notes),
                List.copyOf(check.problems));
    }

    private void segment(Numbered segment) throws IOException {
        byte[] bytes = JournalFolder.read(segment.file());
        String name = segment.file().getFileName().toString();
        switch (SegmentReader.open(bytes, bytes.length)) {
            case SegmentReader.NoSegment(Rejected why) -> {
                problems.add(name + ", byte " + why.offset() + ", " + why.item() + ": " + why.reason());
                ended = false;
            }
            case SegmentReader.Segment(SegmentReader reader) -> {
                head(name, segment.seq(), reader.header());
                long events = frames(name, reader);
                long last = events == 0 ? 0 : next - 1;
                segments.add(new Segment(name, Files.size(segment.file()), reader.header(), events, last));
                chain = reader.chain();
            }
        }
    }

    private void head(String name, long number, SegmentHeader header) {
        domains.add(header.domain().name());
        if (number != header.firstSeq()) {
            problems.add(name + " holds the segment of event " + header.firstSeq() + ": it was renamed");
        }
        if (ended && header.previousChain() != chain) {
            problems.add(name + " does not follow the segment before it: one was changed, exchanged or left out");
        }
        if (!segments.isEmpty() && header.firstSeq() < next) {
            problems.add(name + " begins with event " + header.firstSeq() + ", which was there already");
        }
        if (segments.isEmpty()) {
            next = header.firstSeq();
        }
    }

    private long frames(String name, SegmentReader reader) {
        long events = 0;
        ended = false;
        for (Step step = reader.next(); step != Step.END; step = reader.next()) {
            switch (step) {
                case EVENT -> {
                    events++;
                    event(name, reader);
                }
                case NOTE -> note(reader.note());
                case DAMAGED ->
                    problems.add(name + ", byte " + reader.offset() + ": " + reader.reason() + "; "
                            + reader.brokenBytes() + " bytes are lost, what follows is read");
                case TORN ->
                    problems.add(name + ", byte " + reader.offset() + ": a torn tail of " + reader.brokenBytes()
                            + " bytes (" + reader.reason() + ")");
                case END -> {}
            }
        }
        return events;
    }

    private void event(String name, SegmentReader reader) {
        if (reader.seq() != next) {
            problems.add(
                    name + ", byte " + reader.offset() + ": event " + reader.seq() + " where " + next + " was due");
        }
        next = reader.seq() + 1;
        ended = false;
    }

    private void note(Note note) {
        switch (note) {
            case Note.Gap(long from, long to, String why) -> {
                notes.add(note);
                next = Math.max(next, to + 1);
            }
            case Note.End(long nextSeq) -> ended = true;
            case Note.Skip skip -> notes.add(skip);
            case Note.SnapshotTaken taken -> notes.add(taken);
            case Note.OutputDigest digest -> {}
        }
    }

    private void snapshot(Numbered snapshot) throws IOException {
        switch (SnapshotFile.open(JournalFolder.read(snapshot.file()))) {
            case SnapshotFile.Whole(SnapshotHeader header, SnapshotFile.Body body) -> {
                snapshots.add(header);
                domains.add(header.domain().name());
            }
            case SnapshotFile.NoSnapshot(Rejected why) ->
                problems.add(snapshot.file().getFileName() + ", byte " + why.offset() + ", " + why.item() + ": "
                        + why.reason());
        }
    }
}
