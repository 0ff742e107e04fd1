package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapReference;
import vedette.format.cap.CapWriter;
import vedette.model.Warning;
import vedette.model.WarningId;

/// Writes every revision of a warning as a CAP 1.2 file of its own, whole or not at all: `IDENTIFIER.xml`.
public final class CapFolder implements Sender {
    /// Warnings whose messages are remembered to be referred to; the oldest is forgotten.
    private static final int MOST_WARNINGS = 10_000;

    /// Messages that one refers to; the newest ones.
    private static final int MOST_REFERENCES = 50;

    private final Path folder;
    private final CapWriter writer;
    private final Outbox outbox;
    private final Map<WarningId, List<CapReference>> sent = new LinkedHashMap<>();

    /// A sender into a folder.
    ///
    /// @param folder where the files go; made when it is missing
    /// @param profile who writes
    /// @param whenFull what happens when the disk is too slow
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public CapFolder(Path folder, CapProfile profile, WhenFull whenFull, Consumer<String> troubles) {
        this.folder = folder;
        writer = new CapWriter(profile);
        outbox = new Outbox(folder.toString(), this::write, whenFull, troubles);
    }

    @Override
    public void send(Emission emission) {
        if (Revisions.in(emission.output()).isPresent()) {
            outbox.put(emission);
        }
    }

    private void write(Emission emission) throws IOException {
        Optional<Warning> warning = Revisions.in(emission.output());
        if (warning.isEmpty()) {
            return;
        }
        List<CapReference> earlier = sent.getOrDefault(warning.get().id(), List.of());
        switch (writer.write(warning.get(), earlier)) {
            case CapWriter.Message(String xml, CapReference reference) -> {
                whole(folder.resolve(reference.identifier() + ".xml"), xml);
                remember(warning.get(), earlier, reference);
            }
            case CapWriter.NoForm _ -> sent.remove(warning.get().id());
        }
    }

    private static void whole(Path file, String xml) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, xml, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void remember(Warning warning, List<CapReference> earlier, CapReference reference) {
        sent.remove(warning.id());
        if (warning.stage().ended()) {
            return;
        }
        List<CapReference> all = new ArrayList<>(earlier);
        all.add(reference);
        sent.put(warning.id(), all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size()));
        if (sent.size() > MOST_WARNINGS) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    @Override
    public void close() {
        outbox.close();
    }
}
