package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.edge.Sender;
import vedette.edge.serve.DisplayServer;
import vedette.edge.serve.DisplaySettings;
import vedette.edge.serve.NodeView;
import vedette.model.Domain;
import vedette.model.SensorSite;

/// Where a replay shows and writes: nothing here reaches anybody outside.
final class ReplayOutlets {
    private ReplayOutlets() {}

    /// The files of a folder; none when no folder was asked for.
    ///
    /// @param troubles told in one line when something goes wrong
    static List<Sender> files(Optional<Path> folder, Consumer<String> troubles) throws IOException {
        if (folder.isEmpty()) {
            return List.of();
        }
        Files.createDirectories(folder.get());
        List<Sender> senders = new ArrayList<>(Outlets.in(folder.get(), troubles));
        senders.add(TracksCsv.open(folder.get().resolve("tracks.csv")));
        return senders;
    }

    /// A display that says REPLAY on every screen and takes no orders.
    static Sender display(Domain domain, int port, Optional<Settings> settings) {
        List<SensorSite> sites = settings.map(Settings::sensors).orElse(List.of());
        DisplaySettings shown = DisplaySettings.of(domain, OperatorKey.fleeting())
                .at("127.0.0.1", port)
                .replaying()
                .showing(settings.map(ZoneFiles::of).orElse(List.of()), sites);
        DisplayServer server = new DisplayServer(shown, (operator, order) -> false, NodeView.PLAIN);
        server.start();
        return server;
    }
}
