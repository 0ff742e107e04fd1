package vedette.edge.serve;

/// The display could not be opened. The message is one line for the user.
public final class CannotServe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String next;

    CannotServe(String what, String next, Throwable cause) {
        super(what + ". " + next + ".", cause);
        this.what = what;
        this.next = next;
    }

    /// What happened, without a full stop.
    public String what() {
        return what;
    }

    /// What the user can do, as an order, without a full stop.
    public String next() {
        return next;
    }
}
