package vedette.edge.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.Moment;
import vedette.model.SensorId;

/// Listens for datagrams, each whole messages (ASTERIX over UDP, unicast or multicast).
///
/// It never waits: what finds no room is shed and counted. Datagrams that come twice are dropped and counted; late ones
/// go on with the time they claim.
public final class UdpFeed implements Feed {
    private static final int LONGEST_DATAGRAM = 65_535;

    private final Source source;
    private final UdpAddress address;
    private final Tally tally = new Tally();
    private final Crew crew;
    private int port;

    /// A feed that does not listen yet.
    public UdpFeed(Source source, UdpAddress address) {
        this.source = source;
        this.address = address;
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
    /// @throws FeedFault when the address cannot be listened on
    @Override
    public void start(Intake intake) {
        UdpSocket socket = UdpSocket.open(source, address);
        crew.closes(socket);
        port = socket.port();
        tally.linked();
        crew.start("datagrams", () -> receive(socket.channel(), intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private void receive(DatagramChannel channel, Intake intake) throws IOException, InterruptedException {
        Reception reception = new Reception(source, tally, Reception.Delivery.shedding(intake));
        RecentDatagrams recent = new RecentDatagrams();
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_DATAGRAM);
        while (!crew.isClosing()) {
            buffer.clear();
            SocketAddress from = channel.receive(buffer);
            Moment arrivedAt = intake.now();
            tally.bytes(buffer.position());
            if (!isAllowed(from)) {
                tally.foreign(from.toString());
            } else if (recent.isRepeated(buffer.array(), buffer.position(), arrivedAt)) {
                tally.duplicate();
            } else {
                reception.take(buffer.array(), 0, buffer.position(), arrivedAt);
            }
        }
    }

    private boolean isAllowed(SocketAddress from) {
        return address.onlyFrom()
                .map(allowed -> from instanceof InetSocketAddress sender
                        && sender.getAddress().getHostAddress().equals(allowed))
                .orElse(true);
    }

    @Override
    public void close() {
        crew.close();
    }
}
