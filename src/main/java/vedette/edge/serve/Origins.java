package vedette.edge.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Keeps a stranger's page in the same browser away: the name in `Host` must be one of this display's
/// (against DNS rebinding), and `Origin`, where there is one, must be this display itself (against forged
/// requests and foreign WebSockets).
final class Origins {
    private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> names = new TreeSet<>(LOCAL_NAMES);
    private final String scheme;
    private final Counters counters;

    Origins(DisplaySettings settings, Counters counters) {
        this.counters = counters;
        scheme = settings.guarded() ? "https://" : "http://";
        names.addAll(settings.reach().names());
        if (settings.guarded()) {
            String host = settings.host().toLowerCase(Locale.ROOT);
            names.add(host.contains(":") ? "[" + host + "]" : host);
        }
    }

    /// Why a request may not come in at all, if so.
    Optional<String> refusal(Headers headers) {
        String host = value(headers, HeaderNames.HOST).toLowerCase(Locale.ROOT);
        if (!names.contains(withoutPort(host))) {
            counters.count("requests_refused_total{reason=\"host\"}");
            return Optional.of("this display answers to its own names only: " + String.join(", ", names));
        }
        String origin = value(headers, HeaderNames.ORIGIN).toLowerCase(Locale.ROOT);
        if (!origin.isEmpty() && !origin.equals(scheme + host)) {
            counters.count("requests_refused_total{reason=\"origin\"}");
            return Optional.of("requests from another site are refused");
        }
        return Optional.empty();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static String value(Headers headers, HeaderName name) {
        return headers.first(name).orElse("");
    }
}
