package vedette.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The files that say who we are and whom we trust (PKCS #12), for connections on which both sides show certificates.
///
/// @param keystore our key and certificate
/// @param truststore the certificates whose holders are trusted
/// @param passwordFile a file whose first line opens both
public record TlsKeys(Path keystore, Path truststore, Path passwordFile) {
    private static final String REMEDY = "Give PKCS #12 files that the password in password_file opens";

    /// The keys of a server that asks nobody for a certificate.
    ///
    /// @param keystore our key and certificate (PKCS #12)
    /// @param passwordFile a file whose first line opens it
    public static TlsKeys own(Path keystore, Path passwordFile) {
        return new TlsKeys(keystore, keystore, passwordFile);
    }

    /// What sockets need.
    ///
    /// @param whose settings these are: a feed's, channel's or link's name
    /// @throws KeyFault when a file cannot be read or opened
    public SSLContext context(String whose) {
        char[] password = password(whose);
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(keystore, password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(truststore, password));
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException fault) {
            throw new KeyFault("'" + whose + "', tls " + keystore + ", " + truststore, REMEDY, fault);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private char[] password(String whose) {
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        } catch (IOException fault) {
            throw new KeyFault("'" + whose + "', tls.password_file " + passwordFile, REMEDY, fault);
        }
    }

    private static KeyStore store(Path file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
