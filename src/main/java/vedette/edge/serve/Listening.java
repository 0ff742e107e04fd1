package vedette.edge.serve;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import vedette.edge.KeyFault;
import vedette.edge.TlsKeys;

/// Where a display listens and how it is protected there. Beyond this machine nothing starts without TLS.
final class Listening {
    /// All that is spoken: older ones are broken (RFC 8996).
    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final DisplaySettings settings;

    Listening(DisplaySettings settings) {
        this.settings = settings;
    }

    /// Where.
    ///
    /// @throws CannotServe when other machines could come and there is no TLS
    InetAddress address() {
        try {
            InetAddress address = InetAddress.getByName(settings.host());
            if (mayListen(address, settings.guarded())) {
                return address;
            }
            throw new CannotServe(
                    "The display would be open to other machines at '" + settings.host() + "', without TLS",
                    "Set display.tls.keystore and display.tls.password_file, or listen at 127.0.0.1",
                    new IllegalArgumentException(settings.host()));
        } catch (UnknownHostException unknown) {
            throw new CannotServe(
                    "The display cannot listen at '" + settings.host() + "', which is no address of this machine",
                    "Correct display.host",
                    unknown);
        }
    }

    /// The rule.
    static boolean mayListen(InetAddress address, boolean tls) {
        return address.isLoopbackAddress() || tls;
    }

    /// TLS, where it is spoken.
    ///
    /// @throws CannotServe when the keys cannot be used
    Optional<Tls> tls() {
        return settings.reach().keys().map(this::tls);
    }

    private Tls tls(TlsKeys keys) {
        try {
            SSLContext context = keys.context("display");
            SSLParameters parameters = context.getDefaultSSLParameters();
            parameters.setProtocols(PROTOCOLS.toArray(String[]::new));
            parameters.setCipherSuites(suites(context));
            parameters.setUseCipherSuitesOrder(true);
            // Asked for, not demanded: browsers of people come without.
            parameters.setWantClientAuth(!settings.reach().certified().isEmpty());
            return Tls.builder().sslContext(context).sslParameters(parameters).build();
        } catch (KeyFault fault) {
            throw new CannotServe("Cannot use the keys of display.tls: " + fault.what(), fault.remedy(), fault);
        }
    }

    // Forward secret and authenticated only: what is recorded today is not read with tomorrow's key (RFC 9325 §4.2).
    private static String[] suites(SSLContext context) {
        return List.of(context.getSupportedSSLParameters().getCipherSuites()).stream()
                .filter(Listening::isStrong)
                .toArray(String[]::new);
    }

    static boolean isStrong(String suite) {
        boolean fresh = suite.startsWith("TLS_ECDHE_") || suite.matches("TLS_(AES|CHACHA20).*");
        return fresh && (suite.contains("_GCM_") || suite.contains("_CHACHA20_"));
    }

    /// Whether the port is free: the server logs one in use instead of throwing, and asking first makes it
    /// one clear line.
    void probe() throws IOException {
        if (settings.port() != 0) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address(), settings.port()));
            }
        }
    }

    /// A fault as one line for the user.
    CannotServe closed(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root instanceof BindException ? "the port is in use" : String.valueOf(root.getMessage());
        return new CannotServe(
                "Cannot open the display at " + settings.host() + ":" + settings.port() + ": " + reason,
                "Maybe another Vedette runs here; give another port",
                fault);
    }

    /// The display's address for people.
    String address(int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        String name = settings.reach().names().stream().findFirst().orElse(host);
        return (settings.guarded() ? "https://" : "http://") + name + ":" + port + "/";
    }
}
