package vedette.app;

import java.nio.file.Path;
import java.util.Optional;
import vedette.edge.TlsKeys;

/// The files of connections on which both sides show certificates, as settings name them: `keystore`, `truststore`,
/// `password_file` and, perhaps, `revoked`.
final class KeySettings {
    private KeySettings() {}

    /// All of them.
    ///
    /// @param folder what paths are relative to
    static TlsKeys both(SettingsKeys keys, Path folder) {
        return new TlsKeys(
                file(keys, "keystore", "Give a PKCS #12 file", folder),
                file(keys, "truststore", "Give a PKCS #12 file", folder),
                file(keys, "password_file", "Give a file", folder),
                revoked(keys, folder));
    }

    /// The lists of certificates that were taken back.
    static Optional<Path> revoked(SettingsKeys keys, Path folder) {
        return keys.has("revoked")
                ? Optional.of(file(keys, "revoked", "Give a file of lists of revoked certificates", folder))
                : Optional.empty();
    }

    private static Path file(SettingsKeys keys, String key, String remedy, Path folder) {
        return SettingsReader.readable(keys, key, SettingsReader.path(folder, keys.required(key, remedy)));
    }
}
