package vedette.edge.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vedette.edge.PublicPages;

/// Hands out documents that are meant for everybody: the feed of alerts and the alerts (CAP).
///
/// Who asks again says what they have (`If-None-Match`, RFC 9110 §13.1.2) and is told when it still holds.
final class Pages {
    private volatile PublicPages pages = PublicPages.NONE;
    private volatile String base = "/cap/";

    /// From now on these.
    ///
    /// @param address of the server, ending in `/`
    void are(PublicPages newPages, String address) {
        base = address + "cap/";
        pages = newPages;
    }

    /// Answers with the document of the path's last part.
    Handler handler() {
        return (request, response) -> {
            String path = request.path().path();
            String name = path.substring(path.lastIndexOf('/') + 1);
            Optional<PublicPages.Page> page = pages.page(name, base);
            if (page.isEmpty()) {
                response.status(Status.NOT_FOUND_404);
                response.header(HeaderNames.CONTENT_TYPE, "application/json");
                response.send("{\"error\":\"no such alert, or it has run out\"}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            send(page.get(), request.headers().first(HeaderNames.IF_NONE_MATCH).orElse(""), response);
        };
    }

    private static void send(PublicPages.Page page, String known, ServerResponse response) {
        byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
        String tag = '"' + Sha256.hex(bytes).substring(0, 32) + '"';
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        response.header(HeaderNames.ETAG, tag);
        if (isKnown(tag, known)) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, page.type());
        response.send(bytes);
    }

    // A cache on the way may have weakened the tag.
    private static boolean isKnown(String tag, String known) {
        return Arrays.stream(known.split(",", 20))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
