package vedette.edge.feed;

import static vedette.math.Require.require;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import vedette.edge.Guests;

/// Where connections are waited for.
///
/// @param host the local address to listen on; `127.0.0.1` for this machine only
/// @param port 0 to 65,535; 0 takes any that is free
/// @param mostClients connections above this number are closed at once, 1 or more
public record TcpPort(String host, int port, int mostClients) {
    private static final int MOST_CLIENTS = 32;

    /// Checks the port and the number.
    public TcpPort {
        require(port >= 0 && port <= 65_535, "port %s", port);
        require(mostClients > 0, "mostClients %s", mostClients);
    }

    /// A port that only this machine reaches.
    public static TcpPort loopback(int port) {
        return new TcpPort("127.0.0.1", port, MOST_CLIENTS);
    }

    /// How many places one other machine may hold.
    Guests guests() {
        return new Guests(Guests.share(mostClients));
    }

    ServerSocket open(FeedFault.Where where, InetAddress address) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(address, port));
                return server;
            } catch (IOException | RuntimeException fault) {
                server.close();
                throw fault;
            }
        } catch (IOException busy) {
            String remedy = "Maybe another Vedette runs here: stop it, or choose another port";
            throw new FeedFault(where, "TCP port cannot be listened on (" + Crew.said(busy) + ")", remedy, busy);
        }
    }
}
