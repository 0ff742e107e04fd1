package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Letterbox;

/// Sensors' lines that programs post to a running node.
class PostedLinesTest {
    private static final String HEARD = """
            {"sensor": "%s", "kind": "acoustic", "time": "2026-01-01T00:00:00Z", "latitude": 50, "longitude": 30,\
             "confidence": 0.9}
            """;

    @TempDir
    private Path folder;

    private int port;
    private String key = "";

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private String post(HttpClient http, String feed, String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/lines/" + feed))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private void awaitNode(HttpClient http) throws Exception {
        Path keyFile = folder.resolve("vedette-data/operator.key");
        for (int i = 0; i < 600; i++) {
            try {
                key = Files.readString(keyFile).strip();
                if (post(http, "nodes", key, "").startsWith("200")) {
                    return;
                }
            } catch (IOException notYet) {
                // It is asked again.
            }
            Thread.sleep(50);
        }
    }

    @Test
    void whoHasAKeyBringsLinesAndIsToldWhatBecameOfThem() throws Exception {
        port = freePort();
        Path settings = Files.writeString(
                folder.resolve("vedette.yaml"),
                "domain: test\ndisplay: {port: " + port + "}\nfeeds:\n  - {name: nodes, type: lines-http}\n");
        StringWriter said = new StringWriter();
        Thread node = Thread.ofPlatform()
                .start(() -> Main.run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "run",
                        "--config",
                        settings.toString(),
                        "--exit-after",
                        "8"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            awaitNode(http);

            assertEquals(
                    "200 {\"taken\":2,\"refused\":0}",
                    post(http, "nodes", key, HEARD.formatted("a1") + HEARD.formatted("a2")));
            String half = post(http, "nodes", key, HEARD.formatted("a3") + "no line\n");
            assertTrue(half.startsWith("200 {\"taken\":1,\"refused\":1,\"why\":\"byte "), half);
            assertTrue(post(http, "nodes", key, "no line").startsWith("400 {\"taken\":0,\"refused\":1"));
            assertTrue(post(http, "nodes", "wrong", HEARD.formatted("a1")).startsWith("401 "));
            assertTrue(post(http, "others", key, HEARD.formatted("a1")).startsWith("404 "));
            assertTrue(
                    post(http, "nodes", key, " ".repeat(Letterbox.LONGEST + 1)).startsWith("413 "));
        } finally {
            node.join(60_000);
        }

        StringWriter replayed = new StringWriter();
        Main.run(
                new PrintWriter(replayed),
                new PrintWriter(replayed),
                "replay",
                folder.resolve("vedette-data/journal").toString());
        assertTrue(replayed.toString().contains("presences: 3"), replayed.toString());
    }
}
