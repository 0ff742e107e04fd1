package vedette.edge;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Keys or certificates cannot be used. Its message is one line that names the setting and the remedy.
public final class KeyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    /// A fault in the operator's words.
    ///
    /// @param where whose settings, the key and its value
    /// @param remedy what to do next, as an order
    /// @param cause what lies behind it
    KeyFault(String where, String remedy, Throwable cause) {
        super(where + ": " + said(cause) + ". " + remedy + ".", cause);
        what = where + ": " + said(cause);
        this.remedy = remedy;
    }

    /// Whose settings, the key and its value, and what is wrong with it.
    public String what() {
        return what;
    }

    /// What to do next, as an order.
    public String remedy() {
        return remedy;
    }

    private static String said(Throwable fault) {
        return switch (fault) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        };
    }
}
