package vedette.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vedette.core.engine.Engine;
import vedette.edge.Clock;
import vedette.edge.DeliveryState;
import vedette.edge.EventLog;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.edge.Letterbox;
import vedette.edge.Neighbours;
import vedette.edge.PublicPages;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.edge.send.Doors;
import vedette.edge.serve.DisplayServer;
import vedette.edge.serve.DisplaySettings;
import vedette.model.AuthorisedFlight;
import vedette.model.Configuration;
import vedette.node.Node;

/// A node with its display, from the start of its feeds to its orderly end.
final class Station implements AutoCloseable {
    private static final long NS_PER_S = 1_000_000_000L;

    private final Node node;
    private final DisplayServer display;
    private final List<AuthorisedFlight> ordered;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// What a station is made of.
    ///
    /// @param engine new, or from a snapshot
    /// @param log where events are recorded
    /// @param keepsLog whether there should be a record at all
    /// @param clock the time to stamp arrivals with
    /// @param senders who hears the outputs, besides the display
    /// @param display how the display is set up
    /// @param snapshotS time between snapshots, seconds
    record Parts(
            Engine engine,
            EventLog log,
            boolean keepsLog,
            Clock clock,
            List<Sender> senders,
            DisplaySettings display,
            int snapshotS) {}

    /// A station that does not run yet.
    Station(Parts parts) {
        AtomicReference<@Nullable Node> built = new AtomicReference<>();
        NodeWatch watch = new NodeWatch(built::get, parts.keepsLog(), () -> channels(parts.senders()));
        display = new DisplayServer(
                parts.display(),
                (operator, order) -> {
                    Node running = built.get();
                    return running != null && running.desk().place(operator, order);
                },
                watch);
        List<Sender> senders = new ArrayList<>(parts.senders());
        senders.add(display);
        node = new Node(
                new Node.Parts(parts.engine(), parts.log(), parts.clock(), senders, parts.snapshotS() * NS_PER_S));
        built.set(node);
        ordered = parts.engine().picture().orderedFlights();
    }

    private static List<DeliveryState> channels(List<Sender> senders) {
        return senders.stream()
                .flatMap(sender -> sender instanceof Doors<?> doors ? doors.states().stream() : Stream.empty())
                .toList();
    }

    private void authorised(List<Configuration> configurations) {
        List<AuthorisedFlight> listed = configurations.stream()
                .flatMap(each -> each instanceof Configuration.Flights(var flights) ? flights.stream() : Stream.empty())
                .toList();
        display.authorised(listed, ordered, ZonesCommand::now);
    }

    /// Hands out documents for everybody at the display; called after the start.
    ///
    /// @return where the feed of alerts is
    String serve(PublicPages pages) {
        display.serve(pages);
        return display.address() + "cap/feed.atom";
    }

    /// Opens the display, then the feeds; says where the display is.
    ///
    /// @throws RuntimeException with one line for the user when a port is taken
    void start(List<Configuration> configurations, List<Feed> feeds, PrintWriter out) {
        try {
            authorised(configurations);
            display.start();
            node.start(configurations, feeds);
            display.take(feeds.stream()
                    .filter(Letterbox.class::isInstance)
                    .map(Letterbox.class::cast)
                    .toList());
        } catch (RuntimeException fault) {
            close();
            throw fault;
        }
        out.println("display: " + display.address());
        out.println(display.entrance());
        out.flush();
    }

    /// Where the links' own words on their state are handed in.
    Intake intake() {
        return node.intake();
    }

    /// Where channels hand in that somebody has a bulletin.
    Receipts receipts() {
        return node.receipts();
    }

    /// Where peers' items are handed in.
    Neighbours neighbours() {
        return node.neighbours();
    }

    /// The display's address, for everybody.
    String address() {
        return display.address();
    }

    /// The address that makes whoever opens it first the operator.
    String operatorLink() {
        return display.operatorLink();
    }

    /// Waits until the process is asked to end, or for so many seconds.
    ///
    /// @param seconds 0 waits for ever
    void await(double seconds) throws InterruptedException {
        Thread hook = new Thread(this::stop, "vedette-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        if (seconds > 0) {
            stopped.await(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().removeShutdownHook(hook);
        } else {
            stopped.await();
        }
    }

    private void stop() {
        close();
        stopped.countDown();
    }

    @Override
    public void close() {
        node.close();
    }
}
