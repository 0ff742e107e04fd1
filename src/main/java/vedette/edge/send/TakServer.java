package vedette.edge.send;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import vedette.edge.Channel;
import vedette.edge.DeliveryState;
import vedette.edge.Emission;
import vedette.edge.Guests;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotReport;
import vedette.model.Cleared;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;
import vedette.model.Zone;

/// A small TAK server: ATAK, WinTAK, iTAK and others connect and are told of tracks, zones and warnings. What they
/// send is read for who they are and how they want to speak, and goes nowhere.
///
/// @param <C> the domain whose bulletins it takes
public final class TakServer<C extends Cleared> implements Channel<C>, Sender {
    /// More clients are refused, counted and told.
    public static final int MOST_CLIENTS = 4_096;

    private static final int BACKLOG = 1_024;

    /// With more clients the record says that the channel has a bulletin, not each of them.
    private static final int MOST_NAMED = 20;

    private static final int HANDSHAKE_MS = 10_000;

    /// Connections of one other machine that have not shown a certificate yet.
    private static final int MOST_STRANGERS = 32;

    private static final int SEND_BUFFER = 131_072;

    private final String name;
    private final Optional<SSLContext> tls;
    private final Consumer<String> troubles;
    private final Receipts receipts;
    private final ServerSocketChannel door;
    private final TakLoop loop;
    private final CotFlow flow;
    private final Set<TakLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final TakAccount account;
    private volatile Guests strangers = new Guests(MOST_STRANGERS);
    private volatile boolean closing;

    /// A server that listens already.
    ///
    /// @param address where to listen
    /// @param tls the keys with which both sides show certificates; none on loopback
    /// @param told the channel's name, and what is told
    /// @param receipts told when a client's connection has a bulletin
    /// @param troubles told in one line when something goes wrong
    /// @throws IOException when it cannot listen there
    public TakServer(
            InetSocketAddress address,
            Optional<SSLContext> tls,
            Told told,
            Receipts receipts,
            Consumer<String> troubles)
            throws IOException {
        name = told.name();
        account = new TakAccount(told);
        this.tls = tls;
        this.troubles = troubles;
        this.receipts = receipts;
        door = ServerSocketChannel.open();
        door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        door.bind(new InetSocketAddress(address.getHostString(), address.getPort()), BACKLOG);
        loop = new TakLoop(name, troubles);
        Moment now = LeapSeconds.standard().moment(System.currentTimeMillis() * 1_000_000L);
        flow = new CotFlow(name, told.objects(), told.zones(), now, new Crowd());
        flow.start();
        Thread.ofPlatform().name("tak-door-" + name).daemon(true).start(this::admit);
    }

    /// From now on it takes so many connections that have shown no certificate yet.
    TakServer<C> admitting(Guests other) {
        strangers = other;
        return this;
    }

    /// What a channel tells.
    ///
    /// @param name of the channel
    /// @param objects in whose name
    /// @param zones told to everyone who comes
    public record Told(String name, CotObjects objects, List<Zone> zones) {
        /// Copies the list.
        public Told {
            zones = List.copyOf(zones);
        }
    }

    /// The port it listens at.
    public int port() {
        return door.socket().getLocalPort();
    }

    /// How many are connected.
    public int clients() {
        return links.size();
    }

    /// How many were let go, with a reason told to `troubles`.
    public long dropped() {
        return state().audience().map(DeliveryState.Audience::dropped).orElse(0L);
    }

    /// How many found no room.
    public long refused() {
        return refused.get() + strangers.refused();
    }

    @Override
    public DeliveryState state() {
        return account.state(clients(), refused());
    }

    @Override
    public void send(Emission emission) {
        flow.take(emission.output());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void publish(C cleared) {
        flow.publish(cleared.bulletin());
    }

    @Override
    public void attempt(TestMessage message) {
        flow.attempt(message);
    }

    private void admit() {
        while (!closing) {
            try {
                SocketChannel wire = door.accept();
                InetAddress from = wire.socket().getInetAddress();
                if (isAdmitted(from)) {
                    Thread.ofVirtual().name("tak-welcome").start(() -> welcome(wire, from));
                } else {
                    quietly(wire);
                }
            } catch (IOException fault) {
                if (!closing) {
                    troubles.accept("Channel '" + name + "' cannot take a client (" + fault.getMessage() + ").");
                    pause();
                }
            }
        }
    }

    // Without descriptors accept fails at once, again and again.
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(SocketChannel wire, InetAddress from) {
        String who = String.valueOf(wire.socket().getRemoteSocketAddress());
        try {
            if (links.size() >= MOST_CLIENTS) {
                refused.incrementAndGet();
                troubles.accept("Channel '" + name + "' has " + MOST_CLIENTS + " clients and takes no more.");
                wire.close();
                return;
            }
            wire.setOption(StandardSocketOptions.TCP_NODELAY, true);
            wire.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            TakLine line = tls.isPresent() ? known(wire, tls.get()) : loop.seat(wire);
            TakLink link = new TakLink(TakLink.Side.SERVER, line, who, new Desk());
            links.add(link);
            link.start();
            if (closing) {
                link.close();
            }
        } catch (IOException fault) {
            account.dropped(who, String.valueOf(fault.getMessage()));
            troubles.accept("Channel '" + name + "' lets go of " + who + ": " + fault.getMessage() + ".");
            quietly(wire);
        } finally {
            if (tls.isPresent()) {
                strangers.left(from);
            }
        }
    }

    // Who has not shown a certificate yet is bounded for each machine: the others' places stay free. They are counted
    // here, one after the other, so that who came first has the place.
    private boolean isAdmitted(InetAddress from) {
        if (tls.isEmpty()) {
            return true;
        }
        Guests.Fate fate = strangers.come(from);
        if (fate == Guests.Fate.FIRST_REFUSED) {
            troubles.accept("Channel '" + name + "' turns connections of " + from.getHostAddress() + " away: "
                    + strangers.mostEach() + " of them have shown no certificate yet.");
        }
        return fate == Guests.Fate.ADMITTED;
    }

    private TakLine known(SocketChannel wire, SSLContext context) throws IOException {
        return new TakThreads(secured(wire.socket(), context), wire.socket());
    }

    private static Socket secured(Socket wire, SSLContext context) throws IOException {
        wire.setSoTimeout(HANDSHAKE_MS);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(wire, wire.getInetAddress().getHostAddress(), wire.getPort(), true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(true);
        socket.startHandshake();
        wire.setSoTimeout(0);
        return socket;
    }

    private static void quietly(Closeable each) {
        try {
            each.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    /// Everyone who is connected.
    private final class Crowd implements CotAudience {
        @Override
        public void urgent(Letter letter, Picture picture) {
            links.forEach(link -> link.urgent(letter));
            links.forEach(TakLink::settle);
        }

        @Override
        public void news(List<CotReport> changed, Picture picture) {
            List<CotChunk> chunks = CotChunk.all(changed);
            long now = System.nanoTime();
            for (TakLink link : links) {
                link.news(chunks);
                link.look(now);
            }
        }
    }

    private final class Desk implements TakLink.Ends {
        @Override
        public CotAudience.Picture picture() {
            return flow.picture();
        }

        @Override
        public void written(TakLink link, CotAudience.Letter letter) {
            if (flow.firstReceipt(letter)) {
                account.brought(letter);
                receipts.delivered(letter.warning(), letter.issue(), name);
            }
            if (links.size() <= MOST_NAMED) {
                receipts.delivered(letter.warning(), letter.issue(), name + "/" + link.name());
            }
        }

        @Override
        public void ended(TakLink link, String why) {
            links.remove(link);
            if (!closing) {
                account.dropped(link.name(), why);
                troubles.accept("Channel '" + name + "' lets go of " + link.name() + ": " + why + ".");
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        flow.close();
        quietly(door);
        links.forEach(TakLink::close);
        quietly(loop);
    }
}
