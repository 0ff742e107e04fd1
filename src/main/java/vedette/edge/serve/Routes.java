package vedette.edge.serve;

import java.util.Set;

/// What a request asks for, as a log may have it: in our own words, and nothing of what was sent. Somebody may have put
/// a secret where a path's last part belongs.
final class Routes {
    private static final String API = "/api/v1/";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
    private static final Set<String> NAMED = Set.of(
            "tracks",
            "zones",
            "warnings",
            "releases",
            "uas",
            "missiles",
            "raids",
            "places",
            "neighbours",
            "foreign",
            "channels",
            "flights",
            "sensors",
            "session",
            "session/presence",
            "sessions",
            "password",
            "sign-on",
            "orders",
            "lines",
            "events",
            "live");

    private Routes() {}

    /// The method and path of a request, with `{id}` for a path's last part; `other` where they are none of ours.
    static String of(String method, String path) {
        return (METHODS.contains(method) ? method : "other") + " " + path(path);
    }

    private static String path(String path) {
        if (path.equals("/metrics") || path.equals("/health") || path.equals("/")) {
            return path;
        }
        String rest = path.startsWith(API) ? path.substring(API.length()) : "";
        int slash = rest.indexOf('/');
        if (NAMED.contains(rest)) {
            return API + rest;
        }
        return slash > 0 && NAMED.contains(rest.substring(0, slash))
                ? API + rest.substring(0, slash) + "/{id}"
                : "other";
    }
}
