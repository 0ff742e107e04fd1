package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The key with which the operator of this machine gives orders: made at the first start, readable by its owner only.
final class OperatorKey {
    private static final String FILE = "operator.key";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OperatorKey() {}

    /// A key for one run only, kept nowhere.
    static String fleeting() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The key kept in a data folder; made there when there is none.
    static String in(Path data) {
        Path file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                create(file);
            }
            String key = Files.readString(file).strip();
            if (key.length() < BYTES) {
                throw new Failure(
                        "The operator key in " + file + " is too short", "Delete the file; a new key is made");
            }
            return key;
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot read or make the operator key " + file + ": " + FailureLine.of(fault),
                    "Make the data folder writable",
                    fault);
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return; // another process made it just now
        }
        Files.write(file, fleeting().getBytes(StandardCharsets.US_ASCII));
    }
}
