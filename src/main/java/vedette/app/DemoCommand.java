package vedette.app;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vedette.core.engine.Engine;
import vedette.edge.Emission;
import vedette.edge.EventLog;
import vedette.edge.Sender;
import vedette.edge.serve.DisplaySettings;
import vedette.format.zones.ZoneFile;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Output;
import vedette.model.Warning;
import vedette.model.Zone;
import vedette.node.NodeClock;

/// `vedette demo`: a node, a bundled exercise and its display at once.
@Command(
        name = "demo",
        description = {
            "Shows the whole at once: a node, a bundled exercise through the real wire formats, the display.",
            "A four-minute story of an airport, a power plant and a drone; then it begins anew. Ctrl-C ends."
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 0xFFFF) {
            throw new ParameterException(
                    spec.commandLine(), "--port " + port + " is not a port: 1 to 65535, or 0 for any.");
        }
        Exercise exercise = Exercise.demo();
        NodeClock clock = NodeClock.ofSystem(LeapSeconds.standard());
        PrintWriter out = spec.commandLine().getOut();
        List<Zone> zones = ZoneFiles.all(
                "the demonstration",
                ZoneFile.read(exercise.zones(), ZoneFile.Span.around(clock.now(), LeapSeconds.standard())));
        SimulatedFeeds feeds = new SimulatedFeeds(exercise.scenario(), new SimulatedFeeds.Playing(seed, speed, true));
        List<Configuration> configurations = new ArrayList<>(feeds.configurations());
        configurations.add(new Configuration.Zones(zones));
        // Everybody at this machine may give orders here: the world is invented, and nothing leaves the process.
        DisplaySettings display = DisplaySettings.of(Domain.EXERCISE, OperatorKey.fleeting())
                .at("127.0.0.1", port)
                .openHere()
                .showing(zones, exercise.scenario().sites());
        try (Station station = new Station(new Station.Parts(
                Engine.starting(Domain.EXERCISE),
                EventLog.none(),
                false,
                clock,
                List.of(new Told(out)),
                display,
                Integer.MAX_VALUE))) {
            station.start(configurations, List.of(feeds), out);
            out.println("EXERCISE: everything shown is invented. Ctrl-C ends.");
            out.flush();
            browse(station.operatorLink());
            station.await(exitAfterS);
        }
        return 0;
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

    /// Tells warnings on the terminal too.
    private record Told(PrintWriter out) implements Sender {
        @Override
        public void send(Emission emission) {
            switch (emission.output()) {
                case Output.WarningReleased(Warning warning) -> tell(warning);
                case Output.WarningEnded(Warning warning) -> tell(warning);
                case Output.TrackChanged _,
                        Output.TrackEnded _,
                        Output.GroupChanged _,
                        Output.GroupEnded _,
                        Output.Assessed _,
                        Output.PlacesChanged _,
                        Output.WarningDrafted _,
                        Output.WarningRevised _,
                        Output.WarningAcknowledged _,
                        Output.OrderTaken _,
                        Output.SensorHealth _,
                        Output.Refused _,
                        Output.Heartbeat _ -> {}
            }
        }

        private void tell(Warning warning) {
            out.println(warning.domain() + " " + warning.stage() + " " + warning.kind() + ": "
                    + warning.words().headline() + ". " + warning.words().why());
            out.flush();
        }

        @Override
        public void close() {}
    }
}
