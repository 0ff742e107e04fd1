package vedette.format.zones;

/// A zone cannot be read. It never leaves this room.
final class ZoneFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    ZoneFault(String place, String reason) {
        super(place + ": " + reason, null, false, false);
        this.place = place;
        this.reason = reason;
    }

    String place() {
        return place;
    }

    String reason() {
        return reason;
    }
}
