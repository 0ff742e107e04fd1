package vedette.edge.serve;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vedette.edge.Desk;
import vedette.edge.Emission;
import vedette.edge.Guests;
import vedette.edge.Letterbox;
import vedette.edge.PublicPages;
import vedette.edge.Sender;
import vedette.format.zones.ZoneFile;
import vedette.model.AuthorisedFlight;
import vedette.model.SensorSite;
import vedette.model.Zone;

/// The operator display of a node: a page with the live picture, and the HTTP interface below it. It answers
/// at this machine, or with TLS to whoever says who they are.
///
/// What the engine says goes in through `send`, which returns at once; orders of authenticated people come
/// out at the desk. Places of sensors are told only to who may give orders at this machine.
public final class DisplayServer implements Sender {
    /// A page that takes nothing for so long is cut off.
    private static final long STALLED_S = 5;

    /// The longest first word of a client: its session.
    private static final int LONGEST_FRAME = 4_096;

    /// Lines besides those of who watches: pages, programs, feeds of alerts.
    private static final int OTHER_CONNECTIONS = 448;

    /// Lines that come at the same moment, as after a node's restart.
    private static final int BACKLOG = 4_096;

    /// A connection that says nothing for so long is ended, from the handshake on; live lines answer pings before.
    private static final Duration MUTE = Duration.ofMinutes(5);

    /// What may wait in the kernel for one line, bytes: a warning comes behind it.
    private static final int SEND_BUFFER = 128 * 1024;

    // Held, since a logger nobody holds forgets its level. Only troubles: what it binds is told by the commands.
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final DisplaySettings settings;
    private final Counters counters = new Counters();
    private final ShownPicture picture;
    private final House house;
    private final Doorkeeper doorkeeper;
    private final Entrance entrance;
    private final Live live;
    private final Pages pages = new Pages();
    private final Letters letters;
    private final Listening listening;
    private final Api api;
    private final WebServer server;

    /// A display that is not open yet.
    ///
    /// @param settings how it is set up
    /// @param desk takes orders
    /// @param node tells how the node is
    /// @throws CannotServe when the host is beyond this machine and there is no TLS
    public DisplayServer(DisplaySettings settings, Desk desk, NodeView node) {
        this(settings, desk, node, new Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(STALLED_S), Optional.empty()));
    }

    DisplayServer(DisplaySettings settings, Desk desk, NodeView node, Trial trial) {
        SERVER_LOG.setLevel(Level.WARNING);
        this.settings = settings;
        picture = new ShownPicture(new Utc(settings.leaps()));
        picture.zones(settings.zones());
        picture.places(settings.places());
        picture.sites(settings.sites());
        ShownAside aside = new ShownAside(node, new Utc(settings.leaps()));
        picture.beside(aside);
        house = House.of(settings, counters, trial.clock());
        doorkeeper = new Doorkeeper(house);
        entrance = new Entrance(house, doorkeeper);
        letters = new Letters(doorkeeper);
        NodeView watched = new Watched(node, house.log());
        live = new Live(picture, () -> StatusText.item(settings, watched.report()), counters, limits(settings, trial));
        StatusText status = new StatusText(settings, watched, picture, live, counters);
        api = new Api(
                settings,
                doorkeeper,
                picture,
                status,
                new Api.Rest(
                        desk,
                        new StaticFiles(trial.files()),
                        pages,
                        aside,
                        letters,
                        new EventDoor(live, doorkeeper, counters),
                        new SessionDoor(settings, doorkeeper, entrance)));
        listening = new Listening(settings);
        server = bounded(trial)
                .address(listening.address())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .addProtocol(WsConfig.builder().maxFrameLength(LONGEST_FRAME).build())
                .addRouting(api.routing())
                .addRouting(WsRouting.builder().endpoint("/api/v1/live", () -> new WsDoor(live, doorkeeper, counters)))
                .build();
    }

    // With its keys, and bounds on connections.
    private WebServerConfig.Builder bounded(Trial trial) {
        int most = settings.reach().limits().clients() + OTHER_CONNECTIONS;
        Guests guests = trial.guests().orElseGet(() -> new Guests(Guests.share(most)));
        SocketOptions options = SocketOptions.builder()
                .socketSendBufferSize(SEND_BUFFER)
                .readTimeout(MUTE)
                .build();
        WebServerConfig.Builder builder = WebServer.builder()
                .maxTcpConnections(most)
                .backlog(BACKLOG)
                .connectionOptions(new Welcome(options, guests, counters));
        listening.tls().ifPresent(builder::tls);
        return builder;
    }

    private static Live.Limits limits(DisplaySettings settings, Trial trial) {
        Reach.Limits limits = settings.reach().limits();
        return new Live.Limits(limits.clients(), limits.perAddress(), trial.stalledNs());
    }

    /// What only tests and work on the display set.
    ///
    /// @param files where pages are read from, instead of from the program
    /// @param stalledNs when a client that takes nothing is cut off
    /// @param guests how many connections one machine may hold, instead of the usual share
    /// @param clock by which sessions lapse and guesses are forgotten: nanoseconds since anything
    record Trial(Optional<Path> files, long stalledNs, Optional<Guests> guests, LongSupplier clock) {
        Trial(Optional<Path> files, long stalledNs, Optional<Guests> guests) {
            this(files, stalledNs, guests, System::nanoTime);
        }

        Trial(Optional<Path> files, long stalledNs) {
            this(files, stalledNs, Optional.empty());
        }
    }

    /// Waits until what was decided so far is written down.
    void settle() throws InterruptedException {
        while (api.underWay() > 0) {
            Thread.onSpinWait();
        }
        house.log().settle();
    }

    /// Opens the display; returns when it answers.
    ///
    /// @throws CannotServe when the port is taken
    public void start() {
        try {
            listening.probe();
            server.start();
        } catch (IOException | RuntimeException fault) {
            throw listening.closed(fault);
        }
        if (!server.isRunning()) {
            throw listening.closed(new BindException("the server does not run"));
        }
        live.start();
    }

    /// The port it answers at; the chosen one when 0 was asked for.
    public int port() {
        return server.port();
    }

    /// Its address for people, without any right.
    public String address() {
        return listening.address(port());
    }

    /// How the first comes in, as one line for the terminal: by a link that makes an operator of who opens
    /// it, or, where everybody comes under a name of their own, by an account.
    public String entrance() {
        if (!settings.guarded()) {
            return "as operator: " + operatorLink();
        }
        return doorkeeper.hasPeople() || settings.reach().provider().isPresent()
                ? "log in with an account"
                : "nobody can log in yet: ./vedette people add NAME --role admin";
    }

    /// An address that makes whoever opens it first, within ten minutes, the operator. The secret stands
    /// behind `#`, which browsers do not send; the page trades it for a session and takes it out of the
    /// address bar.
    public String operatorLink() {
        return address() + "#enter=" + entrance.ticket();
    }

    /// From now on everybody can fetch these documents below `/cap/`; called once it answers.
    public void serve(PublicPages documents) {
        pages.are(documents, address());
    }

    /// From now on programs bring sensors' bytes for these feeds, below `/api/v1/lines/`.
    public void take(List<Letterbox> letterboxes) {
        letters.are(letterboxes);
    }

    /// The flights that are authorised to begin with.
    ///
    /// @param listed by the operator's list
    /// @param ordered by orders, before the node was started anew
    /// @param reading how flights are read: UTC and the geoid
    public void authorised(
            List<AuthorisedFlight> listed, List<AuthorisedFlight> ordered, Supplier<ZoneFile.Span> reading) {
        picture.authorised().begin(listed, ordered, reading);
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
        house.log().close();
    }
}
