package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.core.engine.Engine;
import vedette.edge.Sender;
import vedette.edge.feed.Recording;
import vedette.format.sapient.SapientDecoder;
import vedette.model.Configuration;
import vedette.model.Decoder;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.node.Replay;

/// `vedette replay`: a recording through the engine.
@Command(
        name = "replay",
        description = {
            "Takes a journal or a recording through the engine; prints counts, rates and the final digest.",
            "The same recording gives the same digest at every speed and on every machine."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int REJECTIONS_SHOWN = 5;

    @Parameters(
            paramLabel = "RECORDING",
            description =
                    "a journal's folder, or ASTERIX (raw, FINAL, pcap), Beast, AVR, CSV, Remote ID (JSON, pcap), SAPIENT")
    private Path recording = Path.of("");

    @Option(names = "--speed", paramLabel = "N", description = "times real time, or 'max' (the default)")
    private String speed = "max";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "writes tracks.csv, warnings.jsonl, sensors.jsonl and cap/; an earlier replay's are replaced")
    private @Nullable Path out;

    @Option(names = "--config", paramLabel = "FILE", description = "settings with sensors and zones, as for 'run'")
    private @Nullable Path config;

    @Option(names = "--domain", description = "of the engine, for recordings that tell none (default: test)")
    private Domain domain = Domain.TEST;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "the day a recording began that tells the time of day only (default: 2000-01-01)")
    private LocalDate date = LocalDate.of(2000, 1, 1);

    @Option(
            names = "--port",
            description = "shows the picture at http://127.0.0.1:PORT while it plays; pages then say REPLAY ENDED")
    private @Nullable Integer port;

    @Option(
            names = "--to",
            paramLabel = "udp://HOST:PORT",
            description = "sends the recording's datagrams there, in place of its radar; nothing is tracked here")
    private @Nullable String to;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(recording)) {
            throw new Failure("There is no recording " + recording, "Correct the path");
        }
        if (to != null) {
            return new Resending(recording, to, factor()).run(spec.commandLine().getOut());
        }
        if (Files.isDirectory(recording)) {
            return new JournalReplay(
                            Recovery.journalIn(recording), spec.commandLine().getOut(), factor(), this::outlets)
                    .run();
        }
        return play();
    }

    private int play() throws IOException, InterruptedException {
        Optional<Settings> settings = Optional.ofNullable(config).map(SettingsReader::read);
        ReplayCounts counts = new ReplayCounts();
        List<Sender> senders = new ArrayList<>(List.of(counts));
        senders.addAll(outlets(domain));
        Engine engine = Engine.starting(domain);
        Replay replay = new Replay(engine, senders, factor());
        Listening listening = new Listening(replay, counts, configurations(settings));
        long startNs = System.nanoTime();
        Recording played = open(settings, listening);
        played.play(listening);
        double tookS = (System.nanoTime() - startNs) / 1e9;
        senders.forEach(Sender::close);
        report(played, listening, replay, tookS);
        return 0;
    }

    // Where it shows and writes, beside the counts.
    private List<Sender> outlets(Domain shown) throws IOException {
        List<Sender> senders = new ArrayList<>(
                ReplayOutlets.files(Optional.ofNullable(out), spec.commandLine().getErr()::println));
        Optional<Settings> settings = Optional.ofNullable(config).map(SettingsReader::read);
        Optional.ofNullable(port).ifPresent(p -> senders.add(ReplayOutlets.display(shown, p, settings)));
        return senders;
    }

    private Recording open(Optional<Settings> settings, Listening listening) throws IOException {
        byte[] loaded = Recording.load(recording);
        Wire wire = Wire.of(recording, loaded);
        byte[] bytes = wire == Wire.SAPIENT ? SapientRecording.framed(loaded) : loaded;
        Wire.Known known =
                new Wire.Known(domain, settings.map(Settings::sensors).orElse(List.of()));
        listening.knows(known.sites());
        Moment day = LeapSeconds.standard().moment(date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L);
        Supplier<Decoder> decoders = wire == Wire.SAPIENT
                ? () -> new SapientDecoder(listening::presented)
                : wire.decoders(new SensorId("receiver"), known);
        return new Recording(bytes, wire.kind(bytes, decoders, day));
    }

    private static List<Configuration> configurations(Optional<Settings> settings) {
        return settings.map(s -> Configurations.of(s, ZoneFiles.of(s), MissileFiles.places(s.missile())))
                .orElse(List.of());
    }

    private double factor() {
        if (speed.equals("max")) {
            return 0;
        }
        try {
            double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= 1e6) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Said below, with the same words as for a number out of range.
        }
        throw new ParameterException(spec.commandLine(), "--speed is '" + speed + "': give a number above 0, or max.");
    }

    private void report(Recording played, Listening listening, Replay replay, double tookS) {
        PrintWriter print = spec.commandLine().getOut();
        if (played.shiftS() != 0) {
            print.println("the recorder's clock was " + Numbers.fixed(played.shiftS(), 3)
                    + " s off the sensors' and was taken back");
        }
        print.print(listening.counts.text());
        print.println("rejected: " + listening.rejected);
        listening.first.forEach(r -> print.println("  at byte " + r.offset() + ", " + r.item() + ": " + r.reason()));
        print.println("events: " + replay.events() + " in " + Numbers.fixed(tookS, 3) + " s, "
                + Math.round(replay.events() / tookS) + " a second");
        print.println("digest: " + Numbers.hex(replay.picture().digest()));
    }

    private static final class Listening implements Recording.Listener {
        private final Replay replay;
        private final ReplayCounts counts;
        private final List<Configuration> configurations;
        private final List<Rejected> first = new ArrayList<>();
        private final SortedMap<SensorId, SensorSite> sites = new TreeMap<>();
        private final Set<SensorId> settled = new TreeSet<>();
        private boolean presented;
        private long rejected;
        private boolean begun;

        Listening(Replay replay, ReplayCounts counts, List<Configuration> configurations) {
            this.replay = replay;
            this.counts = counts;
            this.configurations = configurations;
        }

        // What the settings say of sensors stands, whatever they say of themselves.
        void knows(List<SensorSite> told) {
            for (SensorSite site : told) {
                sites.put(site.sensor(), site);
                settled.add(site.sensor());
            }
        }

        void presented(SensorSite site) {
            if (!settled.contains(site.sensor())) {
                sites.put(site.sensor(), site);
                presented = true;
            }
        }

        @Override
        public void measured(Measurement measurement, Moment arrivedAt) {
            if (!begun) {
                begun = true;
                configurations.forEach(configuration -> replay.configure(configuration, arrivedAt));
            }
            if (presented) {
                presented = false;
                replay.configure(new Configuration.Sensors(List.copyOf(sites.values())), arrivedAt);
            }
            counts.count(measurement);
            replay.take(measurement, arrivedAt);
        }

        @Override
        public void rejected(Rejected piece) {
            rejected++;
            if (first.size() < REJECTIONS_SHOWN) {
                first.add(piece);
            }
        }
    }
}
