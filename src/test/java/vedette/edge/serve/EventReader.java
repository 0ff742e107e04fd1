package vedette.edge.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// A program that reads events.
final class EventReader implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> response;
    private final Iterator<String> lines;

    EventReader(String address, String... headers) throws Exception {
        HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create(address + "api/v1/events"));
        if (headers.length > 0) {
            ask.headers(headers);
        }
        response = client.send(ask.build(), HttpResponse.BodyHandlers.ofLines());
        lines = response.body().iterator();
    }

    /// The next message.
    Json next() {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data: ")) {
                return JsonText.read(line.substring(6)) instanceof JsonText.Read(Json value)
                        ? value
                        : new Json.Nothing();
            }
        }
        throw new AssertionError("ended");
    }

    /// The next message that has this part.
    Json with(String member) {
        Json message = next();
        while (message.member(member).isEmpty()) {
            message = next();
        }
        return message;
    }

    Optional<String> type() {
        return response.headers().firstValue("content-type");
    }

    boolean ends() {
        while (lines.hasNext()) {
            lines.next();
        }
        return true;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
