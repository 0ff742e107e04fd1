package vedette.format.text;

import static vedette.math.Require.require;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// Any bytes as a signed document: judged with a reason, never more, and never valid where nobody is trusted.
public final class XmlSealFuzz {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final KeyStore KEYS = keys();
    private static final XmlSeal.Trust TRUST = new XmlSeal.Trust(List.of(certificate()), true);
    private static final XmlSeal.Trust NOBODY = new XmlSeal.Trust(List.of(), true);

    private XmlSealFuzz() {}

    /// Called by the fuzzer first: making a key must not count as the first input's time.
    public static void fuzzerInitialize() {
        seeds().forEach(XmlSealFuzz::fuzzerTestOneInput);
    }

    // By the JDK's own tool, as there is no other maker of certificates in it.
    private static KeyStore keys() {
        try {
            Path folder = Files.createTempDirectory("seal");
            Path file = folder.resolve("keys.p12");
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            new ProcessBuilder(List.of(
                            tool,
                            "-genkeypair",
                            "-alias",
                            "key",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=fuzz",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            "changeit"))
                    .inheritIO()
                    .start()
                    .waitFor();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return store;
        } catch (IOException | GeneralSecurityException | InterruptedException fault) {
            throw new IllegalStateException("no keys", fault);
        }
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) KEYS.getCertificate("key");
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("no certificate", fault);
        }
    }

    /// A signed document, and one with a signature that says nothing.
    public static List<byte[]> seeds() {
        try {
            PrivateKey key = (PrivateKey) KEYS.getKey("key", PASSWORD);
            String signed = XmlSeal.sign("<alert><event>e</event></alert>", key, certificate());
            return List.of(
                    signed.getBytes(StandardCharsets.UTF_8),
                    "<a><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature></a>"
                            .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("cannot sign", fault);
        }
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (XmlSeal.Verdict each : XmlSeal.verify(bytes, TRUST)) {
            require(!each.reason().isBlank(), "a verdict without a reason: %s", each);
        }
        for (XmlSeal.Verdict each : XmlSeal.verify(bytes, NOBODY)) {
            require(!each.valid(), "valid, and nobody is trusted: %s", each);
        }
    }
}
