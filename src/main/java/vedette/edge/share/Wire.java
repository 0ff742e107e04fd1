package vedette.edge.share;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import vedette.format.share.Frame;
import vedette.format.share.Frames;

/// A connection on which both sides have shown certificates that the other trusts.
///
/// @param socket the connection
/// @param in its bytes
/// @param holder the common name (CN) of the other's certificate
record Wire(Socket socket, DataInputStream in, String holder) {
    private static final int CONNECT_MS = 5_000;
    private static final int HANDSHAKE_MS = 10_000;
    private static final int WAITING = 16;
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([A-Za-z0-9.-]+)(?:,|$)");
    private static final String[] PROTOCOLS = {"TLSv1.3"};

    /// Calls a peer.
    static Wire dial(SharingSettings settings, InetSocketAddress address) throws IOException {
        SSLSocket socket = (SSLSocket) settings.tls().getSocketFactory().createSocket();
        try {
            // Names are looked up anew for each call.
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MS);
            return of(socket);
        } catch (IOException | RuntimeException fault) {
            socket.close();
            throw fault;
        }
    }

    /// Waits for peers' calls; only those with a certificate get through.
    static SSLServerSocket listen(SharingSettings settings, InetSocketAddress address) throws IOException {
        SSLServerSocket server = (SSLServerSocket) settings.tls()
                .getServerSocketFactory()
                .createServerSocket(address.getPort(), WAITING, address.getAddress());
        server.setNeedClientAuth(true);
        server.setEnabledProtocols(PROTOCOLS);
        return server;
    }

    /// The TLS handshake, within ten seconds.
    static Wire of(SSLSocket socket) throws IOException {
        socket.setEnabledProtocols(PROTOCOLS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HANDSHAKE_MS);
        socket.startHandshake();
        String holder = holder(socket.getSession());
        return new Wire(socket, new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16)), holder);
    }

    private static String holder(SSLSession session) throws SSLPeerUnverifiedException {
        Matcher name = COMMON_NAME.matcher(session.getPeerPrincipal().getName());
        return name.find() ? name.group(1) : "";
    }

    Frame frame() throws IOException {
        return Session.frame(in);
    }

    void send(Frame frame) throws IOException {
        socket.getOutputStream().write(Frames.bytes(frame));
        socket.getOutputStream().flush();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }
}
