package vedette.format.sapient;

/// Ends the reading of one message whose bytes are no protocol buffer. It never leaves this room.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final int offset;

    Malformed(String field, int offset, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.offset = offset;
    }

    Finding finding(int start) {
        return new Finding(field, getMessage() + " at byte " + (offset - start));
    }
}
