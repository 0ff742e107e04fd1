package vedette.edge.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The disk under a journal: the real one, or one that stalls, fills up and fails in a test.
public interface JournalDisk {
    /// Opens a file for writing, new or emptied.
    Out create(Path file) throws IOException;

    /// Moves a complete file to its final name in one step, replacing what stood there.
    void move(Path from, Path to) throws IOException;

    /// Makes the names in a folder survive the death of the machine.
    void syncFolder(Path folder) throws IOException;

    /// Deletes a file, if it is there.
    void delete(Path file) throws IOException;

    /// The file system of the machine.
    static JournalDisk ofMachine() {
        return new MachineDisk();
    }

    /// A file being written.
    interface Out extends AutoCloseable {
        /// Appends all of the bytes; they survive the death of this process once it returns.
        void write(ByteBuffer bytes) throws IOException;

        /// Makes everything written survive the death of the machine.
        void sync() throws IOException;

        /// Cuts the file.
        void truncate(long length) throws IOException;

        @Override
        void close() throws IOException;
    }
}
