package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as typed on the command line, whole in memory.
final class InputBytes {
    private InputBytes() {}

    /// Reads a file; `-` is standard input.
    static byte[] read(Path file) throws IOException {
        return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    }
}
