package vedette.edge.serve;

import io.helidon.common.socket.SocketOptions;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.edge.Guests;

/// What happens to a connection before it has said anything: it gets its options, or no place, when its machine
/// holds its share already. It is the only hook that the server offers before the handshake; what is thrown here closes
/// the connection, and the server says nothing of it.
final class Welcome implements SocketOptions {
    private static final int LOOK_AT_ALL = 1_024;

    private final SocketOptions options;
    private final Guests guests;
    private final Counters counters;
    private final Map<String, List<Socket>> open = new HashMap<>();
    private long come;

    /// @param options of each connection
    /// @param guests how many of one machine
    /// @param counters told of those that are turned away
    Welcome(SocketOptions options, Guests guests, Counters counters) {
        this.options = options;
        this.guests = guests;
        this.counters = counters;
    }

    @Override
    public void configureSocket(Socket socket) {
        InetAddress from = socket.getInetAddress();
        if (guests.counts(from)) {
            seat(socket, from);
        }
        options.configureSocket(socket);
    }

    private synchronized void seat(Socket socket, InetAddress from) {
        String place = Guests.place(from);
        forget(place);
        if (++come % LOOK_AT_ALL == 0) {
            List.copyOf(open.keySet()).forEach(this::forget);
        }
        if (guests.come(from) != Guests.Fate.ADMITTED) {
            counters.count("connections_refused_total{reason=\"address\"}");
            throw new UncheckedIOException(new SocketException("no more connections from " + from));
        }
        open.computeIfAbsent(place, _ -> new ArrayList<>()).add(socket);
    }

    // The server does not say when a connection ends; those of the machine that comes are looked at.
    private void forget(String place) {
        List<Socket> known = open.getOrDefault(place, List.of());
        for (Socket each : List.copyOf(known)) {
            if (each.isClosed()) {
                known.remove(each);
                guests.left(each.getInetAddress());
            }
        }
        if (known.isEmpty()) {
            open.remove(place);
        }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
