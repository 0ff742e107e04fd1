package vedette.format.cot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds messages in a byte stream: XML events end at `</event>`, those of TAK protocol say how long they are.
public final class CotFrames {
    private static final byte[] END = "</event>".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEAD = 6;
    private static final int MOST_MESSAGES = 1_000_000;

    private CotFrames() {}

    /// How a message is written.
    public enum Form {
        /// XML.
        XML,
        /// TAK protocol version 1 in a stream.
        STREAM,
        /// TAK protocol version 1 in a datagram.
        MESH
    }

    /// What stands at a place of a stream.
    public sealed interface Found {}

    /// A whole message.
    ///
    /// @param form how it is written
    /// @param from where it begins, a stream's header left out
    /// @param to where it ends, and the next one begins
    public record Frame(Form form, int from, int to) implements Found {
        /// Reads it.
        public Cot.Reading read(byte[] bytes) {
            return switch (form) {
                case XML -> CotXml.read(Arrays.copyOfRange(bytes, from, to));
                case STREAM -> TakProto.payload(bytes, from, to);
                case MESH -> TakProto.mesh(bytes, from, to);
            };
        }
    }

    /// Not all of it has come yet.
    public record Unfinished() implements Found {}

    /// The stream cannot be followed any further.
    ///
    /// @param reason why
    public record Lost(String reason) implements Found {}

    /// Looks for a message of a stream.
    ///
    /// @param bytes what has come
    /// @param at where a message should begin; white space before it is passed over
    /// @param end where the bytes end
    public static Found at(byte[] bytes, int at, int end) {
        int from = at;
        while (from < end && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        if (from == end) {
            return new Unfinished();
        }
        return (bytes[from] & 0xff) == TakProto.MAGIC ? numbered(bytes, from, end) : text(bytes, from, end);
    }

    private static Found numbered(byte[] bytes, int from, int end) {
        long length = 0;
        for (int i = 1; i < LONGEST_HEAD; i++) {
            if (from + i >= end) {
                return new Unfinished();
            }
            byte octet = bytes[from + i];
            length |= (octet & 0x7FL) << (7 * (i - 1));
            if (octet >= 0) {
                int start = from + i + 1;
                if (length > Cot.LONGEST) {
                    return new Lost("a message of " + length + " bytes, more than " + Cot.LONGEST);
                }
                return length > end - start ? new Unfinished() : new Frame(Form.STREAM, start, start + (int) length);
            }
        }
        return new Lost("a length of more than " + (LONGEST_HEAD - 1) + " bytes");
    }

    private static Found text(byte[] bytes, int from, int end) {
        if (bytes[from] != '<' && (bytes[from] & 0xff) != 0xef) {
            return new Lost("neither XML nor TAK protocol");
        }
        for (int i = from; i + END.length <= end; i++) {
            if (bytes[i] == '<' && bytes[i + 1] == '/' && Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
                return new Frame(Form.XML, from, i + END.length);
            }
        }
        return end - from > Cot.LONGEST
                ? new Lost("no end of an event within " + Cot.LONGEST + " bytes")
                : new Unfinished();
    }

    /// A message of a recording.
    ///
    /// @param offset where it begins, bytes
    /// @param form how it is written
    /// @param reading what became of it
    public record Entry(int offset, Form form, Cot.Reading reading) {}

    /// Reads a recording: one datagram, or a stream.
    public static List<Entry> readAll(byte[] bytes) {
        if (bytes.length > 2 && bytes[1] == 1 && (bytes[0] & bytes[2] & 0xff) == TakProto.MAGIC) {
            return List.of(new Entry(0, Form.MESH, TakProto.mesh(bytes, 0, bytes.length)));
        }
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && entries.size() < MOST_MESSAGES) {
            switch (at(bytes, at, bytes.length)) {
                case Frame frame -> {
                    entries.add(new Entry(frame.from, frame.form, frame.read(bytes)));
                    at = frame.to;
                }
                case Lost(String reason) -> {
                    entries.add(lost(at, reason));
                    return entries;
                }
                case Unfinished _ -> {
                    if (entries.isEmpty() || !isBlank(bytes, at)) {
                        entries.add(lost(at, "ends before the end of a message"));
                    }
                    return entries;
                }
            }
        }
        return entries;
    }

    private static Entry lost(int at, String reason) {
        return new Entry(at, Form.XML, new Cot.Refused(0, "stream", reason));
    }

    private static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
