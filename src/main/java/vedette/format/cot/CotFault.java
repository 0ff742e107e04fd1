package vedette.format.cot;

/// Why bytes are no message; it never leaves the room.
final class CotFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int offset;
    private final String item;
    private final String reason;

    CotFault(int offset, String item, String reason) {
        super(item, null, false, false);
        this.offset = offset;
        this.item = item;
        this.reason = reason;
    }

    Cot.Refused refused() {
        return new Cot.Refused(offset, item, reason);
    }
}
