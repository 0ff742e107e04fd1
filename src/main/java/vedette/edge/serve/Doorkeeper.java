package vedette.edge.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vedette.model.Operator;

/// Decides who may come in and who may give orders.
///
/// A page of a stranger's in the same browser must reach neither: the name in `Host` must be this machine's (against
/// DNS rebinding), and `Origin`, where there is one, must be this server itself (against forged requests and foreign
/// WebSockets). Orders need the operator key or a session made from it, always in a header that no other site can set;
/// there are no cookies, which would also be sent to any other port of this machine.
final class Doorkeeper {
    private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MOST_SESSIONS = 256;
    private static final int MOST_TICKETS = 16;
    private static final long TICKET_LIFE_NS = TimeUnit.MINUTES.toNanos(10);
    private static final int TOKEN_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final DisplaySettings settings;
    private final Counters counters;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Operator> sessions = bounded(MOST_SESSIONS);
    private final Map<String, Long> tickets = bounded(MOST_TICKETS);

    Doorkeeper(DisplaySettings settings, Counters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /// Why a request may not come in at all, if so.
    Optional<String> refusal(Headers headers) {
        String host = value(headers, HeaderNames.HOST).toLowerCase(Locale.ROOT);
        if (!LOCAL_NAMES.contains(withoutPort(host))) {
            counters.count("requests_refused_total{reason=\"host\"}");
            return Optional.of("this display answers to 127.0.0.1 and localhost only");
        }
        String origin = value(headers, HeaderNames.ORIGIN).toLowerCase(Locale.ROOT);
        if (!origin.isEmpty() && !origin.equals("http://" + host)) {
            counters.count("requests_refused_total{reason=\"origin\"}");
            return Optional.of("requests from another site are refused");
        }
        return Optional.empty();
    }

    /// Who a request comes from, by its `Authorization`.
    Optional<Operator> operator(Headers headers) {
        String authorization = value(headers, HeaderNames.AUTHORIZATION);
        return authorization.startsWith(BEARER)
                ? operator(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /// Who holds a session or the key itself.
    synchronized Optional<Operator> operator(String token) {
        if (isKey(token)) {
            return Optional.of(named("operator"));
        }
        return Optional.ofNullable(sessions.get(digest(token)));
    }

    /// A one-time secret for a link: whoever opens the link first becomes the operator; afterwards it opens nothing.
    synchronized String ticket() {
        String ticket = token();
        tickets.put(digest(ticket), System.nanoTime());
        return ticket;
    }

    /// Opens a session.
    ///
    /// @param secret a ticket or the key; anything where everybody here is an operator
    /// @param name who the person says they are
    /// @return the session's token, or nothing when the secret is wrong
    synchronized Optional<String> enter(String secret, String name) {
        boolean everyone = settings.access() == DisplaySettings.Access.EVERYONE_HERE;
        if (!everyone && !isKey(secret) && !isTicket(secret)) {
            counters.count("requests_refused_total{reason=\"key\"}");
            return Optional.empty();
        }
        String token = token();
        sessions.put(digest(token), named(name));
        return Optional.of(token);
    }

    private boolean isTicket(String secret) {
        Long madeNs = tickets.remove(digest(secret));
        return madeNs != null && System.nanoTime() - madeNs < TICKET_LIFE_NS;
    }

    // Compared in constant time, so that its characters cannot be found one after the other.
    private boolean isKey(String secret) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), settings.operatorKey().getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    // Looked up by digest: how long a look-up takes tells nothing about the tokens.
    private static String digest(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Operator named(String name) {
        return new Operator(name, Operator.Role.OPERATOR);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static String value(Headers headers, HeaderName name) {
        return headers.first(name).orElse("");
    }
}
