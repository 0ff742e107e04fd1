package vedette.edge.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.SensorId;

/// Reads a server's byte stream (Beast from readsb or dump1090 at port 30005) and connects again whenever it breaks.
///
/// It waits for room in the node, so that the server's own buffers fill and nothing is lost here.
public final class TcpFeed implements Feed {
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    private final Source source;
    private final TcpPeer peer;
    private final Tally tally = new Tally();
    private final Crew crew;

    /// A feed that is not connected yet.
    public TcpFeed(Source source, TcpPeer peer) {
        this.source = source;
        this.peer = peer;
        crew = new Crew(source.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return source.feed();
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    /// Begins to connect; a server that does not answer yet is tried again and again.
    ///
    /// @throws FeedFault when the host is not known
    @Override
    public void start(Intake intake) {
        UdpSocket.resolved(source, peer.host());
        crew.start("stream", () -> connectAgainAndAgain(intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private void connectAgainAndAgain(Intake intake) throws InterruptedException {
        BackOff backOff = new BackOff(source.feed().name());
        while (!crew.isClosing()) {
            String ended = connection(intake, backOff);
            long waitMs = backOff.nextMs();
            tally.trouble(peer + " " + ended + "; trying again in " + waitMs + " ms");
            Thread.sleep(waitMs);
        }
    }

    private String connection(Intake intake, BackOff backOff) throws InterruptedException {
        Socket socket = crew.closes(new Socket());
        try {
            socket.connect(new InetSocketAddress(peer.host(), peer.port()), CONNECT_TIMEOUT_MS);
            return reading(socket, intake, backOff);
        } catch (SocketTimeoutException late) {
            return "does not answer";
        } catch (IOException fault) {
            return "cannot be reached (" + Crew.said(fault) + ")";
        } finally {
            crew.release(socket);
        }
    }

    private String reading(Socket socket, Intake intake, BackOff backOff) throws InterruptedException {
        tally.linked();
        String ended = "closed the connection";
        try {
            socket.setSoTimeout(Math.toIntExact(peer.silentAfter().toMillis()));
            Reception reception = new Reception(source, tally, Reception.Delivery.waiting(intake));
            new Stream(reception, tally).read(socket.getInputStream(), intake, backOff::succeeded);
        } catch (SocketTimeoutException silent) {
            ended = "was silent for " + peer.silentAfter().toSeconds() + " s";
        } catch (IOException fault) {
            ended = "broke (" + Crew.said(fault) + ")";
        } finally {
            tally.unlinked(peer + " " + ended);
        }
        return ended;
    }

    @Override
    public void close() {
        crew.close();
    }
}
