package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import vedette.format.text.XmlSeal;

/// Signs CAP messages with the key of a PKCS #12 file, so that who takes them can tell that they are ours.
public final class CapSeal implements UnaryOperator<String> {
    private final PrivateKey key;
    private final X509Certificate certificate;

    private CapSeal(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// Messages as they are.
    public static UnaryOperator<String> none() {
        return UnaryOperator.identity();
    }

    /// Signs with the only RSA key of a file; it is tried at once.
    ///
    /// @param keystore the PKCS #12 file
    /// @param passwordFile a file whose first line opens it
    /// @throws IOException when there is no such key, or its certificate does not hold now
    public static CapSeal of(Path keystore, Path passwordFile) throws IOException {
        char[] password = Secret.firstLine(passwordFile).toCharArray();
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            CapSeal seal = of(store, password, keystore);
            seal.certificate.checkValidity();
            XmlSeal.sign("<a/>", seal.key, seal.certificate);
            return seal;
        } catch (GeneralSecurityException fault) {
            throw new IOException("cannot sign with " + keystore + ": " + fault.getMessage(), fault);
        }
    }

    private static CapSeal of(KeyStore store, char[] password, Path file) throws GeneralSecurityException, IOException {
        List<CapSeal> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            boolean mine = store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate;
            if (mine
                    && store.getKey(alias, password) instanceof PrivateKey key
                    && key.getAlgorithm().equals("RSA")) {
                found.add(new CapSeal(key, (X509Certificate) store.getCertificate(alias)));
            }
        }
        if (found.size() != 1) {
            throw new IOException(file + " holds " + found.size() + " RSA keys with certificates; one is wanted");
        }
        return found.getFirst();
    }

    @Override
    public String apply(String xml) {
        try {
            return XmlSeal.sign(xml, key, certificate);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("cannot sign: " + fault.getMessage(), fault);
        }
    }
}
