package vedette.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.edge.feed.MemoryFeed;
import vedette.edge.feed.Player;
import vedette.edge.feed.Source;
import vedette.edge.feed.TcpFanOut;
import vedette.edge.feed.TcpFeed;
import vedette.edge.feed.TcpPeer;
import vedette.edge.feed.TcpPort;
import vedette.edge.feed.Timebase;
import vedette.edge.feed.UdpAddress;
import vedette.edge.feed.UdpFeed;
import vedette.edge.feed.UdpSender;
import vedette.format.adsb.AdsbDecoder;
import vedette.format.adsb.AdsbOptions;
import vedette.format.adsb.AdsbSource;
import vedette.format.adsb.Framing;
import vedette.format.asterix.AsterixDecoder;
import vedette.format.asterix.AsterixSetting;
import vedette.model.Configuration;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.simulate.Radar;
import vedette.simulate.Receiver;
import vedette.simulate.Scenario;
import vedette.simulate.SensorBytes;
import vedette.simulate.World;

/// A simulated world as feeds of a node: its bytes come through the same front door as those of real sensors, ASTERIX
/// as datagrams and Beast over a connection, both on this machine only.
///
/// As one feed: `start` opens the sockets, begins the world at that moment and plays it; `close` ends all of it.
final class SimulatedFeeds implements Feed {
    private static final SensorId ID = new SensorId("simulated-radars");
    private static final String LOOPBACK = "127.0.0.1";
    private static final double STANDARD_QNH_HPA = 1013.25;

    private final Scenario scenario;
    private final Playing playing;
    private final List<AutoCloseable> open = new ArrayList<>();

    /// How a world is played.
    ///
    /// @param seed its chance
    /// @param speed how many seconds of it pass in one of ours, above 0
    /// @param sockets whether the bytes go through sockets of this machine; else they stay within the process
    record Playing(long seed, double speed, boolean sockets) {}

    /// Feeds of a world that has not begun yet.
    SimulatedFeeds(Scenario scenario, Playing playing) {
        this.scenario = scenario;
        this.playing = playing;
    }

    /// What a node must be told before these feeds start: sensors, and the pressure, which in simulated worlds is the
    /// standard one.
    List<Configuration> configurations() {
        List<SensorSite> sites = scenario.sites().stream().map(this::asPlayed).toList();
        return List.of(new Configuration.Sensors(sites), new Configuration.Pressure(STANDARD_QNH_HPA));
    }

    // Played faster, a beam comes round sooner by our clock: a node that waited for the old period would take the looks
    // between for new objects.
    private SensorSite asPlayed(SensorSite site) {
        return new SensorSite(
                site.sensor(),
                site.kind(),
                site.place(),
                site.placeCovariance(),
                site.volume(),
                site.sigma(),
                site.performance(),
                site.periodS() / playing.speed);
    }

    @Override
    public SensorId id() {
        return ID;
    }

    @Override
    public void start(Intake intake) {
        World world = new World(scenario, playing.seed, intake.now(), LeapSeconds.standard());
        Map<String, Player.Outlet> outlets = new TreeMap<>();
        Player.Outlet radars = playing.sockets ? datagrams(intake) : within(radars(), intake);
        scenario.radars().forEach(radar -> outlets.put(radar.id().name(), radars));
        for (Receiver receiver : scenario.receivers()) {
            Source source = receiver(receiver);
            outlets.put(receiver.id().name(), playing.sockets ? connection(source, intake) : within(source, intake));
        }
        Player player = new Player(ID.name(), (from, until) -> pieces(world, from, until), outlets);
        player.play(intake::now, world.start(), playing.speed);
        open.add(player);
    }

    private static List<Player.Piece> pieces(World world, Moment from, Moment until) {
        List<Player.Piece> pieces = new ArrayList<>();
        for (SensorBytes said : world.emissions(from, until)) {
            pieces.add(new Player.Piece(said.sensor().name(), said.at(), said.bytes()));
        }
        return pieces;
    }

    private Player.Outlet datagrams(Intake intake) {
        UdpFeed feed = new UdpFeed(radars(), UdpAddress.loopback(0));
        open.add(feed);
        feed.start(intake);
        try {
            UdpSender sender = UdpSender.to(LOOPBACK, feed.port());
            open.add(sender);
            return sender;
        } catch (IOException fault) {
            throw new Failure("No datagrams can be sent on this machine", "Check its loopback interface", fault);
        }
    }

    private Player.Outlet connection(Source source, Intake intake) {
        TcpFanOut server = TcpFanOut.open(source.feed().name() + "-server", TcpPort.loopback(0));
        open.add(server);
        TcpFeed feed = new TcpFeed(source, TcpPeer.of(LOOPBACK, server.port()));
        open.add(feed);
        feed.start(intake);
        return server;
    }

    private Player.Outlet within(Source source, Intake intake) {
        MemoryFeed feed = new MemoryFeed(source);
        open.add(feed);
        feed.start(intake);
        return feed;
    }

    // Played faster, the sensors' clocks run away from ours.
    private Timebase timebase() {
        return playing.speed == 1
                ? new Timebase.Sensor()
                : new Timebase.Anchored(OptionalDouble.empty(), playing.speed);
    }

    Source radars() {
        AsterixSetting setting = AsterixSetting.usual()
                .with((AsterixSetting.Naming) this::radar)
                .with((AsterixSetting.Accuracy) this::sigma)
                .takingTests();
        return new Source(ID, () -> new AsterixDecoder(setting), timebase());
    }

    private SensorId radar(int sac, int sic) {
        return scenario.radars().stream()
                .filter(radar -> radar.sac() == sac && radar.sic() == sic)
                .map(Radar::id)
                .findFirst()
                .orElseGet(() -> new SensorId(sac + "/" + sic));
    }

    private PlotSigma sigma(SensorId sensor) {
        return scenario.radars().stream()
                .filter(radar -> radar.id().equals(sensor))
                .map(Radar::sigma)
                .findFirst()
                .orElse(AsterixSetting.USUAL);
    }

    Source receiver(Receiver receiver) {
        AdsbSource source = new AdsbSource(receiver.id(), Framing.BEAST, AdsbOptions.PLAIN, LeapSeconds.standard());
        // Its clock counts from its start only, so that the arrival says when; played faster it would not agree.
        Timebase time = playing.speed == 1 ? new Timebase.Sensor() : new Timebase.Arrival();
        return new Source(receiver.id(), () -> new AdsbDecoder(source), time);
    }

    @Override
    public void close() {
        for (AutoCloseable each : open.reversed()) {
            try {
                each.close();
            } catch (Exception _) {
                // What cannot be closed is already gone.
            }
        }
        open.clear();
    }
}
