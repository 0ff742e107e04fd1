package vedette.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Logger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Refuses certificates that their issuers took back (RFC 5280 §5), after everything else was found good.
///
/// The lists stand in a file, which is read again when it changes: nobody restarts a watch for one. A list that has run
/// out holds on, since links to neighbours must not end because somebody forgot to publish; so does the last good one
/// while the file cannot be read, which the log tells.
final class Revoked extends X509ExtendedTrustManager {
    private static final Logger LOG = Logger.getLogger(Revoked.class.getName());

    /// A list of a million certificates has less.
    private static final int MOST_BYTES = 64 << 20;

    private final X509ExtendedTrustManager before;
    private final Path file;
    private final List<X509Certificate> issuers;
    private Lists lists;

    /// What a file held.
    ///
    /// @param stamp when it was changed, and how long it was
    /// @param all its lists
    private record Lists(String stamp, List<X509CRL> all) {}

    /// Reads the lists.
    ///
    /// @param before who judges everything else
    /// @param file one or several lists, PEM or DER
    /// @param trusted holds the certificates of those who may sign lists
    /// @throws IOException when the file cannot be read
    /// @throws GeneralSecurityException when it holds no list, or one that none of the trusted signed
    Revoked(X509ExtendedTrustManager before, Path file, KeyStore trusted) throws IOException, GeneralSecurityException {
        this.before = before;
        this.file = file;
        List<X509Certificate> known = new ArrayList<>();
        for (String alias : Collections.list(trusted.aliases())) {
            if (trusted.getCertificate(alias) instanceof X509Certificate certificate) {
                known.add(certificate);
            }
        }
        issuers = List.copyOf(known);
        lists = read(stamp());
    }

    private String stamp() throws IOException {
        return Files.getLastModifiedTime(file) + " " + Files.size(file);
    }

    private Lists read(String stamp) throws IOException, GeneralSecurityException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException(file + " has more than " + MOST_BYTES + " bytes");
        }
        List<X509CRL> all = new ArrayList<>();
        for (CRL each : CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(bytes))) {
            X509CRL list = (X509CRL) each;
            if (issuers.stream().noneMatch(issuer -> isSigned(list, issuer))) {
                throw new CertificateException(
                        "the list of " + list.getIssuerX500Principal() + " is signed by nobody in the truststore");
            }
            all.add(list);
        }
        if (all.isEmpty()) {
            throw new CertificateException("no list of revoked certificates");
        }
        return new Lists(stamp, all);
    }

    private static boolean isSigned(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private synchronized List<X509CRL> current() {
        String stamp = "gone";
        try {
            stamp = stamp();
            if (!stamp.equals(lists.stamp())) {
                lists = read(stamp);
            }
        } catch (IOException | GeneralSecurityException fault) {
            if (!stamp.equals(lists.stamp())) {
                lists = new Lists(stamp, lists.all());
                LOG.warning(
                        () -> "Cannot read " + file + " (" + fault.getMessage() + "): what it held before holds on.");
            }
        }
        return lists.all();
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        for (X509CRL list : current()) {
            for (X509Certificate each : chain) {
                X509CRLEntry entry = list.getIssuerX500Principal().equals(each.getIssuerX500Principal())
                        ? list.getRevokedCertificate(each.getSerialNumber())
                        : null;
                if (entry != null) {
                    throw new CertificateException("the certificate of " + each.getSubjectX500Principal()
                            + " was revoked on " + entry.getRevocationDate().toInstant());
                }
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String way) throws CertificateException {
        before.checkClientTrusted(chain, way);
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String way, Socket socket) throws CertificateException {
        before.checkClientTrusted(chain, way, socket);
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String way, SSLEngine engine) throws CertificateException {
        before.checkClientTrusted(chain, way, engine);
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String way) throws CertificateException {
        before.checkServerTrusted(chain, way);
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String way, Socket socket) throws CertificateException {
        before.checkServerTrusted(chain, way, socket);
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String way, SSLEngine engine) throws CertificateException {
        before.checkServerTrusted(chain, way, engine);
        judge(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return Arrays.copyOf(before.getAcceptedIssuers(), before.getAcceptedIssuers().length);
    }
}
