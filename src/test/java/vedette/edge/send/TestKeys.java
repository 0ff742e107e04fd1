package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An RSA key of a server on this machine, made by the JDK's keytool: `NAME.p12`, `NAME-trust.p12`, `password`.
public record TestKeys(Path folder, String name) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /// Makes the files.
    ///
    /// @param names whom the certificate is for, as `ip:127.0.0.1` or `dns:elsewhere.example`
    public static TestKeys made(Path folder, String name, String names) throws Exception {
        TestKeys keys = new TestKeys(folder, name);
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It is over before a second compiler or collector would pay.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.keystore().toString(),
                "-storepass",
                "changeit");
        Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String told = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(told);
        }
        Files.writeString(keys.passwordFile(), "changeit\n");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("key", keys.certificate());
        try (OutputStream out = Files.newOutputStream(keys.truststore())) {
            trust.store(out, PASSWORD);
        }
        return keys;
    }

    public Path keystore() {
        return folder.resolve(name + ".p12");
    }

    public Path truststore() {
        return folder.resolve(name + "-trust.p12");
    }

    public Path passwordFile() {
        return folder.resolve("password");
    }

    public X509Certificate certificate() throws GeneralSecurityException, IOException {
        return (X509Certificate) store().getCertificate("key");
    }

    /// The certificate as other programs want it.
    public Path certificatePem() throws GeneralSecurityException, IOException {
        return pem("cert", "CERTIFICATE", certificate().getEncoded());
    }

    /// The key as other programs want it.
    public Path keyPem() throws GeneralSecurityException, IOException {
        return pem("key", "PRIVATE KEY", store().getKey("key", PASSWORD).getEncoded());
    }

    private Path pem(String file, String what, byte[] bytes) throws IOException {
        return Files.writeString(
                folder.resolve(name + "-" + file + ".pem"),
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what
                        + "-----\n");
    }

    Trust trust() {
        return new Trust(truststore(), passwordFile());
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /// What a server shows.
    SSLContext server() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
