package vedette.edge.feed;

import static vedette.math.Require.require;

import java.time.Duration;

/// A server that a feed connects to.
///
/// @param host its name or address
/// @param port 1 to 65,535
/// @param silentAfter a connection that says nothing for so long is taken for dead and made anew
public record TcpPeer(String host, int port, Duration silentAfter) {
    /// A quiet night sky may send nothing for a while; making a live connection anew costs little.
    private static final Duration SILENT_AFTER = Duration.ofSeconds(60);

    /// Checks the port and the time.
    public TcpPeer {
        require(port > 0 && port <= 65_535, "port %s", port);
        require(silentAfter.toMillis() > 0 && silentAfter.toDays() < 1, "silentAfter %s", silentAfter);
    }

    /// A server whose connection is made anew after a silent minute.
    public static TcpPeer of(String host, int port) {
        return new TcpPeer(host, port, SILENT_AFTER);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
