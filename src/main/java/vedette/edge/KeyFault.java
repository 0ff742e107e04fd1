package vedette.edge;

/// Keys or certificates cannot be used. Its message is one line that names the setting and the remedy.
public final class KeyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A fault in the operator's words.
    ///
    /// @param where whose settings, the key and its value
    /// @param remedy what to do next, as an order
    /// @param cause what lies behind it
    KeyFault(String where, String remedy, Throwable cause) {
        super(where + ": " + said(cause) + ". " + remedy + ".", cause);
    }

    private static String said(Throwable fault) {
        String message = fault.getMessage();
        return fault.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
