package vedette.format.journal;

import java.util.zip.CRC32C;
import vedette.canon.ByteSink;
import vedette.canon.Canon;

/// Events and notes → frames, one after the other in a sink that the caller empties into a file.
///
/// @param <E> the events
public final class FrameWriter<E> {
    /// Whether an event's frame fits; larger ones are refused, never cut.
    public static final int LIMIT_BYTES = Framing.LIMIT_FRAME;

    private static final Canon<Note> NOTES = Canon.of(Note.class);

    private final CRC32C crc = new CRC32C();
    private final Canon<E> events;
    private final ByteSink sink;
    private long chain = Framing.CHAIN_START;

    /// A writer of a segment's frames.
    ///
    /// @param events how the events are written
    /// @param sink where to
    public FrameWriter(Canon<E> events, ByteSink sink) {
        this.events = events;
        this.sink = sink;
    }

    /// Writes the head of a new segment and starts its chain.
    public void head(SegmentHeader header) {
        Heads.write(header, sink);
        chain = Framing.CHAIN_START;
    }

    /// Appends an event.
    public void event(long seq, E event) {
        int start = begin(Framing.EVENT);
        sink.raw64(seq);
        events.write(event, sink);
        end(start);
    }

    /// Appends a note.
    public void note(Note note) {
        int start = begin(Framing.NOTE);
        NOTES.write(note, sink);
        end(start);
    }

    /// The chain value after what was written.
    public long chain() {
        return chain;
    }

    private int begin(int kind) {
        int start = sink.size();
        sink.raw32(0);
        sink.raw32(0);
        sink.u8(kind);
        return start;
    }

    private void end(int start) {
        int length = sink.size() - start - Framing.UNCOUNTED;
        if (length > LIMIT_BYTES) {
            throw new IllegalArgumentException("an event of " + length + " bytes; the limit is " + LIMIT_BYTES);
        }
        sink.patch32(start, length);
        int sum = Framing.crc(crc, sink.array(), start, length);
        sink.patch32(start + Integer.BYTES, sum);
        chain = Framing.chained(chain, sum);
    }
}
