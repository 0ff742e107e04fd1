package vedette.app;

/// A command could not do what was asked. Its message is the one line the user reads: what happened, and what to do
/// next.
///
/// Throw it from a command; [Main] prints it and ends with exit code 1. For wrong usage found by a command itself
/// throw
/// picocli's `ParameterException` instead (exit code 2).
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A failure in the user's words.
    ///
    /// @param what what happened, with the name or value at fault, no full stop: `No zone file at zones.json`
    /// @param next what the user can do, as an order: `Give its path after 'zones check'`
    public Failure(String what, String next) {
        super(what + ". " + next + ".");
    }

    /// A failure in the user's words, with the fault behind it for the trace.
    ///
    /// @param what what happened, without a full stop
    /// @param next what the user can do
    /// @param cause shown only when `VEDETTE_TRACE=1`
    public Failure(String what, String next, Throwable cause) {
        super(what + ". " + next + ".", cause);
    }
}
