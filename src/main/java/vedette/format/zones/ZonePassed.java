package vedette.format.zones;

/// What was read is sound, but protects nothing. It never leaves this room.
final class ZonePassed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    ZonePassed(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
