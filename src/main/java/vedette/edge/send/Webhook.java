package vedette.edge.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.edge.Clock;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.LeapSeconds;

/// Bulletins as signed HTTP requests: POST of JSON (docs/formats.md).
///
/// The receiver checks `Vedette-Signature`, which is `sha256=` and the HMAC-SHA256 of `Vedette-Timestamp`, a full stop
/// and the body, under the secret that `Vedette-Key-Id` names; refuses timestamps that are not near its own; and leaves
/// out an `Idempotency-Key` that it has seen. Any answer 2xx is a receipt. Redirections are not followed.
public final class Webhook implements Carrier {
    private static final long NS_PER_S = 1_000_000_000L;

    private final URI url;
    private final Secret secret;
    private final Clock clock;
    private final Web web;
    private final Body body;

    /// A webhook.
    ///
    /// @param url whither
    /// @param secret what it is signed with
    /// @param trust certificates, where those of the machine do not do
    /// @param clock whose time is signed
    /// @throws IOException when the certificates cannot be used
    public Webhook(URI url, Secret secret, Optional<Trust> trust, Clock clock) throws IOException {
        this(url, secret, trust, clock, Body.WHOLE);
    }

    /// A webhook that is told something else than bulletins.
    public Webhook(URI url, Secret secret, Optional<Trust> trust, Clock clock, Body body) throws IOException {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
        this.body = body;
        web = new Web(trust);
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException, InterruptedException {
        Optional<Json> json = body.of(parcel);
        if (json.isPresent()) {
            Web.taken(web.ask(request(parcel, JsonText.write(json.get(), 0))).statusCode());
        }
    }

    private HttpRequest request(Parcel parcel, String body) throws IOException {
        String timestamp = Long.toString(Math.floorDiv(LeapSeconds.standard().unixNs(clock.now()), NS_PER_S));
        return HttpRequest.newBuilder(url)
                .timeout(Web.PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", parcel.key())
                .header("Vedette-Domain", parcel.domain().name())
                .header("Vedette-Key-Id", secret.keyId())
                .header("Vedette-Timestamp", timestamp)
                .header("Vedette-Signature", "sha256=" + secret.sign(timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        web.close();
    }
}
