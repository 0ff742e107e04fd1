package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vedette.core.engine.Engine;
import vedette.edge.Channel;
import vedette.edge.EventLog;
import vedette.edge.Feed;
import vedette.edge.Sender;
import vedette.edge.record.AuditLog;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.edge.send.CapShelf;
import vedette.edge.send.Delivery;
import vedette.edge.send.Doors;
import vedette.edge.send.Ties;
import vedette.edge.serve.DisplaySettings;
import vedette.edge.share.Sharing;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.LeapSeconds;
import vedette.model.Place;
import vedette.model.Zone;
import vedette.node.NodeClock;
import vedette.node.ThreadLanes;

/// `vedette run`: the service.
@Command(
        name = "run",
        description = {
            "Runs the service: feeds, engine, journal, display, outputs, as vedette.yaml says.",
            "Ends in order on Ctrl-C or SIGTERM."
        })
final class RunCommand implements Callable<Integer> {
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;

    @Option(names = "--config", paramLabel = "FILE", description = "the settings (default: vedette.yaml)")
    private Path config = Path.of("vedette.yaml");

    @Option(names = "--exit-after", paramLabel = "S", description = "ends by itself after so many seconds")
    private double exitAfterS;

    @Option(
            names = "--lanes",
            defaultValue = "1",
            description = "threads that share the work on crowded looks; the picture is the same (default: 1)")
    private int lanes = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        checkLanes();
        Settings settings = SettingsReader.read(config);
        PrintWriter out = spec.commandLine().getOut();
        NodeClock clock = NodeClock.ofSystem(LeapSeconds.standard());
        List<Zone> zones = ZoneFiles.of(settings);
        List<Place> places = MissileFiles.places(settings.missile());
        List<Feed> feeds = feeds(settings, clock);
        PrintWriter err = spec.commandLine().getErr();
        AuditLog audit = AuditLog.in(settings.data(), Outlets.TIMES, err::println);
        Recorded recorded = recorded(settings, out, settings.journal().enabled() ? audit : audit.afresh());
        DisplaySettings display =
                display(settings).showing(zones, settings.sensors()).warning(places);
        Optional<Sharing> sharing = sharing(settings, clock, err);
        LateReceipts receipts = new LateReceipts();
        Ties ties = new Ties(clock, receipts, settings.data().resolve("channels"), err::println, zones);
        Optional<CapShelf> shelf = Outlets.shelf(settings.outputs(), ties);
        List<Sender> senders = senders(settings, ties, shelf);
        senders.add(audit);
        sharing.ifPresent(senders::add);
        try (ThreadLanes threads = new ThreadLanes(lanes);
                Station station = new Station(new Station.Parts(
                        recorded.engine().in(threads),
                        recorded.log(),
                        settings.journal().enabled(),
                        clock,
                        senders,
                        display,
                        settings.journal().snapshotS()))) {
            receipts.to(station.receipts());
            station.start(told(settings, zones, places, err), feeds, out);
            shelf.ifPresent(station::serve);
            sharing.ifPresent(links -> start(links, station, out));
            out.println("domain: " + settings.domain() + "; Ctrl-C ends");
            out.flush();
            station.await(exitAfterS);
        }
        return 0;
    }

    private static List<Configuration> told(Settings settings, List<Zone> zones, List<Place> places, PrintWriter err) {
        MissileFiles.remarks(settings.missile()).forEach(err::println);
        return Configurations.of(settings, zones, places);
    }

    private void checkLanes() {
        if (lanes < 1 || lanes > ThreadLanes.MOST) {
            throw new ParameterException(spec.commandLine(), "Give 1 to " + ThreadLanes.MOST + " to --lanes");
        }
    }

    private static List<Feed> feeds(Settings settings, NodeClock clock) {
        Wire.Known known = new Wire.Known(settings.domain(), settings.sensors());
        return settings.feeds().stream()
                .map(feed -> Feeds.of(feed, known, clock.now()))
                .toList();
    }

    private static List<Sender> senders(Settings settings, Ties ties, Optional<CapShelf> shelf) {
        List<Sender> all = new ArrayList<>(Outlets.of(settings.outputs(), settings.domain(), ties.troubles()));
        all.addAll(Doors.of(settings.domain(), new Made(settings.channels(), ties, shelf), ties.troubles()));
        return all;
    }

    // A channel is made for the one domain that the node is of.
    private record Made(List<ChannelSetting> settings, Ties ties, Optional<CapShelf> shelf) implements Doors.Maker {
        @Override
        public <C extends Cleared> List<Channel<C>> channels() {
            List<Channel<C>> all = new ArrayList<>(Channels.of(settings, ties));
            shelf.ifPresent(carrier -> all.add(new Delivery<>(Outlets.SHELF, carrier, ties)));
            return all;
        }
    }

    private static DisplaySettings display(Settings settings) {
        return settings.display().in(DisplaySettings.of(settings.domain(), OperatorKey.in(settings.data())));
    }

    private static Optional<Sharing> sharing(Settings settings, NodeClock clock, PrintWriter err) {
        return settings.sharing().map(setting -> new Sharing(setting.links(settings.domain()), clock, err::println));
    }

    private static void start(Sharing sharing, Station station, PrintWriter out) {
        try {
            int port = sharing.start(station.neighbours());
            sharing.report(station.intake());
            out.println("sharing: " + sharing.links().size() + " peers" + (port > 0 ? ", listening on " + port : ""));
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot listen for peers: " + fault.getMessage(), "Correct sharing.listen in the settings", fault);
        }
    }

    private record Recorded(Engine engine, EventLog log) {}

    private static Recorded recorded(Settings settings, PrintWriter out, AuditLog audit) {
        if (!settings.journal().enabled()) {
            return new Recorded(Engine.starting(settings.domain()), EventLog.none());
        }
        Path folder = settings.data().resolve("journal");
        try {
            Files.createDirectories(folder);
            JournalWriter log = JournalWriter.open(
                    journal(settings, folder),
                    JournalDisk.ofMachine(),
                    Engine.pictures().schemaText());
            log.notices().forEach(out::println);
            Recovery recovery =
                    Recovery.of(folder, settings.domain(), audit::send).upTo(log.lastSeq());
            recovery.notices().forEach(out::println);
            if (recovery.replayed() > 0) {
                out.println("journal: " + recovery.replayed() + " events replayed behind the newest snapshot");
            }
            return new Recorded(recovery.engine(), log);
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot record in " + folder + ": " + fault.getMessage(),
                    "Correct 'data' in the settings, or switch the journal off",
                    fault);
        }
    }

    private static JournalSettings journal(Settings settings, Path folder) {
        JournalSettings usual = JournalSettings.of(folder, settings.domain());
        JournalSettings.Limits limits = usual.limits();
        JournalSettings sized = usual.with(new JournalSettings.Limits(
                settings.journal().segmentMb() * MB,
                settings.journal().retainGb() * GB,
                limits.ageS(),
                limits.snapshots(),
                limits.stallMs(),
                limits.syncEveryMs(),
                limits.retryEveryMs()));
        return settings.journal().acknowledgeAfterDisk() ? sized.afterDisk() : sized;
    }
}
