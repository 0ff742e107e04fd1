package vedette.edge.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates of nodes that trust each other, made once by the JDK's keytool.
public final class Pki {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Map<String, KeyStore> STORES = new TreeMap<>();

    private Pki() {}

    /// What the node of that name shows and trusts.
    public static synchronized SSLContext context(String node, List<String> trusted) {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            for (String each : trusted) {
                trust.setCertificateEntry(each, store(each).getCertificate("node"));
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(node), PASSWORD);
            TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusts.init(trust);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Writes what settings name: `trust.p12`, `password`, and `<node>.p12` for each.
    public static void files(Path folder, List<String> nodes)
            throws GeneralSecurityException, IOException, InterruptedException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (String node : nodes) {
            KeyStore store = store(node);
            trust.setCertificateEntry(node, store.getCertificate("node"));
            save(store, folder.resolve(node + ".p12"));
        }
        save(trust, folder.resolve("trust.p12"));
        Files.writeString(folder.resolve("password"), "changeit\n");
    }

    private static void save(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    private static KeyStore store(String node) throws GeneralSecurityException, IOException, InterruptedException {
        String given = System.getProperty("vedette.pki", "");
        KeyStore known = STORES.get(given + node);
        if (known != null) {
            return known;
        }
        Path folder = given.isEmpty() ? Files.createTempDirectory("pki") : Path.of(given);
        Path file = folder.resolve(node + ".p12");
        if (!Files.exists(file)) {
            make(node, file);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        STORES.put(given + node, store);
        return store;
    }

    private static void make(String node, Path file) throws IOException, InterruptedException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It is over before a second compiler or collector would pay.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-validity",
                "3650",
                "-dname",
                "CN=" + node + ",O=Test",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit");
        Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String told = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(told);
        }
    }
}
