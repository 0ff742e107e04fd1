package vedette;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Where tests find recordings and benchmarks that are not part of the project: the folder `VEDETTE_SHARED`, or
/// `../shared` beside the project. Where it is absent such a test is skipped, and counted as skipped.
public final class Shared {
    private Shared() {}

    /// A file or folder of the shared data; the calling test is skipped where it does not exist.
    ///
    /// @param name its path inside the folder, as `data/surveillance/asterix/cat_034_048.pcap`
    /// @return its path on this machine
    public static Path file(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no " + file + " (set VEDETTE_SHARED)");
        return file;
    }

    /// Whether the shared folder is here, for tests that do more with it than without.
    ///
    /// @return true when it exists
    public static boolean isPresent() {
        return Files.isDirectory(folder());
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("VEDETTE_SHARED"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElse(Path.of("..", "shared"));
    }
}
