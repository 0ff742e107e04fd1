package vedette.edge.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Pushes a byte stream into a server's input port: a receiver for rehearsals, as others feed dump1090 at 30104.
public final class TcpPusher implements Player.Outlet, AutoCloseable {
    private final Socket socket;

    private TcpPusher(Socket socket) {
        this.socket = socket;
    }

    /// A connection to a server.
    ///
    /// @throws IOException when the host is unknown or does not take connections
    public static TcpPusher to(String host, int port) throws IOException {
        return new TcpPusher(new Socket(InetAddress.getByName(host), port));
    }

    /// Sends a piece; waits while the server does not read.
    ///
    /// @throws IOException when the connection is broken
    @Override
    public void send(byte[] piece) throws IOException {
        socket.getOutputStream().write(piece);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
