package vedette.app;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vedette.app.Settings.FeedSetting;
import vedette.edge.Feed;
import vedette.edge.feed.FileFeed;
import vedette.edge.feed.MqttBroker;
import vedette.edge.feed.MqttFeed;
import vedette.edge.feed.PostedFeed;
import vedette.edge.feed.Recording;
import vedette.edge.feed.SapientHouse;
import vedette.edge.feed.SapientServer;
import vedette.edge.feed.Source;
import vedette.edge.feed.TcpFeed;
import vedette.edge.feed.TcpListenFeed;
import vedette.edge.feed.TcpPeer;
import vedette.edge.feed.TcpPort;
import vedette.edge.feed.Timebase;
import vedette.edge.feed.UdpAddress;
import vedette.edge.feed.UdpFeed;
import vedette.format.lines.SensedDecoder;
import vedette.format.lines.SensedDecoder.Carrier;
import vedette.format.sapient.NodeIds;
import vedette.format.sapient.SapientDecoder;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Feeds as the settings ask for them.
final class Feeds {
    /// A receiver is taken for dead when it says nothing for so many of its periods.
    private static final double SILENT_PERIODS = 10;

    private static final int MOST_CLIENTS = 64;

    private Feeds() {}

    /// The feed of one setting.
    ///
    /// @param known what decoders must know
    /// @param today a moment of the present day, for recordings that tell the time of day only
    static Feed of(FeedSetting setting, Wire.Known known, Moment today) {
        SensorId id = new SensorId(setting.name());
        Timebase time = timebase(setting.time());
        return switch (setting.type()) {
            case ASTERIX_UDP -> new UdpFeed(new Source(id, Wire.ASTERIX.decoders(id, known), time), udp(setting));
            case ASTERIX_TCP -> new TcpFeed(new Source(id, Wire.asterixStream(known), time), peer(setting));
            case BEAST_TCP -> new TcpFeed(new Source(id, Wire.BEAST.decoders(id, known), time), peer(setting));
            case BEAST_SERVER -> new TcpListenFeed(new Source(id, Wire.BEAST.decoders(id, known), time), port(setting));
            case REMOTEID_UDP -> new UdpFeed(new Source(id, Wire.remoteId(id, true), time), udp(setting));
            case REMOTEID_TCP -> new TcpFeed(new Source(id, Wire.remoteId(id, false), time), peer(setting));
            case REMOTEID_SERVER -> new TcpListenFeed(new Source(id, Wire.remoteId(id, false), time), port(setting));
            case LINES_UDP -> new UdpFeed(new Source(id, lines(Carrier.DATAGRAM), time), udp(setting));
            case LINES_TCP -> new TcpFeed(new Source(id, lines(Carrier.STREAM), time), peer(setting));
            case LINES_SERVER -> new TcpListenFeed(new Source(id, lines(Carrier.STREAM), time), port(setting));
            case LINES_MQTT -> new MqttFeed(new Source(id, lines(Carrier.DATAGRAM), time), broker(setting));
            case REMOTEID_MQTT -> new MqttFeed(new Source(id, Wire.remoteId(id, true), time), broker(setting));
            case LINES_HTTP -> new PostedFeed(new Source(id, lines(Carrier.DATAGRAM), time));
            case SAPIENT -> new SapientServer(sapient(setting, time));
            case CAP_FILE, CAP_HTTP -> setting.cap().orElseThrow().watch(setting, known.domain());
            case FILE -> file(setting, known, new FileTime(time, today));
        };
    }

    private static Supplier<Decoder> lines(Carrier carrier) {
        return () -> new SensedDecoder(LeapSeconds.standard(), carrier);
    }

    // Its UUID follows from the feed's name, so that nodes meet the same fusion node after a restart.
    private static SapientHouse sapient(FeedSetting setting, Timebase time) {
        return new SapientHouse(
                new SensorId(setting.name()),
                NodeIds.of("vedette " + setting.name()),
                Optional.of(port(setting)),
                setting.tls().map(tls -> secure(setting.name(), tls)),
                time);
    }

    private static MqttBroker broker(FeedSetting setting) {
        InetSocketAddress address = setting.address().orElseThrow();
        Settings.BrokerSetting broker = setting.broker().orElseThrow();
        return new MqttBroker(
                address.getHostString(),
                address.getPort(),
                broker.client(),
                broker.topics(),
                broker.user()
                        .map(user ->
                                new MqttBroker.Login(user, broker.passwordFile().orElseThrow())),
                setting.tls().map(tls -> tls.keys().context(setting.name())));
    }

    private static SapientHouse.Secure secure(String feed, Settings.TlsSetting tls) {
        TcpPort port = new TcpPort(tls.address().getHostString(), tls.address().getPort(), MOST_CLIENTS);
        return new SapientHouse.Secure(port, tls.keys().context(feed));
    }

    private record FileTime(Timebase base, Moment today) {}

    private static Feed file(FeedSetting setting, Wire.Known known, FileTime time) {
        SensorId id = new SensorId(setting.name());
        Path path = setting.file().orElseThrow();
        // The recording decodes by itself: what stands in it is known only when it is opened.
        Supplier<Decoder> none = () -> (bytes, from, to, at, sink) -> to - from;
        return new FileFeed(
                new Source(id, none, time.base()),
                new FileFeed.File(
                        path,
                        (bytes, presented) -> recording(bytes, path, new Told(id, known, presented), time.today()),
                        setting.speed()));
    }

    private record Told(SensorId feed, Wire.Known known, Consumer<SensorSite> presented) {}

    private static Recording recording(byte[] bytes, Path path, Told told, Moment today) {
        Wire wire = Wire.of(path, bytes);
        if (wire == Wire.SAPIENT) {
            byte[] framed = SapientRecording.framed(bytes);
            return new Recording(framed, wire.kind(framed, () -> new SapientDecoder(told.presented()), today));
        }
        return new Recording(bytes, wire.kind(bytes, wire.decoders(told.feed(), told.known()), today));
    }

    private static Timebase timebase(Settings.TimeSetting time) {
        return switch (time.base()) {
            case SENSOR -> new Timebase.Sensor();
            case ARRIVAL -> new Timebase.Arrival();
            case ANCHORED -> new Timebase.Anchored(time.anchorS(), time.rate());
        };
    }

    private static UdpAddress udp(FeedSetting setting) {
        InetSocketAddress address = setting.address().orElseThrow();
        return new UdpAddress(address.getHostString(), address.getPort(), setting.networkInterface(), Optional.empty());
    }

    private static TcpPeer peer(FeedSetting setting) {
        InetSocketAddress address = setting.address().orElseThrow();
        double silentS = Math.max(1, SILENT_PERIODS * setting.periodS());
        return new TcpPeer(address.getHostString(), address.getPort(), Duration.ofMillis(Math.round(silentS * 1000)));
    }

    private static TcpPort port(FeedSetting setting) {
        InetSocketAddress address = setting.address().orElseThrow();
        return new TcpPort(address.getHostString(), address.getPort(), MOST_CLIENTS);
    }
}
