package vedette.format.share;

/// Bytes that are no item: caught at the room's doors, where it becomes a rejection.
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int offset;
    private final String item;

    /// A fault at a byte.
    ///
    /// @param offset of the byte
    /// @param item the field it belongs to
    /// @param reason what is wrong
    Malformed(int offset, String item, String reason) {
        // Without a stack: strangers can send as many of them as they like.
        super(reason, null, false, false);
        this.offset = offset;
        this.item = item;
    }

    int offset() {
        return offset;
    }

    String item() {
        return item;
    }
}
