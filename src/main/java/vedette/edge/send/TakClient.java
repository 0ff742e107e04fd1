package vedette.edge.send;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import vedette.edge.Channel;
import vedette.edge.DeliveryState;
import vedette.edge.Emission;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.format.cot.CotReport;
import vedette.model.Cleared;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;

/// Tells a TAK server of tracks, zones and warnings, over a connection that is made again when it breaks. What holds,
/// and what ended lately, is told again each time.
///
/// @param <C> the domain whose bulletins it takes
public final class TakClient<C extends Cleared> implements Channel<C>, Sender {
    private static final int PATIENCE_MS = 10_000;
    private static final long AGAIN_S = 5;
    private static final long PING_S = 15;

    private final String name;
    private final InetSocketAddress address;
    private final Optional<Secured> tls;
    private final Receipts receipts;
    private final Consumer<String> troubles;
    private final CotFlow flow;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable TakLink link;
    private final TakAccount account;
    private boolean failing;

    /// How the connection is protected.
    ///
    /// @param context the keys with which both sides show certificates
    /// @param serverName what the server's certificate must be of
    public record Secured(SSLContext context, String serverName) {}

    /// A client whose thread runs already.
    ///
    /// @param address of the server; not resolved yet
    /// @param tls how it is protected; not at all on loopback
    /// @param told the channel's name, and what is told
    /// @param receipts told when the connection has a bulletin
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public TakClient(
            InetSocketAddress address,
            Optional<Secured> tls,
            TakServer.Told told,
            Receipts receipts,
            Consumer<String> troubles) {
        name = told.name();
        account = new TakAccount(told);
        this.address = address;
        this.tls = tls;
        this.receipts = receipts;
        this.troubles = troubles;
        Moment now = LeapSeconds.standard().moment(System.currentTimeMillis() * 1_000_000L);
        flow = new CotFlow(name, told.objects(), told.zones(), now, new Listener());
        flow.start();
        thread = Thread.ofVirtual().name("tak-client-" + name).start(this::run);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryState state() {
        return account.state(link == null ? 0 : 1, 0);
    }

    @Override
    public void send(Emission emission) {
        flow.take(emission.output());
    }

    @Override
    public void publish(C cleared) {
        flow.publish(cleared.bulletin());
    }

    @Override
    public void attempt(TestMessage message) {
        flow.attempt(message);
    }

    private void run() {
        try {
            do {
                connect();
            } while (!closing.await(AGAIN_S, TimeUnit.SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        try (Socket wire = new Socket()) {
            wire.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MS);
            wire.setTcpNoDelay(true);
            Socket socket = tls.isPresent() ? secured(wire, tls.get()) : wire;
            Desk desk = new Desk();
            TakLine line = new TakThreads(socket, wire);
            TakLink made = new TakLink(TakLink.Side.CLIENT, line, String.valueOf(address), desk);
            link = made;
            made.start();
            account.up();
            if (failing) {
                failing = false;
                troubles.accept("Channel '" + name + "' is connected with " + address + " again.");
            }
            while (!desk.over.await(PING_S, TimeUnit.SECONDS)) {
                made.ping();
            }
        } catch (IOException fault) {
            trouble(String.valueOf(fault.getMessage()));
        } finally {
            link = null;
        }
    }

    private void trouble(String why) {
        account.down(why);
        if (!failing && closing.getCount() > 0) {
            failing = true;
            troubles.accept("Channel '" + name + "' cannot tell the TAK server at " + address + " (" + why
                    + "). It is tried again every " + AGAIN_S + " s.");
        }
    }

    private static Socket secured(Socket wire, Secured by) throws IOException {
        wire.setSoTimeout(PATIENCE_MS);
        SSLSocket socket = Server.secured(wire, by.context, by.serverName);
        wire.setSoTimeout(0);
        return socket;
    }

    private final class Listener implements CotAudience {
        @Override
        public void urgent(Letter letter, Picture picture) {
            TakLink now = link;
            if (now != null) {
                now.urgent(letter);
                now.settle();
            }
        }

        @Override
        public void news(List<CotReport> changed, Picture picture) {
            TakLink now = link;
            if (now != null) {
                now.news(CotChunk.all(changed));
                now.look(System.nanoTime());
            }
        }
    }

    private final class Desk implements TakLink.Ends {
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public CotAudience.Picture picture() {
            return flow.picture();
        }

        @Override
        public void written(TakLink from, CotAudience.Letter letter) {
            if (flow.firstReceipt(letter)) {
                account.brought(letter);
                receipts.delivered(letter.warning(), letter.issue(), name);
            }
        }

        @Override
        public void ended(TakLink from, String why) {
            account.dropped(String.valueOf(address), why);
            trouble(why);
            over.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        flow.close();
        TakLink now = link;
        if (now != null) {
            now.close();
        }
        thread.interrupt();
    }
}
