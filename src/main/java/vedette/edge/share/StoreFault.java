package vedette.edge.share;

import java.io.IOException;
import java.nio.file.Path;

/// A store's folder cannot be used.
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// A fault that the operator can mend.
    ///
    /// @param folder where
    /// @param cause what the system said
    public StoreFault(Path folder, IOException cause) {
        super("Cannot keep shared items in " + folder + ": " + cause.getMessage(), cause);
    }
}
