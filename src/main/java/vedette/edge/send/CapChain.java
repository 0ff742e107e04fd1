package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
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

    /// Messages that are read back at the start, the newest: those of a week of raids.
    private static final int MOST_READ = 5_000;

    /// Which message of which warning.
    ///
    /// @param warning its name
    /// @param issue counts its messages from 1
    record Place(WarningId warning, int issue) {}

    private record Link(CapReference reference, int issue, Moment expires) {}

    private final Path folder;
    private final Consumer<String> troubles;
    private final Map<String, List<Link>> links = new LinkedHashMap<>();

    CapChain(Path folder, Consumer<String> troubles) {
        this(folder, troubles, (_, _) -> {});
    }

    /// A chain that was begun before.
    ///
    /// @param each told of each message that the folder holds, and its text
    CapChain(Path folder, Consumer<String> troubles, BiConsumer<CapReader.Message, String> each) {
        this.folder = folder;
        this.troubles = troubles;
        readBack(each);
    }

    private void readBack(BiConsumer<CapReader.Message, String> each) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path file : newest(files)) {
                byte[] bytes = Files.readAllBytes(file);
                if (CapReader.read(bytes) instanceof CapReader.Message message) {
                    message.expires().ifPresent(expires -> add(message.reference(), expires));
                    each.accept(message, new String(bytes, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException fault) {
            troubles.accept("Cannot read " + folder + " (" + fault.getMessage() + "): earlier messages are not known");
        }
    }

    // In the order of their names. A folder of years would hold up the start.
    private static List<Path> newest(Iterable<Path> files) throws IOException {
        Map<Path, FileTime> all = new TreeMap<>();
        for (Path file : files) {
            all.put(file, Files.getLastModifiedTime(file));
        }
        return all.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
                .limit(MOST_READ)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void add(CapReference reference, Moment expires) {
        String identifier = reference.identifier();
        String warning = warning(identifier);
        String issue = identifier.length() > warning.length()
                ? identifier.substring(warning.length() + 1, identifier.lastIndexOf('.'))
                : "";
        add(warning, new Link(reference, issue.matches("[0-9]{1,9}") ? Integer.parseInt(issue) : 0, expires));
    }

    private void add(String warning, Link link) {
        List<Link> known = links.computeIfAbsent(warning, _ -> new ArrayList<>());
        known.removeIf(old -> old.reference.identifier().equals(link.reference.identifier()));
        known.add(link);
        // Names sort the tenth message before the second.
        known.sort((a, b) -> Integer.compare(a.issue, b.issue));
        if (known.size() > MOST_MESSAGES) {
            known.removeFirst();
        }
        if (links.size() > MOST_WARNINGS) {
            links.remove(links.keySet().iterator().next());
        }
    }

    /// `WARNING.ISSUE.TIME` without the last two.
    static String warning(String identifier) {
        int time = identifier.lastIndexOf('.');
        int issue = identifier.lastIndexOf('.', time - 1);
        return issue < 0 ? identifier : identifier.substring(0, issue);
    }

    /// All earlier messages of a warning that hold still; the last one alone when none does, so that an all-clear is
    /// one. A message never refers to itself: after a sudden end one that was sent is written a second time.
    List<CapReference> unexpired(Place place, Moment now) {
        List<Link> known = links.getOrDefault(place.warning.name(), List.of()).stream()
                .filter(link -> link.issue < place.issue)
                .toList();
        List<CapReference> valid = known.stream()
                .filter(link -> link.expires.isAfter(now))
                .map(Link::reference)
                .toList();
        return valid.isEmpty() && !known.isEmpty() ? List.of(known.getLast().reference) : valid;
    }

    /// Later messages refer to it.
    void add(Place place, CapReference reference, Moment expires) {
        add(place.warning.name(), new Link(reference, place.issue, expires));
    }

    /// Later messages refer to it, also after a restart, if the disk takes it.
    void keep(Place place, CapWriter.Message message, Moment expires) {
        add(place, message.reference(), expires);
        try {
            write(message);
        } catch (IOException fault) {
            troubles.accept("Cannot keep " + message.reference().identifier() + " (" + fault.getMessage()
                    + "): after a restart " + place.warning + " cannot be referred to. Make room.");
        }
    }

    /// Writes its file, whole or not at all.
    void write(CapWriter.Message message) throws IOException {
        Path file = folder.resolve(message.reference().identifier() + ".xml");
        Path part = folder.resolve(message.reference().identifier() + ".part");
        Files.createDirectories(folder);
        Files.writeString(part, message.xml(), StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
