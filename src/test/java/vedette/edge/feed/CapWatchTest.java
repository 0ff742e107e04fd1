package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Intake;
import vedette.edge.send.TestKeys;
import vedette.format.cap.CapBoard;
import vedette.format.cap.CapBoardTest;
import vedette.format.text.XmlSeal;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.ForeignAlert;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorId;

/// Others' alerts, from folders and from addresses.
class CapWatchTest {
    @TempDir
    Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<CapWatch> open = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String tag = "\"" + pages.getOrDefault(path, "").hashCode() + "\"";
        boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        asked.add(path + (known ? " known" : ""));
        byte[] body = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.sendResponseHeaders(known ? 304 : pages.containsKey(path) ? 200 : 404, known ? -1 : body.length);
        if (!known) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @AfterEach
    void close() {
        open.forEach(CapWatch::close);
        server.stop(0);
    }

    private final List<Configuration.Foreign> overheard = new CopyOnWriteArrayList<>();

    private CapWatch watch(CapSource source, List<X509Certificate> signers) {
        CapWatch watch = new CapWatch(
                new SensorId("fi"),
                source,
                new CapWatch.Rules(0.05, signers),
                new CapBoard("fi", Domain.LIVE, "us@example.org"));
        open.add(watch);
        watch.start(new Intake() {
            @Override
            public Moment now() {
                return CapBoardTest.NOON;
            }

            @Override
            public void put(Measurement measurement, Moment arrivedAt) {}

            @Override
            public void overheard(Configuration.Foreign foreign) {
                overheard.add(foreign);
            }

            @Override
            public boolean offer(Measurement measurement, Moment arrivedAt) {
                return true;
            }
        });
        return watch;
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long endNs = System.nanoTime() + 20_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, "it did not come");
            Thread.sleep(5);
        }
    }

    private static String alert(String id) {
        return CapBoardTest.xml("fmi@fi.example", id, "Alert", "");
    }

    private static String cancel(String id, String of) {
        return CapBoardTest.xml("fmi@fi.example", id, "Cancel", "fmi@fi.example," + of + ",2026-11-23T12:00:00-00:00");
    }

    private static List<String> ids(CapWatch watch) {
        return watch.alerts().stream().map(ForeignAlert::identifier).toList();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void aFolderIsLookedAtAgainAndAgain() throws Exception {
        Files.writeString(folder.resolve("1.xml"), alert("F1"));
        Files.writeString(folder.resolve("2.cap"), "<alert><script/>");
        Files.writeString(folder.resolve("3.txt"), alert("F3"));
        CapWatch watch = watch(new CapFiles(folder), List.of());
        until(() -> ids(watch).equals(List.of("F1")));

        Files.writeString(folder.resolve("4.xml"), cancel("F4", "F1"));

        until(() -> ids(watch).equals(List.of("F4")));
        assertEquals(1, watch.counts().rejected());
        assertEquals(2, watch.counts().messages());
        until(() -> overheard.size() == 2);
        assertEquals(List.of("F1"), hung(0));
        assertEquals(List.of(), overheard.get(0).over());
        assertEquals(List.of("F4"), hung(1));
        assertEquals(List.of("fmi@fi.example,F1"), overheard.get(1).over());
    }

    private List<String> hung(int look) {
        return overheard.get(look).hung().stream().map(ForeignAlert::identifier).toList();
    }

    @Test
    void aFolderThatIsMissingIsALostFeed() throws Exception {
        CapWatch watch = watch(new CapFiles(folder.resolve("later")), List.of());
        until(() -> !watch.counts().words().isEmpty());
        assertEquals(false, watch.counts().connected());

        Files.createDirectories(folder.resolve("later"));
        Files.writeString(folder.resolve("later/1.xml"), alert("F1"));

        until(() -> ids(watch).equals(List.of("F1")));
        assertEquals(true, watch.counts().connected());
    }

    @Test
    void aFeedsMessagesAreFetchedOnceAndItIsAskedWhetherItHasChanged() throws Exception {
        pages.put("/feed.atom", feed("F1.xml", "/F2.xml"));
        pages.put("/F1.xml", alert("F1"));
        pages.put("/F2.xml", alert("F2"));
        CapWatch watch = watch(new CapSite(at("/feed.atom"), Optional.empty()), List.of());
        until(() -> ids(watch).size() == 2 && asked.contains("/feed.atom known"));

        pages.put("/F3.xml", cancel("F3", "F1"));
        pages.put("/feed.atom", feed("F2.xml", "F3.xml"));

        until(() -> ids(watch).equals(List.of("F2", "F3")));
        assertEquals(1, asked.stream().filter("/F1.xml"::equals).count());
        assertEquals(1, asked.stream().filter("/F2.xml"::equals).count());
    }

    private static String feed(String... links) {
        StringBuilder feed = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
        for (String link : links) {
            feed.append("<entry><link href=\"").append(link).append("\"/></entry>");
        }
        return feed.append("</feed>").toString();
    }

    @Test
    void aFeedMakesThisNodeAskNobodyElse() throws Exception {
        int other = server.getAddress().getPort() == 65_000 ? 65_001 : 65_000;
        pages.put(
                "/feed.atom",
                feed(
                        "http://127.0.0.1:" + other + "/x",
                        "file:///etc/passwd",
                        "http://example.org/",
                        "ftp://x/",
                        ":",
                        "F1.xml"));
        pages.put("/F1.xml", alert("F1"));
        CapWatch watch = watch(new CapSite(at("/feed.atom"), Optional.empty()), List.of());

        until(() -> ids(watch).equals(List.of("F1")));
        assertEquals("", watch.counts().words());
    }

    @Test
    void oneMessageAtAnAddressIsTakenToo() throws Exception {
        pages.put("/now.xml", alert("F1"));
        CapWatch watch = watch(new CapSite(at("/now.xml"), Optional.empty()), List.of());
        until(() -> ids(watch).equals(List.of("F1")));

        pages.put("/now.xml", "x".repeat(CapSource.LONGEST + 1));

        until(() -> !watch.counts().connected());
        assertEquals(List.of("F1"), ids(watch));
    }

    @Test
    void whereSignersAreGivenOnlyWhatTheySignedIsShown() throws Exception {
        TestKeys theirs = TestKeys.made(folder, "fmi", "dns:fi.example");
        TestKeys others = TestKeys.made(folder, "other", "dns:x.example");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("1.xml"), alert("UNSIGNED"));
        Files.writeString(inbox.resolve("2.xml"), signed(alert("STRANGER"), others));
        Files.writeString(inbox.resolve("3.xml"), signed(alert("F1"), theirs));
        Files.writeString(inbox.resolve("4.xml"), signed(alert("F2"), theirs).replace("F2", "FORGED"));
        CapWatch watch = watch(new CapFiles(inbox), List.of(theirs.certificate()));

        until(() -> watch.counts().rejected() == 3 && watch.counts().messages() == 1);

        assertEquals(List.of("F1"), ids(watch));
        assertEquals("signed by CN=fmi", watch.alerts().getFirst().proven());
    }

    private static String signed(String xml, TestKeys keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys.keystore())) {
            store.load(in, "changeit".toCharArray());
        }
        PrivateKey key = (PrivateKey) store.getKey("key", "changeit".toCharArray());
        return XmlSeal.sign(xml, key, keys.certificate());
    }
}
