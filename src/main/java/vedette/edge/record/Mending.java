package vedette.edge.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import vedette.edge.record.JournalFolder.Numbered;
import vedette.format.journal.Note;
import vedette.format.journal.SegmentReader;
import vedette.format.journal.SegmentReader.Step;
import vedette.model.Domain;
import vedette.model.Rejected;

/// Looks at the end of a journal before it is written again: cuts a torn tail, and finds the number to go on with.
final class Mending {
    private final JournalFolder folder;
    private final Domain domain;
    private final List<String> notices = new ArrayList<>();
    private long lastSeq;
    private long chain;

    Mending(JournalFolder folder, Domain domain) {
        this.folder = folder;
        this.domain = domain;
    }

    /// What a writer needs to go on.
    ///
    /// @param lastSeq the last event of the journal or its newest snapshot, 0 for none
    /// @param chain the chain value at its end
    /// @param notices what was done, a line each
    record End(long lastSeq, long chain, List<String> notices) {}

    End end() throws IOException {
        for (Numbered segment : folder.segments().reversed()) {
            if (look(segment)) {
                break;
            }
        }
        for (Numbered snapshot : folder.snapshots()) {
            lastSeq = Math.max(lastSeq, snapshot.seq());
        }
        return new End(lastSeq, chain, List.copyOf(notices));
    }

    /// Whether the segment told where the journal ends; one that never got so far as its first event is deleted.
    private boolean look(Numbered segment) throws IOException {
        byte[] bytes = JournalFolder.read(segment.file());
        return switch (SegmentReader.open(bytes, bytes.length)) {
            case SegmentReader.Segment(SegmentReader reader) -> look(segment, reader);
            case SegmentReader.NoSegment(Rejected why) -> {
                String was = segment.file().getFileName() + " has no whole head (byte " + why.offset() + ", "
                        + why.item() + ": " + why.reason() + ")";
                setAside(segment.file(), bytes.length, was);
                yield false;
            }
        };
    }

    /// A head torn while it was written holds nothing; anything larger is kept for people to look at.
    private void setAside(Path file, int bytes, String was) throws IOException {
        if (bytes == 0) {
            Files.delete(file);
            notices.add(was + " and was deleted: it was empty.");
            return;
        }
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        notices.add(was + " and was set aside as " + aside.getFileName() + ".");
    }

    private boolean look(Numbered segment, SegmentReader reader) throws IOException {
        if (reader.header().domain() != domain) {
            throw new IOException("The journal in " + folder.path() + " is of the domain "
                    + reader.header().domain() + ", this node of " + domain
                    + ": give each domain a data folder of its own.");
        }
        boolean events = false;
        lastSeq = reader.header().firstSeq() - 1;
        for (Step step = reader.next(); step != Step.END; step = reader.next()) {
            switch (step) {
                case EVENT -> {
                    lastSeq = Math.max(lastSeq, reader.seq());
                    events = true;
                }
                case NOTE -> lastSeq = Math.max(lastSeq, lastOf(reader.note()));
                case TORN -> cut(segment.file(), reader);
                case DAMAGED ->
                    notices.add(segment.file().getFileName() + " is damaged at byte " + reader.offset() + ": "
                            + reader.reason() + "; " + reader.brokenBytes() + " bytes are lost. It is left as it is.");
                case END -> {}
            }
        }
        chain = reader.chain();
        if (!events) {
            Files.delete(segment.file());
        }
        return events;
    }

    /// The last number that a note says is used up.
    private static long lastOf(Note note) {
        return switch (note) {
            case Note.Gap(long from, long to, String why) -> to;
            case Note.End(long nextSeq) -> nextSeq - 1;
            case Note.OutputDigest(long seq, long digest) -> seq;
            case Note.SnapshotTaken(long seq, long digest) -> seq;
            case Note.Skip(long seq, String why) -> seq;
        };
    }

    private void cut(Path file, SegmentReader reader) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(reader.offset());
            channel.force(true);
        }
        notices.add(file.getFileName() + " ended in a torn frame: " + reader.brokenBytes() + " bytes were cut at byte "
                + reader.offset() + " (" + reader.reason() + ").");
    }
}
