package vedette.edge.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An OpenID provider that checks what it is asked, and lies when it is told to.
final class FakeProvider implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Signer signer = Signer.rsa("k1");
    volatile long provedAgoS = -1;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::answer);
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realm");
    }

    /// Somebody signs on at the page they were sent to.
    ///
    /// @param more members of the token
    /// @return the code they come back with
    String signOn(String location, String subject, String more) {
        Map<String, String> query = members(URI.create(location).getRawQuery());
        String code = "code-" + codes.size();
        query.put("subject", subject);
        query.put("more", more);
        codes.put(code, query);
        return code;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(path + " " + body + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String told = switch (path) {
            case "/realm/.well-known/openid-configuration" ->
                "{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                        + "/auth\",\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer()
                        + "/keys\"}";
            case "/realm/keys" -> signer.set();
            case "/realm/token" -> token(members(body));
            default -> "";
        };
        byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.isEmpty() ? 400 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String token(Map<String, String> form) {
        Map<String, String> begun = codes.remove(form.getOrDefault("code", ""));
        if (begun == null
                || !SignOn.challenge(form.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))
                || !form.getOrDefault("redirect_uri", "").equals(begun.get("redirect_uri"))) {
            return "";
        }
        long now = System.currentTimeMillis() / 1000;
        String claims = "{\"iss\":\"" + issuer() + "\",\"sub\":\"" + begun.get("subject") + "\",\"aud\":\""
                + begun.get("client_id") + "\",\"nonce\":\"" + begun.get("nonce") + "\",\"iat\":" + now + ",\"exp\":"
                + (now + 300) + told(now) + "," + begun.get("more") + "}";
        return "{\"token_type\":\"Bearer\",\"access_token\":\"x\",\"id_token\":\"" + signer.token(claims) + "\"}";
    }

    // When the person proved who they are; not every provider tells.
    private String told(long now) {
        return provedAgoS < 0 ? "" : ",\"auth_time\":" + (now - provedAgoS);
    }

    /// What a query or a form says.
    static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Arrays.stream(text.split("&")).forEach(each -> {
            String[] pair = each.split("=", 2);
            members.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        });
        return members;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
