package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vedette.edge.Emission;
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
        clear(folder.get());
        List<Sender> senders = new ArrayList<>(Outlets.in(folder.get(), troubles));
        senders.add(TracksCsv.open(folder.get().resolve("tracks.csv")));
        return senders;
    }

    // Lines are added to these files, and messages to the folder: an earlier replay's would stand among them.
    private static void clear(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("warnings.jsonl"));
        Files.deleteIfExists(folder.resolve("sensors.jsonl"));
        Path messages = folder.resolve("cap");
        if (Files.isDirectory(messages)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(messages, "*.xml")) {
                for (Path file : files) {
                    clearOwn(file);
                }
            }
        }
    }

    // Never one that a node sent: those have another sender.
    private static void clearOwn(Path file) throws IOException {
        String sender = "<sender>" + Outlets.NOBODY + "</sender>";
        if (Files.readString(file, StandardCharsets.UTF_8).contains(sender)) {
            Files.delete(file);
        }
    }

    /// A display that says REPLAY on every screen and takes no orders; closed, it tells its pages that the
    /// replay has ended.
    static Sender display(Domain domain, int port, Optional<Settings> settings) {
        List<SensorSite> sites = settings.map(Settings::sensors).orElse(List.of());
        DisplaySettings shown = DisplaySettings.of(domain, OperatorKey.fleeting())
                .at("127.0.0.1", port)
                .replaying()
                .showing(settings.map(ZoneFiles::of).orElse(List.of()), sites)
                .warning(settings.map(s -> MissileFiles.places(s.missile())).orElse(List.of()));
        AtomicBoolean playing = new AtomicBoolean(true);
        DisplayServer server = new DisplayServer(shown, (operator, order) -> false, new Playing(playing));
        server.start();
        return new Ending(server, playing);
    }

    private record Playing(AtomicBoolean playing) implements NodeView {
        @Override
        public Report report() {
            return new Report(Recording.NOT_KEPT, playing.get(), List.of());
        }

        @Override
        public String metrics() {
            return "";
        }
    }

    private record Ending(DisplayServer server, AtomicBoolean playing) implements Sender {
        @Override
        public void send(Emission emission) {
            server.send(emission);
        }

        @Override
        public void close() {
            playing.set(false);
            server.close();
        }
    }
}
