package vedette.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// The files that say who we are and whom we trust (PKCS #12), for connections on which both sides show certificates.
///
/// @param keystore our key and certificate
/// @param truststore the certificates whose holders are trusted
/// @param passwordFile a file whose first line opens both
/// @param revoked lists of certificates that their issuers took back (PEM or DER), where there are any
public record TlsKeys(Path keystore, Path truststore, Path passwordFile, Optional<Path> revoked) {
    private static final String REMEDY = "Give PKCS #12 files that the password in password_file opens";
    private static final String REMEDY_REVOKED =
            "Give a file of lists of revoked certificates (PEM or DER) that holders of certificates in truststore signed";

    /// Who resumes a session shows no certificate again. Tickets that hold the session are good for as long as who has
    /// them likes; those that name one that we keep end with it. The JDK reads this when a context is made.
    private static final String TICKETS = "jdk.tls.server.enableSessionTicketExtension";

    /// Nothing would be for ever.
    private static final int SHORTEST_S = 1;

    /// Keys without lists of what was taken back.
    public TlsKeys(Path keystore, Path truststore, Path passwordFile) {
        this(keystore, truststore, passwordFile, Optional.empty());
    }

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
            if (revoked.isPresent()) {
                System.setProperty(TICKETS, "false");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(keystore, password), password);
            KeyStore trusted = store(truststore, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), judges(whose, trust.getTrustManagers(), trusted), null);
            if (revoked.isPresent()) {
                context.getServerSessionContext().setSessionTimeout(SHORTEST_S);
                context.getClientSessionContext().setSessionTimeout(SHORTEST_S);
            }
            return context;
        } catch (GeneralSecurityException | IOException fault) {
            throw new KeyFault("'" + whose + "', tls " + keystore + ", " + truststore, REMEDY, fault);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private TrustManager[] judges(String whose, TrustManager[] usual, KeyStore trusted) {
        if (revoked.isEmpty()) {
            return usual;
        }
        Path file = revoked.get();
        try {
            TrustManager[] all = usual.clone();
            for (int i = 0; i < all.length; i++) {
                if (all[i] instanceof X509ExtendedTrustManager before) {
                    all[i] = new Revoked(before, file, trusted);
                }
            }
            return all;
        } catch (GeneralSecurityException | IOException fault) {
            throw new KeyFault("'" + whose + "', tls.revoked " + file, REMEDY_REVOKED, fault);
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
