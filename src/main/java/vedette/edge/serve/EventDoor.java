package vedette.edge.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A program's way to the live picture: server-sent events, one message an event (HTML Living Standard §9.2). Each
/// connection begins with the whole picture, so that events need no identifiers to go on from.
final class EventDoor {
    private static final String TYPE = "text/event-stream";

    private final Live live;
    private final Doorkeeper doorkeeper;
    private final Counters counters;

    EventDoor(Live live, Doorkeeper doorkeeper, Counters counters) {
        this.live = live;
        this.doorkeeper = doorkeeper;
        this.counters = counters;
    }

    Handler handler() {
        return this::watch;
    }

    // Stays in the connection's own thread until the line ends.
    private void watch(ServerRequest request, ServerResponse response) {
        LiveClient client = new LiveClient(live, doorkeeper, counters, new EventLine(response));
        Caller caller = Caller.of(request);
        String address = WsDoor.foreign(request.remotePeer().address());
        Optional<String> refusal = client.refusal().or(() -> client.connected(caller, address));
        if (refusal.isPresent()) {
            response.status(Status.SERVICE_UNAVAILABLE_503);
            response.header(HeaderNames.RETRY_AFTER, "5");
            response.send(new JsonWriter()
                    .open('{')
                    .text("error", refusal.get())
                    .close('}')
                    .toString());
            return;
        }
        try {
            client.begins(caller).ifPresent(Runnable::run);
        } finally {
            client.broken();
        }
    }

    /// The response, as it goes out.
    private static final class EventLine implements LiveClient.Line {
        private final ServerResponse response;
        private @Nullable OutputStream opened;

        EventLine(ServerResponse response) {
            this.response = response;
        }

        // With the first event: until then the answer may still be a refusal.
        private OutputStream out() {
            OutputStream out = opened;
            if (out == null) {
                response.header(HeaderNames.CONTENT_TYPE, TYPE);
                response.header(HeaderNames.CACHE_CONTROL, "no-store");
                response.header(HeaderValues.CONNECTION_CLOSE);
                out = response.outputStream();
                opened = out;
            }
            return out;
        }

        @Override
        public void send(WsFrame frame) {
            try {
                out().write(frame.event());
                out().flush();
            } catch (IOException cut) {
                throw new UncheckedIOException(cut);
            }
        }

        @Override
        public void close() {
            try {
                out().close();
            } catch (IOException cut) {
                throw new UncheckedIOException(cut);
            }
        }

        // Where everybody says who they are, strangers do not come as far as here; whoever logged out meanwhile does.
        @Override
        public void refuse() {
            response.status(Status.UNAUTHORIZED_401);
            response.send();
        }
    }
}
