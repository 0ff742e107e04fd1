package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates whose holders are trusted, where those of the machine do not do: a PKCS #12 file.
///
/// @param truststore the file
/// @param passwordFile a file whose first line opens it
public record Trust(Path truststore, Path passwordFile) {
    /// What lines need: of the given certificates, or of the machine's.
    ///
    /// @throws IOException with the file's name when it cannot be used
    public static SSLContext context(Optional<Trust> trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trust.isPresent() ? trust.get().store() : null);
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException fault) {
            throw new IOException("Cannot use " + trust + ": " + fault.getMessage(), fault);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        char[] password = Secret.firstLine(passwordFile).toCharArray();
        try (InputStream in = Files.newInputStream(truststore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
