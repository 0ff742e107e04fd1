package vedette.edge.send;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A file that whole lines are added to. A line that could not be written whole is taken back.
final class LineFile implements AutoCloseable {
    private final Path path;
    private @Nullable FileChannel channel;

    /// A file that is opened with its first line; its folder is made when it is missing.
    LineFile(Path path) {
        this.path = path;
    }

    void add(String line) throws IOException {
        FileChannel open = opened();
        long before = open.size();
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        } catch (IOException fault) {
            open.truncate(before);
            throw fault;
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() {
        FileChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyWritten) {
                // Every line was written before; nothing is lost with the handle.
                channel = null;
            }
        }
    }
}
