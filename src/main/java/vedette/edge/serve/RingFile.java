package vedette.edge.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Lines in files of bounded size and number, which their owner alone can read: the newest in the file
/// itself, older ones beside it. One thread at a time uses it.
final class RingFile implements AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    private final Path file;
    private final long most;
    private final int files;
    private Optional<FileChannel> open = Optional.empty();
    private String trouble = "";

    RingFile(Admission.LogPlace place) {
        this(place.file(), place.fileMb() * MEGABYTE, place.files());
    }

    /// @param most bytes of one file
    /// @param files that are kept
    RingFile(Path file, long most, int files) {
        this.file = file;
        this.most = most;
        this.files = files;
    }

    /// Appends a line.
    ///
    /// @return whether it is written
    boolean write(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            FileChannel channel = opened(bytes.remaining());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return true;
        } catch (IOException fault) {
            trouble = fault.getClass().getSimpleName() + " at " + file.getFileName();
            close();
            return false;
        }
    }

    /// Why the last line could not be written.
    String trouble() {
        return trouble;
    }

    // A file that somebody took away is made again: what is written into a file without a name is written nowhere.
    private FileChannel opened(int coming) throws IOException {
        if (open.isPresent() && !Files.exists(file)) {
            close();
        }
        if (open.isPresent() && open.get().size() + coming > most) {
            close();
            turn();
        }
        if (open.isEmpty()) {
            open = Optional.of(make(coming));
        }
        return open.get();
    }

    private FileChannel make(int coming) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            OwnerOnly.tighten(file);
            if (Files.size(file) + coming > most) {
                turn();
            }
        }
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                OwnerOnly.of(file));
    }

    // The oldest goes.
    private void turn() throws IOException {
        for (int i = files - 1; i >= 1; i--) {
            Path from = i == 1 ? file : aged(i - 1);
            if (Files.exists(from)) {
                Files.move(from, aged(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(file);
    }

    private Path aged(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    @Override
    public void close() {
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException fault) {
            trouble = "closing " + file.getFileName();
        }
        open = Optional.empty();
    }
}
