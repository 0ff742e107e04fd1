package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vedette.format.cap.CapReader;
import vedette.format.cap.CapReference;
import vedette.format.cap.CapWriter;
import vedette.model.Moment;
import vedette.model.WarningId;

/// The messages that a recipient has, to be referred to by later ones: in memory and, for a restart, in a folder.
final class CapChain {
    private static final int MOST_WARNINGS = 10_000;
    private static final int MOST_MESSAGES = 200;

    private record Link(CapReference reference, Moment expires) {}

    private final Path folder;
    private final Consumer<String> troubles;
    private final Map<String, List<Link>> links = new LinkedHashMap<>();

    CapChain(Path folder, Consumer<String> troubles) {
        this.folder = folder;
        this.troubles = troubles;
        readBack();
    }

    private void readBack() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(null);
            for (Path file : sorted) {
                if (CapReader.read(Files.readAllBytes(file)) instanceof CapReader.Message message) {
                    message.expires().ifPresent(expires -> add(message.reference(), expires));
                }
            }
        } catch (IOException fault) {
            troubles.accept("Cannot read " + folder + " (" + fault.getMessage() + "): earlier messages are not known");
        }
    }

    private void add(CapReference reference, Moment expires) {
        List<Link> known = links.computeIfAbsent(warning(reference.identifier()), _ -> new ArrayList<>());
        known.add(new Link(reference, expires));
        if (known.size() > MOST_MESSAGES) {
            known.removeFirst();
        }
        if (links.size() > MOST_WARNINGS) {
            links.remove(links.keySet().iterator().next());
        }
    }

    /// `WARNING.ISSUE.TIME` without the last two.
    private static String warning(String identifier) {
        int time = identifier.lastIndexOf('.');
        int issue = identifier.lastIndexOf('.', time - 1);
        return issue < 0 ? identifier : identifier.substring(0, issue);
    }

    /// All messages of a warning that hold still; the last one alone when none does, so that an all-clear is one.
    List<CapReference> unexpired(WarningId warning, Moment now) {
        List<Link> known = links.getOrDefault(warning.name(), List.of());
        List<CapReference> valid = known.stream()
                .filter(link -> link.expires().isAfter(now))
                .map(Link::reference)
                .toList();
        return valid.isEmpty() && !known.isEmpty() ? List.of(known.getLast().reference()) : valid;
    }

    void keep(WarningId warning, CapWriter.Message message, Moment expires) {
        add(message.reference(), expires);
        Path file = folder.resolve(message.reference().identifier() + ".xml");
        Path part = folder.resolve(message.reference().identifier() + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(part, message.xml(), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            troubles.accept("Cannot keep " + file + " (" + fault.getMessage() + "): after a restart " + warning
                    + " cannot be referred to. Make room.");
        }
    }
}
