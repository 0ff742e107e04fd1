package vedette.edge.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import vedette.math.TextKey;

/// A relay with addresses for on, off and its state.
public final class HttpRelay implements Relay.Reach {
    private final Addresses addresses;
    private final Web web;

    /// Where a relay is asked.
    ///
    /// @param on switches it on
    /// @param off switches it off
    /// @param post whether both are asked for by POST instead of GET
    /// @param state tells its state, where it can
    /// @param stateOn what the state's answer holds exactly when it is on
    public record Addresses(URI on, URI off, boolean post, Optional<URI> state, String stateOn) {
        /// Which device, as a part of a file's name; what is secret in an address is not in it.
        public String device() {
            return "http-" + Long.toHexString(TextKey.of(on.toString()));
        }
    }

    /// A relay that is asked by HTTP.
    ///
    /// @throws IOException when this Java has no TLS
    public HttpRelay(Addresses addresses) throws IOException {
        this.addresses = addresses;
        web = new Web(Optional.empty());
    }

    @Override
    public void set(boolean on) throws IOException, InterruptedException {
        HttpRequest.Builder order =
                HttpRequest.newBuilder(on ? addresses.on : addresses.off).timeout(Web.PATIENCE);
        answer(addresses.post ? order.POST(HttpRequest.BodyPublishers.noBody()).build() : order.build());
        if (addresses.state.isPresent()) {
            String state = answer(HttpRequest.newBuilder(addresses.state.get())
                    .timeout(Web.PATIENCE)
                    .build());
            if (state.contains(addresses.stateOn) != on) {
                throw new IOException("the relay was switched but is not " + (on ? "on" : "off"));
            }
        }
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = web.ask(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("HTTP status " + answer.statusCode());
        }
        return answer.body();
    }
}
