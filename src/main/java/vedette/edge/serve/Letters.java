package vedette.edge.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vedette.edge.Letterbox;
import vedette.model.Operator;

/// Takes what programs bring of sensors, for the feeds that wait for it. Who may give orders may bring: a false plot is
/// no
/// smaller matter.
final class Letters {
    private final Doorkeeper doorkeeper;
    private volatile List<Letterbox> boxes = List.of();

    Letters(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /// From now on these.
    void are(List<Letterbox> letterboxes) {
        boxes = List.copyOf(letterboxes);
    }

    /// Takes a letter for the feed that the path's last part names.
    Handler handler() {
        return (request, response) -> {
            Optional<Operator> who = doorkeeper.operator(Caller.of(request), true);
            if (who.isEmpty()) {
                fail(response, Status.UNAUTHORIZED_401, "bring a key as 'Authorization: Bearer KEY'");
            } else if (!OrderText.mayOrder(who.get().role())) {
                fail(response, Status.FORBIDDEN_403, "a " + who.get().role() + " may not bring measurements");
            } else {
                named(request.path().pathParameters().get("id"))
                        .ifPresentOrElse(
                                box -> take(box, request, response),
                                () -> fail(
                                        response,
                                        Status.NOT_FOUND_404,
                                        "no feed of the type lines-http has this name"));
            }
        };
    }

    private Optional<Letterbox> named(String feed) {
        return boxes.stream().filter(box -> box.id().name().equals(feed)).findFirst();
    }

    private static void take(Letterbox box, ServerRequest request, ServerResponse response) {
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(Letterbox.LONGEST + 1);
            if (bytes.length > Letterbox.LONGEST) {
                fail(
                        response,
                        Status.REQUEST_ENTITY_TOO_LARGE_413,
                        "a request has at most " + Letterbox.LONGEST + " bytes");
                return;
            }
            Letterbox.Answer answer = box.post(bytes);
            response.status(answer.taken() == 0 && answer.refused() > 0 ? Status.BAD_REQUEST_400 : Status.OK_200);
            JsonWriter json =
                    new JsonWriter().open('{').whole("taken", answer.taken()).whole("refused", answer.refused());
            if (!answer.why().isEmpty()) {
                json.text("why", answer.why());
            }
            send(response, json.close('}').toString());
        } catch (IOException cut) {
            fail(response, Status.BAD_REQUEST_400, "the request ended early");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            fail(response, Status.SERVICE_UNAVAILABLE_503, "the node is closing");
        }
    }

    private static void fail(ServerResponse response, Status status, String why) {
        response.status(status);
        send(response, new JsonWriter().open('{').text("error", why).close('}').toString());
    }

    private static void send(ServerResponse response, String body) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(body.getBytes(StandardCharsets.UTF_8));
    }
}
