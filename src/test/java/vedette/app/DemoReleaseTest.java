package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.edge.serve.Browser;
import vedette.edge.serve.DisplaySettings;
import vedette.edge.serve.ReleaseSeat;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.node.NodeClock;

/// The demonstration of a release from its first draft to the all-clear, on the real engine: two people sign in two
/// browsers, the message stands in the feed of CAP, and a client of Cursor-on-Target has it.
@Timeout(600)
class DemoReleaseTest {
    /// Seconds of the story in one of ours while nobody has to act.
    private static final double FAST = 25;

    /// While people act: the rule that would speak for them stays far.
    private static final double SLOW = 0.25;

    private static final Pattern REFERENCES = Pattern.compile("<references>[^,<]*,([^,<]*),");

    private static final long PATIENCE_MS = 150_000;

    private final StringWriter told = new StringWriter();
    private final Pace pace = new Pace();

    /// A clock that is fast for a second of ours after each time it is asked to. It never leaps: where this machine
    /// stalls, so does the story, no look comes late, and nothing passes while nobody looks.
    private static final class Pace {
        private static final double LONGEST_STEP_NS = 3e9;
        private static final long LEASE_NS = 1_000_000_000;

        private final Instant start = Instant.now();
        private long fastUntilNs = System.nanoTime();
        private long readNs = fastUntilNs;
        private double passedNs;

        synchronized void hurry() {
            fastUntilNs = System.nanoTime() + LEASE_NS;
        }

        synchronized void slow() {
            fastUntilNs = System.nanoTime();
        }

        synchronized long nowNs() {
            long now = System.nanoTime();
            double speed = now < fastUntilNs ? FAST : SLOW;
            passedNs += Math.min((now - readNs) * speed, LONGEST_STEP_NS);
            readNs = now;
            return Math.round(passedNs);
        }

        NodeClock clock() {
            return new NodeClock(() -> start.plusNanos(nowNs()), this::nowNs, LeapSeconds.standard());
        }
    }

    /// What a client of Cursor-on-Target that says nothing is told, as XML.
    private static final class TakEar implements AutoCloseable {
        private final Socket socket;
        private final StringBuilder heard = new StringBuilder();

        TakEar(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try (InputStream in = socket.getInputStream()) {
                byte[] bytes = new byte[8192];
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    synchronized (heard) {
                        heard.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException end) {
                // The socket is closed at the end of the test.
            }
        }

        boolean has(String words) {
            synchronized (heard) {
                return heard.indexOf(words) >= 0;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void twoPeopleInTwoBrowsersReleaseTheMissileWarningAndItEndsWithItsAllClear() throws Exception {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium here: install it, or name it in VEDETTE_CHROMIUM, to test the page");
        PrintWriter out = new PrintWriter(told, true);
        int takPort = freePort();
        DisplaySettings display = DisplaySettings.of(Domain.EXERCISE, OperatorKey.fleeting())
                .at("127.0.0.1", 0)
                .openHere();
        try (DemoNode node = new DemoNode(
                        DemoNode.missile(pace.clock(), FAST, display),
                        Optional.of(new DemoDoors(out, takPort)),
                        List.of(),
                        out);
                TakEar tak = new TakEar(takPort);
                ReleaseSeat anna = new ReleaseSeat(chromium.get());
                ReleaseSeat berta = new ReleaseSeat(chromium.get())) {
            hasten(() -> states(node).contains("WAITING"), "a draft that waits");
            anna.comeAs(node.address(), "Anna");
            berta.comeAs(node.address(), "Berta");
            assertFalse(told.toString().contains("to the public"), told::toString);

            sign(node, anna, "HALF");
            berta.sees("document.querySelector('.release[data-state=HALF]').innerText.includes('Anna')");
            assertFalse(told.toString().contains("to the public"));
            sign(node, berta, "PUBLIC");
            anna.sees("document.querySelector('.release[data-state=PUBLIC]')");
            anna.picture("demo-public");
            await(() -> told.toString().contains("signed by Anna and Berta"), "words to the public");
            await(() -> tak.has("MISSILE-"), "Cursor-on-Target");
            await(() -> alert(node).contains("<status>Exercise</status>"), "CAP in the feed");
            String published = alert(node);
            assertTrue(begin(node, published).contains("<msgType>Alert</msgType>"), published);

            anna.rests();
            berta.rests();
            hasten(() -> told.toString().contains("ALL_CLEAR"), "the all-clear");
            await(() -> tak.has("All clear"), "the all-clear as Cursor-on-Target");
            await(() -> alert(node).contains("<responseType>AllClear</responseType>"), "the all-clear in the feed");
            await(() -> states(node).contains("OVER"), "the end of the release");
            anna.returnsTo(node.address());
            anna.sees("[...document.querySelectorAll('.warning.ended')]"
                    + ".some(each => each.innerText.includes('All clear: M4'))");
            anna.picture("demo-over");
            assertEquals(List.of(), anna.errors());
            assertEquals(List.of(), berta.errors());
        }
    }

    // A signature is undone where a place comes to those that were signed: a person looks and signs again.
    private static void sign(DemoNode node, ReleaseSeat who, String wanted) throws Exception {
        for (int i = 0; i < 5 && !states(node).contains(wanted); i++) {
            who.press("approve");
            for (int j = 0; j < 50 && !states(node).contains(wanted); j++) {
                Thread.sleep(200);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static List<String> states(DemoNode node) {
        return json(text(node.address() + "api/v1/releases")).items("releases").stream()
                .map(each -> each.text("state").orElse(""))
                .toList();
    }

    /// The newest alert of the feed; nothing while there is none.
    private static String alert(DemoNode node) {
        List<Json> items = json(text(node.address() + "cap/feed.json")).items("alerts");
        return items.isEmpty() ? "" : text(items.getFirst().text("url").orElseThrow());
    }

    /// The message that this one is a revision of, when it is one: what grows worse goes out at once, so that the first
    /// may have been followed before anybody could look.
    private static String begin(DemoNode node, String published) {
        Matcher references = REFERENCES.matcher(published);
        return references.find() ? text(node.address() + "cap/" + references.group(1) + ".xml") : published;
    }

    private static Json json(String text) {
        return switch (JsonText.read(text)) {
            case JsonText.Read(Json value) -> value;
            case JsonText.NotJson(String reason, int line) -> throw new AssertionError(reason + " at " + line);
        };
    }

    private static String text(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(address, fault);
        }
    }

    private void hasten(BooleanSupplier wanted, String what) throws InterruptedException {
        await(
                () -> {
                    boolean come = wanted.getAsBoolean();
                    if (!come) {
                        pace.hurry();
                    }
                    return come;
                },
                what);
        pace.slow();
    }

    private void await(BooleanSupplier wanted, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "never came: " + what + "; told:\n" + told);
            Thread.sleep(200);
        }
    }
}
