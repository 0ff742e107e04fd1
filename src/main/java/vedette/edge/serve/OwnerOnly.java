package vedette.edge.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that nobody but their owner reads, where the file system knows owners.
final class OwnerOnly {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /// With what a file is made.
    ///
    /// @param file in a folder that is there
    static FileAttribute<?>[] of(Path file) throws IOException {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(RIGHTS)}
                : new FileAttribute<?>[0];
    }

    /// Takes the others' rights from a file that is there already.
    static void tighten(Path file) throws IOException {
        if (isPosix(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, RIGHTS);
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }
}
