package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.cap.CapProfile;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.Warning;
import vedette.model.WarningId;

class CapPostTest {
    private static final Moment NOON = new Moment(1_700_000_000_000_000_000L);

    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> receipts = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Delivery<Cleared.Exercise> channel() throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        CapProfile profile = new CapProfile("watch@example.org", "Watch", LeapSeconds.standard());
        CapPost post = new CapPost(
                new CapPost.Target("national", uri, Optional.empty(), folder, profile, xml -> xml), _ -> {});
        Ties ties = new Ties(
                () -> NOON,
                (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                folder.resolve("dead"),
                _ -> {});
        return new Delivery<>("national", post, ties, Bulletins.QUICK);
    }

    private static Cleared.Exercise issue(int issue, Warning.Stage stage) {
        Moment at = NOON.plusS(issue);
        Warning warning = new Warning(
                new WarningId("IMPACT-1"),
                issue,
                at,
                Domain.EXERCISE,
                stage,
                Warning.Kind.IMPACT,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.CONFIRMED),
                List.of(),
                List.of(),
                List.of(LatLon.ofDegrees(57, 24), LatLon.ofDegrees(57, 25), LatLon.ofDegrees(56, 24.5)),
                new Warning.Validity(at.plusS(40), at.plusS(48), at.plusS(348)),
                List.of(),
                new Warning.Words("Impact", "It comes.", "Shelter."),
                Releasability.OPEN);
        return new Cleared.Exercise(new Bulletin(warning, issue, at, new Authority.Persons(List.of("anna", "berta"))));
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(10, TimeUnit.SECONDS);
        return next == null ? "" : next;
    }

    @Test
    void theAggregatorsAnswerIsTheReceipt() throws Exception {
        try (Delivery<Cleared.Exercise> channel = channel()) {
            channel.publish(issue(1, Warning.Stage.ISSUED));
            channel.publish(issue(1, Warning.Stage.ISSUED));

            assertEquals("IMPACT-1 1 national", next(receipts));
            String xml = next(posted);
            assertTrue(xml.contains("<status>Exercise</status>") && xml.contains("EXERCISE EXERCISE"), xml);
            assertTrue(xml.contains("released by two persons"), xml);
            assertFalse(xml.contains("anna"), xml);
        }
        assertEquals(0, posted.size());
    }

    @Test
    void anAllClearAfterARestartRefersToEverythingTheAggregatorHas() throws Exception {
        try (Delivery<Cleared.Exercise> channel = channel()) {
            channel.publish(issue(1, Warning.Stage.ISSUED));
            next(receipts);
            channel.publish(issue(2, Warning.Stage.UPDATED));
            next(receipts);
        }
        posted.clear();
        try (Delivery<Cleared.Exercise> channel = channel()) {
            channel.publish(issue(3, Warning.Stage.ALL_CLEAR));

            String xml = next(posted);
            String references = xml.substring(xml.indexOf("<references>"), xml.indexOf("</references>"));
            assertTrue(references.contains(",IMPACT-1.1.") && references.contains(",IMPACT-1.2."), references);
            assertTrue(xml.contains("<responseType>AllClear<"), xml);
        }
    }

    @Test
    void whatFailsIsTriedAgainAndSoIsWhatIsRefused() throws Exception {
        answers.addAll(List.of(503, 200, 400, 200));
        try (Delivery<Cleared.Exercise> channel = channel()) {
            channel.publish(issue(1, Warning.Stage.ISSUED));
            assertEquals("IMPACT-1 1 national", next(receipts));
            channel.publish(issue(2, Warning.Stage.UPDATED));
            assertEquals("IMPACT-1 2 national", next(receipts));
        }
        assertEquals(4, posted.size());
    }

    @Test
    void aMessageThatIsPostedASecondTimeDoesNotReferToItself() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (Delivery<Cleared.Exercise> channel = channel()) {
                channel.publish(issue(1, Warning.Stage.ISSUED));
                next(receipts);
            }
        }

        assertFalse(next(posted).contains("<references>"));
        assertFalse(next(posted).contains("<references>"));
    }
}
