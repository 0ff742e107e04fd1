package vedette.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import vedette.edge.KeyFault;
import vedette.edge.feed.FeedFault;
import vedette.edge.serve.CannotServe;

/// A fault as the one line a user reads: what happened and what to do next.
final class FailureLine {
    private FailureLine() {}

    static String of(Exception fault) {
        return oneLine(
                switch (fault) {
                    case Failure failure -> failure.getMessage();
                    case FeedFault feed -> feed.getMessage();
                    case KeyFault keys -> keys.getMessage();
                    case CannotServe display -> display.getMessage();
                    case UncheckedIOException wrapped when wrapped.getCause() != null -> ofFile(wrapped.getCause());
                    case IOException file -> ofFile(file);
                    default ->
                        "Unexpected fault (" + fault.getClass().getSimpleName() + ": " + fault.getMessage()
                                + "). Run it again with VEDETTE_TRACE=1 and report what it prints.";
                });
    }

    private static @Nullable String ofFile(IOException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> "No file at " + missing.getFile() + ". Check the path.";
            case AccessDeniedException denied ->
                "No permission for " + denied.getFile() + ". Check who owns it, or choose another path.";
            case FileSystemException other ->
                "Cannot use " + other.getFile() + " (" + reason(other) + "). Check the path and the room on its disk.";
            default ->
                "Reading or writing failed (" + fault.getMessage() + "). Check the path and the room on its disk.";
        };
    }

    private static String reason(FileSystemException fault) {
        @Nullable String reason = fault.getReason();
        return reason == null ? fault.getClass().getSimpleName() : reason;
    }

    /// The text on one line and with a full stop: scripts read errors by lines.
    static String oneLine(@Nullable String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
