package vedette.edge.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// A disk that fails, fills up or hangs when a test says so.
final class TroubledDisk implements JournalDisk {
    private final JournalDisk real = JournalDisk.ofMachine();
    private final Semaphore writes = new Semaphore(0);
    private final Semaphore syncs = new Semaphore(0);
    private volatile boolean hangingWrites;
    private volatile boolean hangingSyncs;
    private volatile String writeFault = "";
    private volatile String syncFault = "";
    private volatile long room = Long.MAX_VALUE;

    void writesFail(String fault) {
        writeFault = fault;
    }

    void syncsFail(String fault) {
        syncFault = fault;
    }

    /// So many more bytes fit; then a write takes what fits and fails, as a full disk does.
    void hasRoomFor(long bytes) {
        room = bytes;
    }

    void hangsOnWrites() {
        hangingWrites = true;
    }

    void hangsOnSyncs() {
        hangingSyncs = true;
    }

    void isWell() {
        writeFault = "";
        syncFault = "";
        room = Long.MAX_VALUE;
        hangingWrites = false;
        hangingSyncs = false;
        writes.release(1000);
        syncs.release(1000);
    }

    @Override
    public Out create(Path file) throws IOException {
        fail(writeFault);
        return new File(real.create(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        real.move(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        real.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    private static void fail(String fault) throws IOException {
        if (!fault.isEmpty()) {
            throw new IOException(fault);
        }
    }

    private final class File implements Out {
        private final Out out;

        File(Out out) {
            this.out = out;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (hangingWrites) {
                writes.acquireUninterruptibly();
            }
            fail(writeFault);
            if (bytes.remaining() > room) {
                bytes.limit(bytes.position() + (int) room);
                out.write(bytes);
                room = 0;
                throw new IOException("No space left on device");
            }
            room -= bytes.remaining();
            out.write(bytes);
        }

        @Override
        public void sync() throws IOException {
            if (hangingSyncs) {
                syncs.acquireUninterruptibly();
            }
            fail(syncFault);
            out.sync();
        }

        @Override
        public void truncate(long length) throws IOException {
            out.truncate(length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
