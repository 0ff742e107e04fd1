package vedette.edge.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A port whose clients all read the same bytes, as readsb serves Beast at 30005.
///
/// A client that does not read is cut off when its queue is full; it delays nobody.
public final class TcpFanOut implements Player.Outlet, AutoCloseable {
    /// Some ten seconds of a busy receiver.
    private static final int QUEUED_PIECES = 4_096;

    private final TcpPort address;
    private final ServerSocket server;
    private final Crew crew;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong cutOff = new AtomicLong();

    private record Client(Socket socket, BlockingQueue<byte[]> queue) {}

    private TcpFanOut(String name, TcpPort address, ServerSocket server) {
        this.address = address;
        this.server = server;
        crew = new Crew(name, _ -> {});
    }

    /// Begins to listen.
    ///
    /// @param name what the port is called in messages
    /// @param address where
    /// @throws FeedFault when the port cannot be listened on
    public static TcpFanOut open(String name, TcpPort address) {
        Source source = Source.of(name, () -> (_, from, to, _, _) -> to - from);
        ServerSocket server =
                address.open(source.at("port", address.port()), UdpSocket.resolved(source, address.host()));
        TcpFanOut out = new TcpFanOut(name, address, server);
        out.crew.closes(server);
        out.crew.start("accept", out::accept);
        return out;
    }

    /// The port it listens on.
    public int port() {
        return server.getLocalPort();
    }

    /// How many read at the moment.
    public int clients() {
        return clients.size();
    }

    /// How many were cut off because they did not read, or found no place.
    public long cutOff() {
        return cutOff.get();
    }

    /// Sends a piece to all clients; it never waits.
    ///
    /// @param piece not changed afterwards
    @Override
    public void send(byte[] piece) {
        for (Client client : clients) {
            if (!client.queue.offer(piece)) {
                cutOff(client);
            }
        }
    }

    private void cutOff(Client client) {
        if (clients.remove(client)) {
            cutOff.incrementAndGet();
            crew.release(client.socket);
        }
    }

    private void accept() throws IOException {
        while (!crew.isClosing()) {
            Client client = new Client(crew.closes(server.accept()), new ArrayBlockingQueue<>(QUEUED_PIECES));
            clients.add(client);
            if (clients.size() > address.mostClients()) {
                cutOff(client);
            } else {
                crew.start("client", () -> write(client));
                crew.start("watch", () -> watch(client));
            }
        }
    }

    private void write(Client client) throws InterruptedException {
        try {
            OutputStream out = client.socket.getOutputStream();
            while (clients.contains(client)) {
                out.write(client.queue.take());
            }
        } catch (IOException gone) {
            left(client);
        }
    }

    // Readers say nothing, so the first thing heard is their leaving; what else they say is ignored.
    private void watch(Client client) {
        try {
            client.socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // Left without a farewell.
        }
        left(client);
    }

    private void left(Client client) {
        clients.remove(client);
        crew.release(client.socket);
        client.queue.clear();
        client.queue.offer(new byte[0]);
    }

    @Override
    public void close() {
        crew.close();
        clients.clear();
    }
}
