package vedette.format.sapient;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A recording of messages: frames, or messages in the JSON form, one in a line or spread over lines. Which of both is
/// told by the first bytes: no JSON text begins with four bytes that are the length of a message.
public final class MessageFile {
    private final byte[] bytes;
    private final boolean framed;
    private final boolean byLine;
    private final Nodes nodes;
    private int at;

    /// One message of a recording.
    ///
    /// @param offset where it begins, bytes
    /// @param reading what became of it
    public record Entry(int offset, Sapient.Reading reading) {}

    /// A recording in memory.
    ///
    /// @param bytes all of it
    /// @param edition by which everything is read; none: as [Sapient] finds out, remembering registrations
    public MessageFile(byte[] bytes, Optional<Edition> edition) {
        this.bytes = bytes;
        nodes = new Nodes(edition);
        framed = !(Frames.at(bytes, 0, bytes.length) instanceof Frames.Lost) && !beginsAsJson();
        at = framed ? 0 : afterBlank(0);
        byLine = !framed && at < bytes.length && objectEnd(at, lineEnd(at)).isPresent();
    }

    /// Whether it is a recording of frames.
    public boolean isFramed() {
        return framed;
    }

    /// The next message; nothing at the end.
    public Optional<Entry> next() {
        return framed ? nextFrame() : nextJson();
    }

    private Optional<Entry> nextFrame() {
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int start = at;
        return Optional.of(new Entry(
                start,
                switch (Frames.at(bytes, at, bytes.length)) {
                    case Frames.Frame(int from, int to) -> {
                        at = to;
                        yield nodes.binary(bytes, from, to);
                    }
                    case Frames.Unfinished _ -> lost("the last frame is cut off");
                    case Frames.Lost(long length) ->
                        lost("says " + length + " bytes, more than " + Sapient.LONGEST_FRAME
                                + "; the rest cannot be read");
                }));
    }

    private Sapient.Reading lost(String reason) {
        at = bytes.length;
        return new Sapient.Refused(List.of(new Finding("frame", reason)), Optional.empty(), Optional.empty());
    }

    private Optional<Entry> nextJson() {
        at = afterBlank(at);
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int start = at;
        at = byLine ? lineEnd(at) : objectEnd(at, bytes.length).orElse(bytes.length);
        String text = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        return Optional.of(new Entry(start, nodes.json(text)));
    }

    private boolean beginsAsJson() {
        int first = afterBlank(0);
        return first < bytes.length
                && bytes[first] == '{'
                && (bytes.length < Frames.HEAD || bytes[Frames.HEAD - 1] != 0 || first > 0);
    }

    private int afterBlank(int from) {
        int place = from;
        while (place < bytes.length && ((bytes[place] <= ' ' && bytes[place] >= 0) || isMark(place))) {
            place++;
        }
        return place;
    }

    // The byte order mark that some editors put before UTF-8.
    private boolean isMark(int place) {
        return place < 3 && (bytes[place] == (byte) 0xEF || bytes[place] == (byte) 0xBB || bytes[place] == (byte) 0xBF);
    }

    private int lineEnd(int from) {
        int place = from;
        while (place < bytes.length && bytes[place] != '\n') {
            place++;
        }
        return place;
    }

    /// Where the object that begins at `from` ends, if it does before `end`.
    private OptionalInt objectEnd(int from, int end) {
        int depth = 0;
        boolean quoted = false;
        for (int place = from; place < end; place++) {
            byte octet = bytes[place];
            if (quoted) {
                quoted = octet != '"';
                place += octet == '\\' ? 1 : 0;
            } else if (octet == '"') {
                quoted = true;
            } else if (octet == '{') {
                depth++;
            } else if (octet == '}' && --depth <= 0) {
                return OptionalInt.of(place + 1);
            }
        }
        return OptionalInt.empty();
    }
}
