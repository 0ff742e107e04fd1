package vedette.format.journal;

import java.util.zip.CRC32C;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.model.Rejected;

/// Walks through the frames of a segment; never throws on any bytes.
///
/// Where bytes are no frame it looks for the next one behind them. If there is one, the bytes between were damaged; if
/// there is none, the tail was torn when the writer died, or the disk lost it. Work on damaged bytes is bounded by a
/// few
/// passes over the segment.
public final class SegmentReader {
    private static final Canon<Note> NOTES = Canon.of(Note.class);

    /// How often the bytes may be summed again in search of a frame, times their number.
    private static final int LIMIT_SEARCH = 4;

    private final CRC32C crc = new CRC32C();
    private final byte[] bytes;
    private final int length;
    private final SegmentHeader header;
    private int at;
    private int start;
    private int end;
    private long searched;
    private long chain = Framing.CHAIN_START;
    private long seq;
    private Note note = new Note.End(0);
    private String reason = "";

    /// What the next step met.
    public enum Step {
        /// An event: see `seq`, `from`, `to`.
        EVENT,
        /// A note: see `note`.
        NOTE,
        /// Bytes that are no frame, with good frames behind them: see `offset`, `brokenBytes`, `reason`.
        DAMAGED,
        /// Bytes that are no frame up to the end.
        TORN,
        /// The end.
        END
    }

    /// What came of opening a segment.
    public sealed interface Opened {}

    /// A segment.
    ///
    /// @param reader stands before its first frame
    public record Segment(SegmentReader reader) implements Opened {}

    /// No segment.
    ///
    /// @param why where and why
    public record NoSegment(Rejected why) implements Opened {}

    private SegmentReader(byte[] bytes, int length, Heads.Found<SegmentHeader> head) {
        this.bytes = bytes;
        this.length = length;
        this.header = head.header();
        this.at = head.end();
    }

    /// Opens a segment.
    ///
    /// @param bytes the whole file; not copied
    /// @param length how many of them are the file
    public static Opened open(byte[] bytes, int length) {
        return switch (Heads.segment(bytes, length)) {
            case Heads.Missing<SegmentHeader>(Rejected why) -> new NoSegment(why);
            case Heads.Found<SegmentHeader> head -> new Segment(new SegmentReader(bytes, length, head));
        };
    }

    /// The segment's head.
    public SegmentHeader header() {
        return header;
    }

    /// Goes to the next frame.
    public Step next() {
        start = at;
        if (at == length) {
            return Step.END;
        }
        int size = frameAt(at);
        if (size < 0) {
            return broken();
        }
        end = at + Framing.UNCOUNTED + size;
        at = end;
        return taken();
    }

    private Step taken() {
        if (bytes[start + Framing.UNCOUNTED] == Framing.EVENT) {
            seq = Framing.int64(bytes, start + Framing.PREFIX);
            chainOn();
            return Step.EVENT;
        }
        return switch (NOTES.read(bytes, start + Framing.PREFIX, end)) {
            case Read.Value<Note>(Note read) -> {
                note = read;
                chainOn();
                yield Step.NOTE;
            }
            case Read.Damaged<Note>(int offset, String path, String why) -> {
                reason = "a note that cannot be read: " + path + ": " + why;
                yield Step.DAMAGED;
            }
        };
    }

    private void chainOn() {
        chain = Framing.chained(chain, Framing.int32(bytes, start + Integer.BYTES));
    }

    /// Where the frame or the broken bytes start in the file.
    public int offset() {
        return start;
    }

    /// How many bytes are broken.
    public int brokenBytes() {
        return at - start;
    }

    /// Why they are no frame.
    public String reason() {
        return reason;
    }

    /// The event's number.
    public long seq() {
        return seq;
    }

    /// The event's first byte in the file.
    public int from() {
        return start + Framing.PREFIX + Framing.SEQ;
    }

    /// The byte behind the event.
    public int to() {
        return end;
    }

    /// The note.
    public Note note() {
        return note;
    }

    /// A value that depends on every good frame so far and their order; the next segment's head repeats it.
    public long chain() {
        return chain;
    }

    private Step broken() {
        String why = whyNot(at);
        int next = start + 1;
        while (next < length && !(promising(next) && frameAt(next) >= 0)) {
            next++;
        }
        at = next;
        reason = why;
        return next < length ? Step.DAMAGED : Step.TORN;
    }

    /// The counted length of the frame that stands at an offset, or -1.
    private int frameAt(int offset) {
        if (!promising(offset)) {
            return -1;
        }
        int size = Framing.int32(bytes, offset);
        searched += size;
        return Framing.crc(crc, bytes, offset, size) == Framing.int32(bytes, offset + Integer.BYTES) ? size : -1;
    }

    private boolean promising(int offset) {
        if (offset + Framing.PREFIX > length || searched > (long) LIMIT_SEARCH * length + Framing.LIMIT_FRAME) {
            return false;
        }
        int size = Framing.int32(bytes, offset);
        int kind = bytes[offset + Framing.UNCOUNTED];
        int least = kind == Framing.EVENT ? 1 + Framing.SEQ : 2;
        return (kind == Framing.EVENT || kind == Framing.NOTE)
                && size >= least
                && size <= Framing.LIMIT_FRAME
                && size <= length - offset - Framing.UNCOUNTED;
    }

    private String whyNot(int offset) {
        if (offset + Framing.PREFIX > length) {
            return "a frame's head is cut";
        }
        int size = Framing.int32(bytes, offset);
        if (size < 1 || size > Framing.LIMIT_FRAME) {
            return "a frame of " + size + " bytes";
        }
        if (size > length - offset - Framing.UNCOUNTED) {
            return "a frame of " + size + " bytes with " + (length - offset - Framing.UNCOUNTED) + " left";
        }
        return "a checksum that does not fit";
    }
}
