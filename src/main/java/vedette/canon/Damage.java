package vedette.canon;

/// The way out of a deep read when bytes make no sense. It never leaves this room: [Canon#read] turns it into
/// [Read.Damaged]. Without a stack trace, since hostile bytes may cause millions.
final class Damage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damage(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
