package vedette.edge.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A number on disk that only grows. Each value is appended with its check; the last whole one counts.
final class Mark implements AutoCloseable {
    private static final int RECORD = 12;
    private static final int LONGEST = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private long value;
    private int end;

    private Mark(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Mark open(Path file) {
        try {
            Mark mark = new Mark(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
            mark.scan(Files.readAllBytes(file));
            return mark;
        } catch (IOException fault) {
            throw new StoreFault(file, fault);
        }
    }

    private void scan(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= RECORD) {
            int at = in.position();
            if (in.getInt(at + 8) != Segment.crc(bytes, at, 8)) {
                return;
            }
            value = Math.max(value, in.getLong(at));
            end = at + RECORD;
            in.position(end);
        }
    }

    synchronized long value() {
        return value;
    }

    /// Raises it; a smaller number changes nothing.
    synchronized void raise(long to) {
        if (to <= value) {
            return;
        }
        value = to;
        try {
            if (end > LONGEST) {
                // Torn here it is zero: what was acknowledged is sent again, and dropped there as known.
                channel.truncate(0);
                end = 0;
            }
            ByteBuffer record = ByteBuffer.allocate(RECORD).putLong(to);
            record.putInt(Segment.crc(record.array(), 0, 8)).flip();
            while (record.hasRemaining()) {
                channel.write(record, end + record.position());
            }
            end += RECORD;
        } catch (IOException fault) {
            throw new StoreFault(file, fault);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException fault) {
            throw new StoreFault(file, fault);
        }
    }
}
