package vedette.app;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.edge.serve.DisplaySettings;
import vedette.format.zones.ZoneFile;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Output;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.node.NodeClock;

/// `vedette demo`: a node, a bundled exercise and its display at once.
@Command(
        name = "demo",
        description = {
            "Shows the whole at once: a node, a bundled exercise through the real wire formats, the display.",
            "A four-minute story of an airport, a power plant and a drone, or (--story missile) a ten-minute one of",
            "a space launch that alarms nobody and a launch against a coast; then it begins anew. Ctrl-C ends."
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "of the display (default: 8080)")
    private int port;

    @Option(names = "--no-browser", description = "does not open the browser")
    private boolean noBrowser;

    @Option(names = "--exit-after", paramLabel = "S", description = "ends by itself after so many seconds")
    private double exitAfterS;

    @Option(names = "--seed", defaultValue = "7", description = "of the world's chance (default: 7)")
    private long seed;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "times real time; objects fly as much faster (default: 1)")
    private double speed;

    @Option(
            names = "--story",
            paramLabel = "NAME",
            defaultValue = "drone",
            description = "drone or missile (default: drone)")
    private String story = "drone";

    @Option(
            names = "--tak",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "lets clients of Cursor-on-Target (TAK) connect at 127.0.0.1:PORT in the missile story")
    private int takPort;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 0xFFFF) {
            throw new ParameterException(
                    spec.commandLine(), "--port " + port + " is not a port: 1 to 65535, or 0 for any.");
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (story) {
            case "drone" -> play(drone(NodeClock.ofSystem(LeapSeconds.standard())), Optional.empty());
            case "missile" -> play(missile(hurried()), Optional.of(new DemoDoors(out, takPort)));
            default ->
                throw new ParameterException(spec.commandLine(), "--story " + story + " is neither drone nor missile.");
        }
        return 0;
    }

    private DemoNode.Show drone(NodeClock clock) {
        Exercise exercise = Exercise.demo();
        List<Zone> zones = ZoneFiles.all(
                "the demonstration",
                ZoneFile.read(exercise.zones(), ZoneFile.Span.around(clock.now(), LeapSeconds.standard())));
        SimulatedFeeds feeds = new SimulatedFeeds(exercise.scenario(), new SimulatedFeeds.Playing(seed, speed, true));
        List<Configuration> configurations = new ArrayList<>(feeds.configurations());
        configurations.add(new Configuration.Zones(zones));
        return new DemoNode.Show(
                clock,
                configurations,
                display().showing(zones, exercise.scenario().sites()),
                feeds);
    }

    private DemoNode.Show missile(NodeClock clock) {
        return DemoNode.missile(clock, speed, display());
    }

    /// Missiles cannot fly faster than they do: where the story is to pass quicker, the node's clock does.
    private NodeClock hurried() {
        Instant start = Instant.now();
        long startNs = System.nanoTime();
        LongSupplier counter = () -> Math.round((System.nanoTime() - startNs) * speed);
        return new NodeClock(() -> start.plusNanos(counter.getAsLong()), counter, LeapSeconds.standard());
    }

    // Everybody at this machine may give orders here: the world is invented, and nothing leaves the process.
    private DisplaySettings display() {
        return DisplaySettings.of(Domain.EXERCISE, OperatorKey.fleeting())
                .at("127.0.0.1", port)
                .openHere();
    }

    private void play(DemoNode.Show show, Optional<DemoDoors> doors) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (DemoNode node = new DemoNode(show, doors, List.of(new Told(out)), out)) {
            out.println("EXERCISE: everything shown is invented. Ctrl-C ends.");
            out.flush();
            browse(node.operatorLink());
            node.await(exitAfterS);
        }
    }

    private void browse(String address) {
        if (noBrowser || !Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return;
        }
        try {
            Desktop.getDesktop().browse(URI.create(address));
        } catch (IOException | UnsupportedOperationException e) {
            // The address stands above; whoever wants a browser opens it.
        }
    }

    /// Tells warnings on the terminal too: each stage and each step of the ladder once.
    private static final class Told implements Sender {
        private final PrintWriter out;
        private final Map<WarningId, String> said = new TreeMap<>(Comparator.comparing(WarningId::name));

        Told(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void send(Emission emission) {
            switch (emission.output()) {
                case Output.WarningDrafted(Warning warning) -> tell(warning);
                case Output.WarningReleased(Warning warning) -> tell(warning);
                case Output.WarningRevised(Warning warning) -> tell(warning);
                case Output.WarningEnded(Warning warning) -> {
                    tell(warning);
                    said.remove(warning.id());
                }
                case Output.TrackChanged _,
                        Output.TrackEnded _,
                        Output.GroupChanged _,
                        Output.GroupEnded _,
                        Output.Assessed _,
                        Output.PlacesChanged _,
                        Output.WarningAcknowledged _,
                        Output.Published _,
                        Output.Tried _,
                        Output.ReleaseStands _,
                        Output.Signed _,
                        Output.OrderTaken _,
                        Output.Shareable _,
                        Output.NeighbourChanged _,
                        Output.ForeignChanged _,
                        Output.SensorHealth _,
                        Output.Refused _,
                        Output.Heartbeat _ -> {}
            }
        }

        private void tell(Warning warning) {
            String step = (warning.stage() == Warning.Stage.UPDATED ? Warning.Stage.ISSUED : warning.stage()) + " "
                    + warning.gravity().confidence();
            if (step.equals(said.put(warning.id(), step))) {
                return;
            }
            out.println(warning.domain() + " " + warning.stage() + " " + warning.kind() + ": "
                    + warning.words().headline() + ". " + warning.words().reason());
            out.flush();
        }

        @Override
        public void close() {}
    }
}
