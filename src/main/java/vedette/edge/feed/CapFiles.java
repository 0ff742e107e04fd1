package vedette.edge.feed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CAP messages in a folder that others write to (`*.xml`, `*.cap`), or in one file. A file is read again when its time
/// or size has changed.
///
/// @param path the folder or the file
/// @param seen what was read, and how it was then
public record CapFiles(Path path, Map<Path, Look> seen) implements CapSource {
    private static final int MOST_SEEN = 20_000;

    /// How a file was when it was read.
    ///
    /// @param at its time
    /// @param size bytes
    public record Look(FileTime at, long size) {}

    /// A source nothing was read of.
    public CapFiles(Path path) {
        this(path, new LinkedHashMap<>());
    }

    @Override
    public List<byte[]> look() throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (Path file : files()) {
            if (documents.size() < MOST && Files.isRegularFile(file)) {
                read(file, documents);
            }
        }
        return documents;
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(path + " is not there");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*.{xml,cap}")) {
            for (Path file : found) {
                if (files.size() < MOST_SEEN) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private void read(Path file, List<byte[]> documents) throws IOException {
        Look now = new Look(Files.getLastModifiedTime(file), Files.size(file));
        if (now.equals(seen.put(file, now)) || now.size > LONGEST) {
            return;
        }
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.keySet().iterator().next());
        }
        documents.add(Files.readAllBytes(file));
    }
}
