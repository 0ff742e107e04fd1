package vedette.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Certificates that their authority took back, over real connections: an authority, and two peers, made
/// by the JDK's keytool.
@Timeout(60)
class RevokedTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    static Path folder;

    @BeforeAll
    static void make() throws Exception {
        pair("ca", "ca", "-ext", "bc:c");
        pair("stranger", "stranger", "-ext", "bc:c");
        for (String node : List.of("good", "bad")) {
            pair("ca", node, "-signer", "ca");
            part(
                    node,
                    store -> store.setKeyEntry(
                            "node", all().getKey(node, PASSWORD), PASSWORD, all().getCertificateChain(node)));
        }
        part("trust", store -> store.setCertificateEntry("ca", all().getCertificate("ca")));
        Files.writeString(folder.resolve("password"), "changeit\n");
        list("ca", "good.crl", "12345");
        list("ca", "bad.crl", serial("bad").toString());
        list("stranger", "strange.crl", serial("bad").toString());
    }

    private static void pair(String store, String name, String... more) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-validity", "3650", "-dname", "CN=" + name));
        words.addAll(List.of(more));
        tool(store, words.toArray(String[]::new));
    }

    private interface Filling {
        void fill(KeyStore store) throws Exception;
    }

    private static void part(String name, Filling filling) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        filling.fill(store);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
            store.store(out, PASSWORD);
        }
    }

    private static KeyStore all() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("ca.p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static void list(String issuer, String file, String serial) throws Exception {
        tool(issuer, "-gencrl", "-alias", issuer, "-rfc", "-id", serial, "-file", in(file));
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    private static void tool(String store, String... what) throws Exception {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(what));
        words.addAll(List.of("-keystore", in(store + ".p12"), "-storetype", "PKCS12", "-storepass", "changeit"));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", what) + ": " + said);
        }
    }

    private static BigInteger serial(String node) throws Exception {
        return ((X509Certificate) all().getCertificate(node)).getSerialNumber();
    }

    private static SSLContext keys(String node, Optional<String> revoked) {
        return new TlsKeys(
                        folder.resolve(node + ".p12"),
                        folder.resolve("trust.p12"),
                        folder.resolve("password"),
                        revoked.map(folder::resolve))
                .context(node);
    }

    private static void meet(SSLContext server, SSLContext client) throws Exception {
        try (SSLServerSocket door = door(server)) {
            meet(door, client);
        }
    }

    private static SSLServerSocket door(SSLContext server) throws IOException {
        SSLServerSocket door = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        return door;
    }

    // A handshake on which both show certificates, and a byte each way.
    private static void meet(SSLServerSocket door, SSLContext client) throws Exception {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.completeAsync(() -> serve(door), Runnable::run));
        try (SSLSocket line = (SSLSocket)
                client.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            line.getOutputStream().write(7);
            if (line.getInputStream().read() != 8) {
                throw new SSLException("it was closed");
            }
        } finally {
            answer.join();
        }
    }

    private static int serve(SSLServerSocket door) {
        try (SSLSocket line = (SSLSocket) door.accept()) {
            int heard = line.getInputStream().read();
            line.getOutputStream().write(heard + 1);
            return heard;
        } catch (IOException _) {
            return -1;
        }
    }

    @Test
    void whoseCertificateWasTakenBackIsLetInNowhereAndTheOthersAre() {
        SSLContext server = keys("good", Optional.of("bad.crl"));

        assertDoesNotThrow(() -> meet(server, keys("good", Optional.empty())));
        assertThrows(IOException.class, () -> meet(server, keys("bad", Optional.empty())));
        assertThrows(
                SSLException.class, () -> meet(keys("bad", Optional.empty()), keys("good", Optional.of("bad.crl"))));
        assertDoesNotThrow(() -> meet(keys("good", Optional.of("good.crl")), keys("bad", Optional.empty())));
    }

    @Test
    void aListThatChangesIsReadAgainAndOneThatBreaksHoldsOn() throws Exception {
        Path list = folder.resolve("now.crl");
        Files.copy(folder.resolve("good.crl"), list);
        SSLContext server = keys("good", Optional.of("now.crl"));
        SSLContext bad = keys("bad", Optional.empty());
        try (SSLServerSocket door = door(server)) {
            assertDoesNotThrow(() -> meet(door, bad));
            Files.write(list, Files.readAllBytes(folder.resolve("bad.crl")));
            Files.setLastModifiedTime(list, FileTime.fromMillis(1_000));
            assertThrows(IOException.class, () -> meet(door, keys("bad", Optional.empty())));
            Thread.sleep(2_000);
            assertThrows(IOException.class, () -> meet(door, bad), "nor by the session of before");
        }

        Files.writeString(list, "no list");
        assertThrows(IOException.class, () -> meet(server, keys("bad", Optional.empty())));
        Files.write(list, Files.readAllBytes(folder.resolve("strange.crl")));
        assertDoesNotThrow(() -> meet(server, keys("good", Optional.empty())));
        Files.delete(list);
        assertThrows(IOException.class, () -> meet(server, keys("bad", Optional.empty())));
    }

    @Test
    void aListThatNobodyTrustedSignedOrThatIsNoneEndsTheStartWithItsName() throws Exception {
        Files.writeString(folder.resolve("none.crl"), "");
        for (String file : List.of("strange.crl", "none.crl", "missing.crl", "password")) {
            String said = assertThrows(KeyFault.class, () -> keys("good", Optional.of(file)))
                    .getMessage();

            assertTrue(said.contains("tls.revoked") && said.contains(file), said);
            assertTrue(!said.contains("Exception") && !said.contains(".."), said);
        }
    }
}
