package vedette.edge.feed;

import static vedette.math.Require.require;

import java.util.Optional;

/// Where datagrams are listened for.
///
/// @param host a local address, or a multicast group to join
/// @param port 0 to 65,535; 0 takes any that is free
/// @param networkInterface the interface to join the group on, by name or address; empty: the system's choice
/// @param onlyFrom the one sender's address that is listened to; empty: all
public record UdpAddress(String host, int port, Optional<String> networkInterface, Optional<String> onlyFrom) {
    /// Checks the port.
    public UdpAddress {
        require(port >= 0 && port <= 65_535, "port %s", port);
    }

    /// A port of this machine that only this machine reaches.
    public static UdpAddress loopback(int port) {
        return new UdpAddress("127.0.0.1", port, Optional.empty(), Optional.empty());
    }
}
