package vedette.edge.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import vedette.format.cap.CapLinks;

/// CAP messages at an address: one message, an envelope, or a feed (Atom, RSS) whose entries are fetched one by one,
/// each once. Who has not changed says so (`If-None-Match`) and sends nothing.
///
/// What a feed names is fetched from the feed's own host only, redirections are not followed, and everything has a
/// bound, in bytes and in time: a stranger's feed must not make this node ask whom they like.
public final class CapSite implements CapSource {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_FETCHED = 20_000;

    private final URI address;
    private final HttpClient client;
    private final Set<URI> fetched = new LinkedHashSet<>();
    private final Map<URI, String> tags = new LinkedHashMap<>();
    private List<URI> open = List.of();

    /// A site that was not asked yet.
    ///
    /// @param address of the message or the feed
    /// @param tls whose certificates are trusted, where those of the machine do not do
    public CapSite(URI address, Optional<SSLContext> tls) {
        this.address = address;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        tls.ifPresent(builder::sslContext);
        client = builder.build();
    }

    @Override
    public List<byte[]> look() throws IOException, InterruptedException {
        Optional<byte[]> top = ask(address, tags.getOrDefault(address, ""));
        List<byte[]> documents = new ArrayList<>();
        if (top.isPresent()) {
            Optional<List<String>> links = CapLinks.of(top.get());
            links.ifPresentOrElse(this::note, () -> documents.add(top.get()));
        }
        fetch(documents);
        return documents;
    }

    private void note(List<String> links) {
        List<URI> wanted = new ArrayList<>();
        for (String link : links) {
            target(link).filter(uri -> !fetched.contains(uri)).ifPresent(wanted::add);
        }
        open = wanted.subList(0, Math.min(wanted.size(), MOST));
    }

    private Optional<URI> target(String link) {
        try {
            URI uri = address.resolve(link.strip());
            boolean same = address.getScheme().equals(uri.getScheme())
                    && address.getHost().equalsIgnoreCase(uri.getHost())
                    && address.getPort() == uri.getPort()
                    && uri.getUserInfo() == null;
            return same ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    // What cannot be had now is asked for again at the next look, also when the feed itself has not changed.
    private void fetch(List<byte[]> documents) throws InterruptedException, IOException {
        List<URI> left = new ArrayList<>();
        Optional<IOException> fault = Optional.empty();
        for (URI each : open) {
            try {
                ask(each, "").ifPresent(documents::add);
                fetched.add(each);
            } catch (IOException later) {
                left.add(each);
                fault = Optional.of(later);
            }
        }
        open = left;
        while (fetched.size() > MOST_FETCHED) {
            fetched.remove(fetched.iterator().next());
        }
        if (fault.isPresent() && documents.isEmpty()) {
            throw fault.get();
        }
    }

    /// The document; nothing when it is the one that is known.
    private Optional<byte[]> ask(URI uri, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/cap+xml, application/atom+xml, application/xml, text/xml");
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        HttpResponse<byte[]> answer = answer(request.build());
        if (answer.statusCode() == 304 && !tag.isEmpty()) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answers " + answer.statusCode());
        }
        if (uri.equals(address)) {
            tags.put(
                    uri,
                    answer.headers()
                            .firstValue("ETag")
                            .filter(text -> text.length() < 200)
                            .orElse(""));
        }
        return Optional.of(answer.body());
    }

    // A request's own time-out ends with its head: one that trickles its body would hold the feed up for ever.
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
        try {
            return answer.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException(request.uri() + " does not end its answer", late);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof IOException broken ? broken : new IOException(fault.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
