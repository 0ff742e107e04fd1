package vedette.edge.serve;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vedette.edge.Desk;
import vedette.edge.Emission;
import vedette.edge.PublicPages;
import vedette.edge.Sender;
import vedette.model.SensorSite;
import vedette.model.Zone;

/// The operator display of a node: a page with the live picture at a loopback address, and the HTTP interface
/// below it.
///
/// What the engine says goes in through `send`, which returns at once; orders of authenticated people come
/// out at the desk. Places of sensors are told only to who may give orders at this machine.
public final class DisplayServer implements Sender {
    /// A page that takes nothing for so long is cut off.
    private static final long STALLED_S = 5;

    /// The longest first word of a client: its session.
    private static final int LONGEST_FRAME = 4_096;

    private static final int MOST_CONNECTIONS = 512;

    // Held, since a logger nobody holds forgets its level. Only troubles: what it binds is told by the commands.
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final DisplaySettings settings;
    private final Counters counters = new Counters();
    private final ShownPicture picture;
    private final Doorkeeper doorkeeper;
    private final Live live;
    private final Pages pages = new Pages();
    private final WebServer server;

    /// A display that is not open yet.
    ///
    /// @param settings how it is set up
    /// @param desk takes orders
    /// @param node tells how the node is
    /// @throws CannotServe when the host is not this machine alone
    public DisplayServer(DisplaySettings settings, Desk desk, NodeView node) {
        this(settings, desk, node, new Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(STALLED_S)));
    }

    DisplayServer(DisplaySettings settings, Desk desk, NodeView node, Trial trial) {
        SERVER_LOG.setLevel(Level.WARNING);
        this.settings = settings;
        picture = new ShownPicture(new Utc(settings.leaps()));
        picture.zones(settings.zones());
        picture.places(settings.places());
        picture.sites(settings.sites());
        doorkeeper = new Doorkeeper(settings, counters);
        live = new Live(picture, () -> StatusText.item(settings, node.report()), counters, trial.stalledNs());
        StatusText status = new StatusText(settings, node, picture, live, counters);
        Api api = new Api(
                settings, doorkeeper, picture, status, new Api.Rest(desk, new StaticFiles(trial.files()), pages));
        server = WebServer.builder()
                .address(loopback(settings.host()))
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .maxTcpConnections(MOST_CONNECTIONS)
                .addProtocol(WsConfig.builder().maxFrameLength(LONGEST_FRAME).build())
                .addRouting(api.routing())
                .addRouting(
                        WsRouting.builder().endpoint("/api/v1/live", () -> new LiveClient(live, doorkeeper, counters)))
                .build();
    }

    /// What only tests and work on the display set.
    ///
    /// @param files where pages are read from, instead of from the program
    /// @param stalledNs when a client that takes nothing is cut off
    record Trial(Optional<Path> files, long stalledNs) {}

    /// Opens the display; returns when it answers.
    ///
    /// @throws CannotServe when the port is taken
    public void start() {
        try {
            probe();
            server.start();
        } catch (IOException | RuntimeException fault) {
            throw closed(reason(fault), fault);
        }
        if (!server.isRunning()) {
            throw closed("the server does not run", new IllegalStateException("not running"));
        }
        if (!server.isRunning()) {
            // The web shell logs the reason and returns: a port in use is by far the likeliest.
            throw new CannotServe(
                    "Cannot open the display at " + settings.host() + ":" + settings.port() + ": the port is in use",
                    "Maybe another Vedette runs here; give another port",
                    new BindException("Address already in use"));
        }
        live.start();
    }

    // The server logs a port in use instead of throwing; asking first makes it one clear line.
    private void probe() throws IOException {
        if (settings.port() != 0) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(loopback(settings.host()), settings.port()));
            }
        }
    }

    private CannotServe closed(String reason, Exception fault) {
        return new CannotServe(
                "Cannot open the display at " + settings.host() + ":" + settings.port() + ": " + reason,
                "Maybe another Vedette runs here; give another port",
                fault);
    }

    /// The port it answers at; the chosen one when 0 was asked for.
    public int port() {
        return server.port();
    }

    /// Its address for people, without any right.
    public String address() {
        return "http://" + (settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host()) + ":"
                + port() + "/";
    }

    /// An address that makes whoever opens it first, within ten minutes, the operator. The secret stands
    /// behind `#`, which browsers do not send; the page trades it for a session and takes it out of the
    /// address bar.
    public String operatorLink() {
        return address() + "#enter=" + doorkeeper.ticket();
    }

    /// From now on everybody can fetch these documents below `/cap/`; called once it answers.
    public void serve(PublicPages documents) {
        pages.are(documents, address());
    }

    /// Replaces the zones that are shown.
    public void zones(List<Zone> zones) {
        synchronized (picture) {
            live.tell(List.of(picture.zones(zones)));
        }
    }

    /// Replaces the sensors that are shown.
    public void sites(List<SensorSite> sites) {
        synchronized (picture) {
            live.tell(picture.sites(sites));
        }
    }

    @Override
    public void send(Emission emission) {
        live.put(emission);
    }

    @Override
    public void close() {
        live.close();
        server.stop();
    }

    private static InetAddress loopback(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isLoopbackAddress()) {
                return address;
            }
            throw beyond(host, new IllegalArgumentException(host));
        } catch (UnknownHostException unknown) {
            throw beyond(host, unknown);
        }
    }

    private static CannotServe beyond(String host, Exception cause) {
        return new CannotServe(
                "The display answers at loopback addresses only, and '" + host + "' is none",
                "Use 127.0.0.1, and a tunnel (ssh -L 8080:127.0.0.1:8080) from other machines",
                cause);
    }

    private static String reason(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof BindException ? "the port is in use" : String.valueOf(root.getMessage());
    }
}
