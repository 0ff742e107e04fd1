package vedette.edge.send;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A server that is signed on to.
///
/// @param address host and port; resolved for each connection
/// @param security how the line is protected
/// @param login who we are to it, where it asks
/// @param trust certificates whose holders are trusted, where those of the machine do not do
public record Server(InetSocketAddress address, Security security, Optional<Login> login, Optional<Trust> trust) {
    private static final int PATIENCE_MS = 10_000;
    private static final int CONNECT_MS = 5_000;

    /// How a line is protected.
    public enum Security {
        /// TLS from the first byte.
        TLS,
        /// TLS after a greeting (SMTP).
        STARTTLS,
        /// Not at all: on this machine only.
        NONE
    }

    /// A user of a server.
    ///
    /// @param user the name
    /// @param passwordFile whose first line is the password
    public record Login(String user, Path passwordFile) {
        String password() throws IOException {
            return Secret.firstLine(passwordFile);
        }
    }

    /// A connection, protected already where it is to be from the first byte.
    Socket open() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            return security == Security.TLS ? secured(socket) : socket;
        } catch (IOException fault) {
            socket.close();
            throw fault;
        }
    }

    /// The same connection under TLS; the server's certificate must be of its name.
    Socket secured(Socket socket) throws IOException {
        return secured(socket, Trust.context(trust), address.getHostString());
    }

    /// A connection under TLS with a server whose certificate must be of a given name.
    static SSLSocket secured(Socket socket, SSLContext context, String serverName) throws IOException {
        SSLSocket secured =
                (SSLSocket) context.getSocketFactory().createSocket(socket, serverName, socket.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        // The rule of comparing names is the same for all protocols over TLS (RFC 9525); Java calls it by this one.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
