package vedette.edge.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The display's files: resources under `/web`, or a folder while it is being worked on.
final class StaticFiles {
    /// Only plain names: no dots in front, so that no path leads upwards or to hidden files.
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*){1,8}");

    /// What a browser may get, by the name's ending. A module served as anything else than `text/javascript` is
    /// silently not run.
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Optional<Path> folder;
    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    /// A file and what a browser needs to know of it.
    record StaticFile(byte[] bytes, String type, String tag) {}

    StaticFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /// The file of a path, where there is one.
    Optional<StaticFile> file(String path) {
        String name = path.equals("/") ? "/index.html" : path;
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || !PLAIN.matcher(name).matches()) {
            return Optional.empty();
        }
        StaticFile known = read.get(name);
        return known == null ? load(name, type) : Optional.of(known);
    }

    private Optional<StaticFile> load(String name, String type) {
        try (InputStream in = open(name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String tag = '"' + Sha256.hex(bytes).substring(0, 16) + '"';
            StaticFile file = new StaticFile(bytes, type, tag);
            if (folder.isEmpty()) {
                read.put(name, file);
            }
            return Optional.of(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private @Nullable InputStream open(String name) throws IOException {
        return folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(name.substring(1)))
                : StaticFiles.class.getResourceAsStream("/web" + name);
    }
}
