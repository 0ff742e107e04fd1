package vedette.edge.serve;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/// What a request shows of who sends it.
///
/// @param token the secret in its `Authorization`, where there is one
/// @param subject whom the certificate names that its sender proved to hold
/// @param address where it comes from
record Caller(Optional<String> token, Optional<X500Principal> subject, String address) {
    private static final String BEARER = "Bearer ";

    static Caller of(ServerRequest request) {
        return of(token(request.headers()), request.remotePeer());
    }

    static Caller of(Optional<String> token, PeerInfo peer) {
        return new Caller(token, peer.tlsCertificates().flatMap(Caller::subject), address(peer));
    }

    private static Optional<String> token(Headers headers) {
        String authorization = headers.first(HeaderNames.AUTHORIZATION).orElse("");
        return authorization.startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    // The first is its sender's own; the chain above it was checked when the line was opened.
    private static Optional<X500Principal> subject(Certificate[] chain) {
        return chain.length > 0 && chain[0] instanceof X509Certificate own
                ? Optional.of(own.getSubjectX500Principal())
                : Optional.empty();
    }

    private static String address(PeerInfo peer) {
        return peer.address() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : peer.host();
    }
}
