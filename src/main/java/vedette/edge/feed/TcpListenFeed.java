package vedette.edge.feed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import vedette.edge.Feed;
import vedette.edge.Guests;
import vedette.edge.Intake;
import vedette.model.SensorId;

/// Waits for receivers that push their byte stream here (Beast), several at once, each with a decoder of its own.
public final class TcpListenFeed implements Feed {
    /// A client that says nothing for so long is taken for dead.
    private static final int SILENT_AFTER_MS = 300_000;

    private final Source source;
    private final TcpPort address;
    private final Semaphore places;
    private final Guests guests;
    private final Tally tally = new Tally();
    private final Crew crew;
    private int port;

    /// A feed that does not listen yet.
    public TcpListenFeed(Source source, TcpPort address) {
        this(source, address, address.guests());
    }

    TcpListenFeed(Source source, TcpPort address, Guests guests) {
        this.guests = guests;
        this.source = source;
        this.address = address;
        places = new Semaphore(address.mostClients());
        crew = new Crew(source.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return source.feed();
    }

    /// The port it listens on, once started.
    public int port() {
        return port;
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    /// Begins to listen.
    ///
    /// @throws FeedFault when the port cannot be listened on
    @Override
    public void start(Intake intake) {
        ServerSocket server = crew.closes(
                address.open(source.at("port", address.port()), UdpSocket.resolved(source, address.host())));
        port = server.getLocalPort();
        crew.start("accept", () -> accept(server, intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private void accept(ServerSocket server, Intake intake) throws IOException {
        while (!crew.isClosing()) {
            Socket client = crew.closes(server.accept());
            if (guests.come(client.getInetAddress()) != Guests.Fate.ADMITTED) {
                tally.foreign(client.getRemoteSocketAddress() + ": " + guests.mostEach() + " of it are connected");
                crew.release(client);
            } else if (places.tryAcquire()) {
                crew.start("client", () -> read(client, intake));
            } else {
                guests.left(client.getInetAddress());
                tally.foreign(client.getRemoteSocketAddress() + ": " + address.mostClients() + " are connected");
                crew.release(client);
            }
        }
    }

    private void read(Socket client, Intake intake) throws InterruptedException {
        tally.linked();
        String ended = "closed the connection";
        try {
            client.setSoTimeout(SILENT_AFTER_MS);
            Reception reception = new Reception(source, tally, Reception.Delivery.waiting(intake));
            new Stream(reception, tally).read(client.getInputStream(), intake, () -> {});
        } catch (SocketTimeoutException silent) {
            ended = "was silent for " + SILENT_AFTER_MS / 1000 + " s";
        } catch (IOException fault) {
            ended = "broke (" + Crew.said(fault) + ")";
        } finally {
            tally.unlinked("client " + client.getRemoteSocketAddress() + " " + ended);
            crew.release(client);
            guests.left(client.getInetAddress());
            places.release();
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
