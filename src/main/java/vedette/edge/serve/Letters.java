package vedette.edge.serve;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import vedette.edge.Letterbox;
import vedette.model.Operator;

/// Takes what programs bring of sensors, for the feeds that wait for it. Who may give orders may bring: a
/// false plot is no smaller matter.
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
            switch (doorkeeper.acting(Caller.of(request))) {
                case Acting.Stranger() ->
                    Answers.fail(response, Status.UNAUTHORIZED_401, "bring a key as 'Authorization: Bearer KEY'");
                case Acting.Lapsed _ -> Answers.lapsed(response);
                case Acting.Acts(Operator who) -> bring(who, request, response);
            }
        };
    }

    private void bring(Operator who, ServerRequest request, ServerResponse response) {
        if (!OrderText.mayOrder(who.role())) {
            Answers.fail(response, Status.FORBIDDEN_403, "a " + who.role() + " may not bring measurements");
            return;
        }
        named(request.path().pathParameters().get("id"))
                .ifPresentOrElse(
                        box -> take(box, request, response),
                        () -> Answers.fail(
                                response, Status.NOT_FOUND_404, "no feed of the type lines-http has this name"));
    }

    private Optional<Letterbox> named(String feed) {
        return boxes.stream().filter(box -> box.id().name().equals(feed)).findFirst();
    }

    private static void take(Letterbox box, ServerRequest request, ServerResponse response) {
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(Letterbox.LONGEST + 1);
            if (bytes.length > Letterbox.LONGEST) {
                Answers.fail(
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
            Answers.send(response, Answers.JSON, json.close('}').toString());
        } catch (IOException cut) {
            Answers.fail(response, Status.BAD_REQUEST_400, "the request ended early");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            Answers.fail(response, Status.SERVICE_UNAVAILABLE_503, "the node is closing");
        }
    }
}
