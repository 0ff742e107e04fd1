package vedette.edge.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How everything that is asked is answered: nothing that is told stays in anybody's cache, and a refusal says why in
/// one sentence of our own.
final class Answers {
    static final String JSON = "application/json";

    private Answers() {}

    static void send(ServerResponse response, String type, String body) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        if (!response.headers().contains(HeaderNames.CACHE_CONTROL)) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        }
        response.send(body.getBytes(StandardCharsets.UTF_8));
    }

    static void fail(ServerResponse response, Status status, String why) {
        response.status(status);
        send(
                response,
                JSON,
                new JsonWriter().open('{').text("error", why).close('}').toString());
    }

    /// They are known, and must prove anew who they are.
    static void lapsed(ServerResponse response) {
        lapsed(response, "nobody did anything here for long: prove again who you are");
    }

    /// The same, in other words.
    static void lapsed(ServerResponse response, String why) {
        response.status(Status.UNAUTHORIZED_401);
        JsonWriter json = new JsonWriter().open('{').text("error", why);
        send(response, JSON, json.truth("lapsed", true).close('}').toString());
    }

    /// A request's body, unless it is too long or no JSON by its type: a form of a stranger's page cannot say it is
    /// JSON. Where there is none, that is answered.
    static Optional<String> body(ServerRequest request, ServerResponse response, int longest) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.startsWith(JSON)) {
            fail(response, Status.UNSUPPORTED_MEDIA_TYPE_415, "send " + JSON);
            return Optional.empty();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length <= longest) {
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException cut) {
            fail(response, Status.BAD_REQUEST_400, "the request ended early");
            return Optional.empty();
        }
        fail(response, Status.REQUEST_ENTITY_TOO_LARGE_413, "a request has at most " + longest + " bytes");
        return Optional.empty();
    }
}
