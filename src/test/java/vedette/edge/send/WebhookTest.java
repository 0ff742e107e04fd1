package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.QUICK;
import static vedette.edge.send.Bulletins.exercise;
import static vedette.edge.send.Bulletins.until;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning.Stage;

class WebhookTest {
    @TempDir
    private Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    private record Got(String key, String timestamp, String signature, String body) {}

    private HttpServer receiver(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/w", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Vedette-Timestamp"),
                headers.getFirst("Vedette-Signature"),
                body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private Delivery<Cleared.Exercise> channel(int port) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Ties ties = heard.ties(folder);
        return new Delivery<>(
                "ops",
                new Webhook(
                        URI.create("http://127.0.0.1:" + port + "/w"),
                        new Secret("k1", secret),
                        Optional.empty(),
                        ties.clock()),
                ties,
                QUICK);
    }

    private static Json read(String body) {
        return body.isEmpty() ? new Json.Nothing() : ((JsonText.Read) JsonText.read(body)).value();
    }

    @Test
    void aReceiverThatWasDownHasTheWarningAndItsAllClearOnce() throws Exception {
        HttpServer first = receiver(0);
        int port = first.getAddress().getPort();
        try (var channel = channel(port)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 1);
            first.stop(0);
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            until(() -> channel.state().fault().isPresent());
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            HttpServer second = receiver(port);
            until(() -> heard.receipts.size() == 2);
            second.stop(0);
        }
        assertEquals(List.of("W1 1 ops", "W1 2 ops"), heard.receipts);
        assertEquals(
                List.of("EXERCISE.W1.1", "EXERCISE.W1.2"),
                got.stream().map(Got::key).toList());
        Json body = read(got.getLast().body());
        assertEquals("ALL_CLEAR", body.text("stage").orElseThrow());
        assertEquals("EXERCISE: Tallinn: missile impact", body.text("headline").orElseThrow());
        assertEquals(Optional.of(new Json.Truth(true)), body.member("exercise"));
        assertEquals(2, body.items("authority", "names").size());
    }

    @Test
    void theSignatureCoversTimeAndBody() throws Exception {
        HttpServer server = receiver(0);
        try (var channel = channel(server.getAddress().getPort())) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> !heard.receipts.isEmpty());
        }
        server.stop(0);
        Got it = got.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal((it.timestamp() + "." + it.body()).getBytes(StandardCharsets.UTF_8));
        assertEquals("1767225600", it.timestamp());
        assertEquals("sha256=" + HexFormat.of().formatHex(digest), it.signature());
    }

    @Test
    void aTestMessageIsNoWarningInTheBody() throws Exception {
        HttpServer server = receiver(0);
        try (var channel = channel(server.getAddress().getPort())) {
            channel.attempt(Bulletins.probe(Domain.EXERCISE));
            until(() -> !got.isEmpty());
        }
        server.stop(0);
        Json body = read(got.getFirst().body());
        assertEquals("test", body.text("message").orElseThrow());
        assertTrue(body.member("kind").isEmpty() && body.member("stage").isEmpty());
        assertEquals(Optional.of(new Json.Truth(true)), body.member("test"));
        assertEquals(
                "EXERCISE: TEST MESSAGE, no warning: hello",
                body.text("headline").orElseThrow());
    }

    @Test
    void aReceiverThatIsBusyIsAskedAgain() throws Exception {
        HttpServer server = receiver(0);
        status = 503;
        try (var channel = channel(server.getAddress().getPort())) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> got.size() > 1);
            status = 200;
            until(() -> !heard.receipts.isEmpty());
        }
        server.stop(0);
        assertEquals(List.of("W1 1 ops"), heard.receipts);
    }
}
