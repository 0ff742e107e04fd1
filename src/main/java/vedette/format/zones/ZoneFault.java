package vedette.format.zones;

/// A zone cannot be read. It never leaves this room.
final class ZoneFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Where where;
    private final String reason;

    ZoneFault(Where where, String reason) {
        super(where.words() + ": " + reason, null, false, false);
        this.where = where;
        this.reason = reason;
    }

    ZoneFile.Refusal refusal(String identifier) {
        return new ZoneFile.Refusal(where.words(), identifier, reason, where.line());
    }
}
