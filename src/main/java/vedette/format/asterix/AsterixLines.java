package vedette.format.asterix;

import java.nio.charset.StandardCharsets;

/// Records and rejections as JSON lines, the output of `decode asterix`.
///
/// Lines gather in one buffer; whoever writes them out takes it and clears it.
public final class AsterixLines {
    private final ByteSink out = new ByteSink(1 << 16);
    private final RecordJson json = new RecordJson(out);

    /// Adds a record's line.
    ///
    /// @param record the cursor
    /// @param number its number in the recording, from 0
    /// @param firstOffset where the bytes given to the reader start in the recording
    public void record(AsterixRecord record, long number, long firstOffset) {
        out.ascii("{\"record\":");
        out.unsigned(number);
        out.ascii(",\"offset\":");
        out.unsigned(firstOffset + record.offset());
        out.ascii(",\"category\":");
        out.unsigned(record.category());
        out.ascii(",\"edition\":\"");
        out.ascii(record.plan().edition());
        out.ascii("\",\"items\":");
        json.items(record);
        out.ascii(",\"hex\":\"");
        out.hex(record.bytes(), record.offset(), record.offset() + record.length());
        out.ascii("\"}\n");
    }

    /// Adds a rejection's line.
    ///
    /// @param rejection what could not be read
    /// @param firstOffset where the bytes given to the reader start in the recording
    public void rejected(AsterixReader.Rejection rejection, long firstOffset) {
        out.ascii("{\"rejected\":true,\"offset\":");
        out.unsigned(firstOffset + rejection.offset());
        out.ascii(",\"category\":");
        out.unsigned(rejection.category());
        out.ascii(",\"item\":\"");
        out.ascii(rejection.item());
        out.ascii("\",\"reason\":\"");
        text(rejection.reason());
        out.ascii("\"}\n");
    }

    /// Adds a rejection that concerns no block: a frame that cannot be read.
    ///
    /// @param offset where in the recording
    /// @param reason why
    public void rejected(long offset, String reason) {
        out.ascii("{\"rejected\":true,\"offset\":");
        out.unsigned(offset);
        out.ascii(",\"reason\":\"");
        text(reason);
        out.ascii("\"}\n");
    }

    private void text(String words) {
        for (int i = 0; i < words.length(); i++) {
            out.jsonCharacter(words.charAt(i));
        }
    }

    /// The buffer; its first [#size()] bytes are the lines.
    public byte[] buffer() {
        return out.buffer();
    }

    /// How many bytes of the buffer are lines.
    public int size() {
        return out.size();
    }

    /// Empties the buffer.
    public void clear() {
        out.clear();
    }

    @Override
    public String toString() {
        return new String(out.buffer(), 0, out.size(), StandardCharsets.US_ASCII);
    }
}
