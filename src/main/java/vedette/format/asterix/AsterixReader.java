package vedette.format.asterix;

import org.jspecify.annotations.Nullable;

/// Walks data blocks in memory, record by record, without allocating.
///
/// ```
/// AsterixReader reader = new AsterixReader(Editions.preferred());
/// reader.open(bytes, 0, bytes.length);
/// for (Step step = reader.next(); step != Step.END; step = reader.next()) { … reader.record() … }
/// ```
/// A record that cannot be read costs the rest of its block, a block whose length cannot be right costs the rest of the
/// bytes: nothing tells where the next would start. Whatever follows is read.
public final class AsterixReader {
    private static final int HEADER = 3;

    private final Editions editions;
    private final AsterixRecord record = new AsterixRecord();
    private byte[] bytes = {};
    private int at;
    private int blockEnd;
    private int end;
    private @Nullable Plan plan;

    private int rejectedAt;
    private int rejectedCategory;
    private String rejectedItem = "";
    private String rejectedReason = "";

    /// What [#next()] came upon.
    public enum Step {
        /// A record: [AsterixReader#record()] stands on it.
        RECORD,
        /// Something unreadable: [AsterixReader#rejection()] tells what.
        REJECTED,
        /// The end of the bytes.
        END
    }

    /// A reader without bytes yet.
    ///
    /// @param editions which edition each category is read by
    public AsterixReader(Editions editions) {
        this.editions = editions;
    }

    /// Starts on new bytes.
    ///
    /// @param block holds them; not copied, and not to be changed while they are read
    /// @param from where the first block starts
    /// @param to where the last one ends
    public void open(byte[] block, int from, int to) {
        bytes = block;
        at = from;
        blockEnd = from;
        end = to;
    }

    /// Goes on to the next record or rejection.
    public Step next() {
        if (at < blockEnd) {
            return readRecord();
        }
        return at < end ? openBlock() : Step.END;
    }

    private Step openBlock() {
        if (end - at < HEADER) {
            return rejectRest("ends within a block's head: " + (end - at) + " bytes are left");
        }
        int category = bytes[at] & 0xFF;
        int length = (bytes[at + 1] & 0xFF) << Byte.SIZE | (bytes[at + 2] & 0xFF);
        if (length <= HEADER || length > end - at) {
            return rejectRest("has a length of " + length + " with " + (end - at) + " bytes left");
        }
        blockEnd = at + length;
        plan = editions.planOrNull(category);
        if (plan == null) {
            int block = at;
            at = blockEnd;
            return reject(block, category, "", "category " + Text.category(category) + " is not defined here");
        }
        at += HEADER;
        return readRecord();
    }

    private Step readRecord() {
        Plan layout = plan;
        if (layout == null) {
            return Step.END;
        }
        int next = record.read(layout, bytes, at, blockEnd);
        if (next < 0) {
            at = blockEnd;
            return reject(record.faultAt(), layout.category(), record.faultItem(), record.faultReason());
        }
        at = next;
        return Step.RECORD;
    }

    private Step rejectRest(String reason) {
        int block = at;
        at = end;
        blockEnd = end;
        return reject(block, bytes[block] & 0xFF, "", "the block " + reason);
    }

    private Step reject(int offset, int category, String item, String reason) {
        rejectedAt = offset;
        rejectedCategory = category;
        rejectedItem = item;
        rejectedReason = reason;
        return Step.REJECTED;
    }

    /// The cursor on the latest record. Always the same object.
    public AsterixRecord record() {
        return record;
    }

    /// What the latest rejection was.
    public Rejection rejection() {
        return new Rejection(rejectedAt, rejectedCategory, rejectedItem, rejectedReason);
    }

    /// Something unreadable.
    ///
    /// @param offset where, in the bytes given
    /// @param category of which category the block says it is, 0 to 255
    /// @param item in which item, as `380`; empty when no item is to blame
    /// @param reason why, in words that follow the item's name
    public record Rejection(int offset, int category, String item, String reason) {}
}
