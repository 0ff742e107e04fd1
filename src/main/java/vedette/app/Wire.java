package vedette.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vedette.edge.feed.Recording;
import vedette.format.adsb.AdsbDecoder;
import vedette.format.adsb.AdsbOptions;
import vedette.format.adsb.AdsbSource;
import vedette.format.asterix.AsterixDecoder;
import vedette.format.asterix.AsterixSetting;
import vedette.format.asterix.AsterixStream;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;
import vedette.format.carrier.Heard;
import vedette.format.remoteid.RemoteIdDecoder;
import vedette.format.remoteid.RemoteIdSource;
import vedette.format.sapient.SapientDecoder;
import vedette.model.Decoder;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// The wire formats of feeds and recordings.
enum Wire {
    /// ASTERIX data blocks.
    ASTERIX,
    /// Beast frames of a Mode S receiver.
    BEAST,
    /// AVR lines of a Mode S receiver.
    AVR,
    /// Lines of time and Mode S frame.
    MODES_CSV,
    /// Remote ID: receivers' JSON, or captured packets of Wi-Fi or Bluetooth.
    REMOTEID,
    /// Frames, or JSON lines, of SAPIENT messages.
    SAPIENT;

    private static final byte BEAST_ESCAPE = 0x1A;
    private static final int SNIFFED = 200;

    /// What decoders must know that the bytes do not tell.
    ///
    /// @param domain of the node: only a LIVE one refuses reports marked as tests
    /// @param sites the known sensors
    record Known(Domain domain, List<SensorSite> sites) {
        Known {
            sites = List.copyOf(sites);
        }

        private Optional<SensorSite> site(SensorId sensor) {
            return sites.stream().filter(s -> s.sensor().equals(sensor)).findFirst();
        }
    }

    /// Recognises the wire format of a recording by its first bytes and its name.
    static Wire of(Path name, byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == BEAST_ESCAPE && bytes[1] >= '1' && bytes[1] <= '4') {
            return BEAST;
        }
        if (bytes.length > 0 && (bytes[0] == '*' || bytes[0] == '@')) {
            return AVR;
        }
        if (SapientRecording.is(bytes)) {
            return SAPIENT;
        }
        if (isRemoteId(bytes)) {
            return REMOTEID;
        }
        boolean named = name.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return named && isText(bytes) ? MODES_CSV : ASTERIX;
    }

    /// Gives fresh decoders for a feed.
    ///
    /// @param feed its name: the sensor's, for a receiver
    Supplier<Decoder> decoders(SensorId feed, Known known) {
        return switch (this) {
            case ASTERIX -> () -> new AsterixDecoder(asterix(known));
            case BEAST -> adsb(feed, vedette.format.adsb.Framing.BEAST, known);
            case AVR -> adsb(feed, vedette.format.adsb.Framing.AVR, known);
            case MODES_CSV -> adsb(feed, vedette.format.adsb.Framing.CSV, known);
            case REMOTEID -> remoteId(feed, false);
            case SAPIENT -> () -> new SapientDecoder(_ -> {});
        };
    }

    /// Gives fresh decoders for ASTERIX on a byte stream, which cuts blocks anywhere.
    static Supplier<Decoder> asterixStream(Known known) {
        return () -> new AsterixStream(asterix(known));
    }

    /// Gives fresh decoders for Remote ID.
    ///
    /// @param datagrams whether each piece of bytes is whole
    static Supplier<Decoder> remoteId(SensorId feed, boolean datagrams) {
        return () -> new RemoteIdDecoder(new RemoteIdSource(feed, datagrams, LeapSeconds.standard()));
    }

    // JSON, or a capture whose first readable packet is a broadcast by radio or JSON.
    private static boolean isRemoteId(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0 && bytes[first] <= ' ') {
            first++;
        }
        if (first < bytes.length && (bytes[first] == '{' || bytes[first] == '[')) {
            return true;
        }
        Framing framing = Framing.of(bytes);
        boolean capture = framing == Framing.PCAP || framing == Framing.PCAPNG;
        Frames frames = new Frames(bytes, framing);
        return capture && frames.next() == Frames.Step.FRAME && isRemoteId(frames.frame());
    }

    private static boolean isRemoteId(Frame frame) {
        boolean json = frame.length() > 0 && frame.bytes()[frame.offset()] == '{';
        return json || Heard.at(frame.bytes(), frame.offset(), frame.end()).isPresent();
    }

    /// What a recording in this format is.
    Recording.Kind kind(byte[] bytes, Supplier<Decoder> decoders, Moment day) {
        boolean packets = this == ASTERIX || this == REMOTEID;
        Framing framing = packets ? Framing.of(bytes) : Framing.RAW;
        return new Recording.Kind(framing, this == ASTERIX, decoders, LeapSeconds.standard(), day);
    }

    private static AsterixSetting asterix(Known known) {
        AsterixSetting setting = AsterixSetting.usual().with((AsterixSetting.Accuracy)
                sensor -> known.site(sensor).map(SensorSite::sigma).orElse(AsterixSetting.USUAL));
        return known.domain() == Domain.LIVE ? setting : setting.takingTests();
    }

    private static Supplier<Decoder> adsb(SensorId feed, vedette.format.adsb.Framing framing, Known known) {
        Optional<LatLon> place = known.site(feed).map(site -> site.place().latLon());
        AdsbSource source = new AdsbSource(feed, framing, new AdsbOptions(false, place), LeapSeconds.standard());
        return () -> new AdsbDecoder(source);
    }

    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(SNIFFED, bytes.length); i++) {
            boolean mark = i < 3 && bytes[i] < 0; // a byte order mark
            boolean plain = bytes[i] >= ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t';
            if (!mark && !plain) {
                return false;
            }
        }
        return true;
    }
}
