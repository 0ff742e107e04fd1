package vedette.edge.send;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests over HTTP that end in time: redirections are not followed, long answers are refused.
final class Web implements AutoCloseable {
    /// For one request, from its first byte to its answer's head.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LONGEST_ANSWER = 1 << 16;

    private final HttpClient client;

    Web(Optional<Trust> trust) throws IOException {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(Trust.context(trust))
                .build();
    }

    /// The answer. A request's own time-out ends with its head; one that trickles its body would hold the channel up.
    HttpResponse<String> ask(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            return answer.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer", late);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof IOException broken ? broken : new IOException(fault.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /// What an answer's status says of what was brought.
    ///
    /// @throws Refusal when it is not taken
    /// @throws IOException when the receiver's state is at fault (RFC 9110)
    static void taken(int status) throws IOException {
        if (status / 100 == 2) {
            return;
        }
        if (status / 100 == 4 && status != 408 && status != 425 && status != 429) {
            throw new Refusal("HTTP status " + status);
        }
        throw new IOException("HTTP status " + status);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
