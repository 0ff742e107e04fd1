package vedette.edge.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// A client of the live picture.
final class Watcher implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_S = 20;

    private final BlockingQueue<Json> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StringBuilder part = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket line;

    Watcher(int port, String session, String... header) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < header.length; i += 2) {
            builder.header(header[i], header[i + 1]);
        }
        line = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), this)
                .join();
        line.sendText(session, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            if (JsonText.read(part.toString()) instanceof JsonText.Read(Json message)) {
                messages.add(message);
            }
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    /// The next message that is wanted; others before it are passed over.
    Json next(Predicate<Json> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            Json message = messages.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new AssertionError("no such message within " + PATIENCE_S + " s");
            }
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    /// Whether the other end closes the line, within our patience.
    boolean isClosed() throws InterruptedException {
        return closed.await(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.countDown();
        return null;
    }

    /// The next message with a member.
    Json with(String member) throws InterruptedException {
        return next(message -> message.member(member).isPresent());
    }

    @Override
    public void close() {
        line.abort();
        http.shutdownNow();
    }
}
